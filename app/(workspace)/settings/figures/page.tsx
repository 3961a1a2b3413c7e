import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FiguresDesk } from '@/components/settings/figures/figures-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Figures' };

export default async function FiguresPage() {
  if (!may(await requirePerson(), 'desk.administer')) notFound();
  return <FiguresDesk />;
}
