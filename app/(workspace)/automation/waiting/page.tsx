import type { Metadata } from 'next';
import { WaitingDesk } from '@/components/intents/waiting-desk';

export const metadata: Metadata = { title: 'Changes waiting' };

export default function WaitingPage() {
  return <WaitingDesk />;
}
