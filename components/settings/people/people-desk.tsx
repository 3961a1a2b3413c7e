'use client';

import { Search, UserPlus, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { SettingsPage } from '@/components/settings/settings-side';
import { useMay } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Segments } from '@/components/ui/segments';
import { Skeleton } from '@/components/ui/skeleton';
import type { PersonRow } from '@/lib/auth/person.schema';
import { InvitationList } from './invitation-list';
import { PeopleTable } from './people-table';
import { usePeopleView } from './queries';

const InviteDialog = dynamic(() => import('./invite-dialog').then((one) => one.InviteDialog));

type Shown = 'here' | 'available' | 'disabled';

const fits: Record<Shown, (person: PersonRow) => boolean> = {
  here: (person) => person.disabledAt === null,
  available: (person) => person.disabledAt === null && person.available,
  disabled: (person) => person.disabledAt !== null,
};

/** Everybody who works here, what they hold, and who is invited. */
export function PeopleDesk() {
  const { data: view, isError, error, refetch } = usePeopleView();
  const manages = useMay('people.manage');
  const [inviting, setInviting] = useState(false);
  const [shown, setShown] = useState<Shown>('here');
  const [search, setSearch] = useState('');
  const words = search.trim().toLocaleLowerCase();
  const matching = (view?.people ?? []).filter((person) =>
    [person.name, person.email, person.roleName, ...person.teams.map(({ name }) => name)]
      .join('\n')
      .toLocaleLowerCase()
      .includes(words),
  );
  const rows = matching.filter(fits[shown]);
  const count = (key: Shown) => view?.people.filter(fits[key]).length;
  return (
    <SettingsPage
      title="People"
      says={view && `${count('here')} here, ${count('available')} available`}
      wide
      doing={
        manages && (
          <Button size="form" look="filled" icon={UserPlus} disabled={!view} onClick={() => setInviting(true)}>
            Invite
          </Button>
        )
      }
    >
      {isError ? (
        <ListFailed what="The people" error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <div className="mb-3 flex flex-wrap items-center gap-3">
            <label className="flex h-8 w-72 max-w-full items-center gap-2 rounded-corner border border-line-control bg-surface px-2.5 focus-within:border-focus focus-within:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)] max-pane:h-11 max-pane:w-full">
              <Search size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
              <input
                type="search"
                aria-label="Find a person"
                placeholder="Find a person, a role or a team"
                maxLength={100}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
                className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 focus-visible:shadow-none"
              />
            </label>
            <Segments
              label="Who is shown"
              options={[
                ['here', 'Here', count('here')],
                ['available', 'Available', count('available')],
                ['disabled', 'Disabled', count('disabled')],
              ]}
              chosen={shown}
              onChoose={setShown}
            />
          </div>
          {!view && <TableSkeleton />}
          {view && rows.length > 0 && <PeopleTable rows={rows} skills={view.skills} />}
          {view && rows.length === 0 && (
            <div className="h-64">
              <EmptyState icon={Users} title={words ? 'Nobody fits that' : 'Nobody is in here'}>
                {words ? 'Try another name, or look among the others.' : 'People who are disabled keep their history.'}
              </EmptyState>
            </div>
          )}
          {view && view.invitations.length > 0 && <InvitationList invitations={view.invitations} />}
        </>
      )}
      {inviting && view && <InviteDialog view={view} onClose={() => setInviting(false)} />}
    </SettingsPage>
  );
}

function TableSkeleton() {
  return (
    <div role="status" aria-label="Reading the people">
      {[1, 2, 3, 4, 5].map((row) => (
        <div key={row} className="flex h-12 items-center gap-3 border-b border-line">
          <Skeleton className="size-7 rounded-full" />
          <Skeleton className="h-2.5 w-40" />
          <span className="flex-1" />
          <Skeleton className="h-2.5 w-64 max-pane:hidden" />
          <Skeleton className="h-2.5 w-20" />
        </div>
      ))}
    </div>
  );
}
