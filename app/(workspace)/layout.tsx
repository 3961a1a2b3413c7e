import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/providers';
import { WorkspaceShell } from '@/components/shell/workspace-shell';
import { requirePerson } from '@/lib/auth/require-person';
import { readPreferences } from '@/lib/auth/save-preferences';

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const me = await requirePerson();
  return (
    <Providers
      me={{ id: me.id, name: me.name, role: me.role, hue: me.hue, workspace: me.workspace }}
      preferences={await readPreferences(me.id)}
    >
      <WorkspaceShell>{children}</WorkspaceShell>
    </Providers>
  );
}
