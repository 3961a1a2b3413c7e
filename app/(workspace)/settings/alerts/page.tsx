import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AlertsDesk } from '@/components/settings/alerts/alerts-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Alerts' };

export default async function AlertsPage() {
  if (!may(await requirePerson(), 'desk.administer')) notFound();
  return <AlertsDesk />;
}
