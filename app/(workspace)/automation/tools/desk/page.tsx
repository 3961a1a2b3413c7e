import type { Metadata } from 'next';
import { DeskSettingsDesk } from '@/components/tools/desk-settings-desk';

export const metadata: Metadata = { title: 'What the desk shows' };

export default function DeskSettingsPage() {
  return <DeskSettingsDesk />;
}
