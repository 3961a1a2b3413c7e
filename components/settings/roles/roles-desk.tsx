'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { useRoles } from '@/components/settings/people/queries';
import { SettingsPage } from '@/components/settings/settings-side';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import type { Permission } from '@/lib/auth/permission.schema';
import type { CustomRoleView } from '@/lib/auth/person.schema';
import { permissionWords } from './permission-words';

const RoleDialog = dynamic(() => import('./role-dialog').then((one) => one.RoleDialog));

/** What people may do, by role: three that are always there, and those of one's own making. */
export function RolesDesk() {
  const { data: view, isError, error, refetch } = useRoles();
  const [open, setOpen] = useState<CustomRoleView | 'new' | null>(null);
  return (
    <SettingsPage
      title="Roles"
      says="What people may do"
      doing={
        <Button size="form" look="filled" icon={Plus} onClick={() => setOpen('new')}>
          New role
        </Button>
      }
    >
      {isError && <ListFailed what="The roles" error={error} onRetry={() => void refetch()} />}
      {!view && !isError && (
        <div role="status" aria-label="Reading the roles">
          {[1, 2, 3].map((row) => (
            <div key={row} className="flex h-16 items-center border-b border-line">
              <Skeleton className="h-2.5 w-72" />
            </div>
          ))}
        </div>
      )}
      {view && (
        <>
          <h2 className="font-strong">Always there</h2>
          <ul className="mb-8">
            {view.built.map(({ role, permissions, used }) => (
              <li key={role} className="border-b border-line py-3">
                <Head name={role.charAt(0).toUpperCase() + role.slice(1)} used={used} />
                <Grants permissions={permissions} />
              </li>
            ))}
          </ul>
          <h2 className="font-strong">Your own</h2>
          {view.custom.length === 0 && (
            <p className="mt-1 max-w-lg text-pretty text-ink-2">
              None yet. A role of your own is a name and what it lets people do, such as a reviewer who sees everything
              and approves nothing.
            </p>
          )}
          <ul>
            {view.custom.map((role) => (
              <li key={role.id} className="relative border-b border-line py-3 hover:bg-hover">
                <Head name={role.name} used={role.used} onOpen={role.mayChange ? () => setOpen(role) : undefined} />
                <Grants permissions={role.permissions} />
                {!role.mayChange && (
                  <p className="text-meta text-ink-3">
                    Your own role, or above what you may do: somebody else changes it.
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {open && <RoleDialog role={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </SettingsPage>
  );
}

function Head({ name, used, onOpen }: { name: string; used: number; onOpen?: () => void }) {
  return (
    <p className="flex items-baseline gap-2">
      {onOpen ? (
        <button
          type="button"
          aria-label={`Edit ${name}`}
          onClick={onOpen}
          className="font-medium after:absolute after:inset-0 focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--focus)]"
        >
          {name}
        </button>
      ) : (
        <span className="font-medium">{name}</span>
      )}
      <span className="text-meta text-ink-3">
        {used === 0 ? 'nobody has it' : used === 1 ? 'one has it' : `${used} have it`}
      </span>
    </p>
  );
}

const Grants = ({ permissions }: { permissions: Permission[] }) => (
  <p className="mt-0.5 text-pretty text-ink-2">{permissions.map((one) => permissionWords[one].name).join(', ')}</p>
);
