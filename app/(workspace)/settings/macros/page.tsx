import type { Metadata } from 'next';
import { MacrosDesk } from '@/components/settings/macros/macros-desk';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Macros' };

export default async function MacrosPage() {
  await requirePerson();
  return <MacrosDesk />;
}
