import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MailDesk } from '@/components/settings/mail/mail-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Mail' };

export default async function MailPage() {
  if (!may(await requirePerson(), 'desk.administer')) notFound();
  return <MailDesk />;
}
