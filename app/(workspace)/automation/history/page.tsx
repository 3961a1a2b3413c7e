import type { Metadata } from 'next';
import { HistoryDesk } from '@/components/intents/history-desk';

export const metadata: Metadata = { title: 'History' };

export default function HistoryPage() {
  return <HistoryDesk />;
}
