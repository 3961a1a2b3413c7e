import type { Metadata } from 'next';
import { TeamDesk } from '@/components/metrics/team/team-desk';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Team' };

/** For everybody: who may not read the figures of others sees their own. */
export default async function TeamPage() {
  await requirePerson();
  return <TeamDesk />;
}
