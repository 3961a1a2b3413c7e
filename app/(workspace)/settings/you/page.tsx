import type { Metadata } from 'next';
import { YourSettings } from '@/components/settings/you/your-settings';

export const metadata: Metadata = { title: 'You' };

export default function YourSettingsPage() {
  return <YourSettings />;
}
