import type { Metadata } from 'next';
import { PlaybooksDesk } from '@/components/playbooks/playbooks-desk';

export const metadata: Metadata = { title: 'Playbooks' };

export default function PlaybooksPage() {
  return <PlaybooksDesk />;
}
