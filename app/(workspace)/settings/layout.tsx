import type { ReactNode } from 'react';
import { SettingsFrame } from '@/components/settings/settings-side';
import { may, type Permission } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';
import { showsKit } from '@/lib/platform/shows-kit';

const asked: Permission[] = ['desk.organise', 'people.manage', 'desk.administer'];

/** Everybody has settings of their own; what else is there, each page asks for itself. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson();
  return (
    <SettingsFrame granted={asked.filter((permission) => may(person, permission))} kit={showsKit()}>
      {children}
    </SettingsFrame>
  );
}
