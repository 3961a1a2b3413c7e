import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/providers';
import { WorkspaceShell } from '@/components/shell/workspace-shell';
import { requirePerson } from '@/lib/auth/require-person';
import { readPreferences } from '@/lib/auth/save-preferences';
import { formatCursor, latestCursor } from '@/lib/events/read-events';

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { id, name, roleName, permissions, hue, available, workspace } = await requirePerson();
  return (
    <Providers
      me={{ id, name, roleName, permissions, hue, available, workspace }}
      preferences={await readPreferences(id)}
    >
      <WorkspaceShell since={formatCursor(await latestCursor())}>{children}</WorkspaceShell>
    </Providers>
  );
}
