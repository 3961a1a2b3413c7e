import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SurveysDesk } from '@/components/settings/surveys/surveys-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Surveys' };

export default async function SurveysPage() {
  if (!may(await requirePerson(), 'desk.administer')) notFound();
  return <SurveysDesk />;
}
