import type { Metadata } from 'next';
import { BuilderDesk } from '@/components/playbooks/builder-desk';

export const metadata: Metadata = { title: 'Playbook' };

export default async function PlaybookPage({ params }: { params: Promise<{ key: string }> }) {
  return <BuilderDesk playbookKey={(await params).key} />;
}
