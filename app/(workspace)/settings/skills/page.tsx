import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SkillsDesk } from '@/components/settings/skills/skills-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Skills' };

export default async function SkillsPage() {
  if (!may(await requirePerson(), 'desk.organise')) notFound();
  return <SkillsDesk />;
}
