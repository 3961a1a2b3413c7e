import type { Metadata } from 'next';
import { PlaybookHistory } from '@/components/playbooks/playbook-history';

export const metadata: Metadata = { title: 'History of a playbook' };

export default async function PlaybookHistoryPage({ params }: { params: Promise<{ key: string }> }) {
  return <PlaybookHistory playbookKey={(await params).key} />;
}
