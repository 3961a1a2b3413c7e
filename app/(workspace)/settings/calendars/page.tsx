import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CalendarsDesk } from '@/components/settings/calendars/calendars-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Calendars' };

export default async function CalendarsPage() {
  if (!may(await requirePerson(), 'desk.organise')) notFound();
  return <CalendarsDesk />;
}
