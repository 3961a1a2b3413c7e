'use client';

import { UserX } from 'lucide-react';
import { ListFailed } from '@/components/inbox/list-states';
import { SettingsPage } from '@/components/settings/settings-side';
import { useMay, useMe } from '@/components/shell/me';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import type { PersonRow } from '@/lib/auth/person.schema';
import { formatAgo } from '@/lib/format/format-time';
import { AccessSection } from './access-section';
import { HoursSection } from './hours-section';
import { usePeopleView } from './queries';
import { RightsSection } from './rights-section';
import { WorkSection } from './work-section';

/** One person: what their work is, when, what they may do, and their way in. */
export function PersonDesk({ personId }: { personId: string }) {
  const { data: view, isError, error, refetch } = usePeopleView();
  const manages = useMay('people.manage');
  const me = useMe();
  const person = view?.people.find(({ id }) => id === personId);
  const back = (
    <Link href="/settings/people" className={buttonClass('plain', 'form')}>
      All people
    </Link>
  );
  if (isError)
    return (
      <SettingsPage title="Person" doing={back}>
        <ListFailed what="The person" error={error} onRetry={() => void refetch()} />
      </SettingsPage>
    );
  if (view && !person)
    return (
      <SettingsPage title="Person" doing={back}>
        <div className="h-80">
          <EmptyState icon={UserX} title="Nobody is here under this address" actions={back}>
            The link may be old, or end too early.
          </EmptyState>
        </div>
      </SettingsPage>
    );
  return (
    <SettingsPage title={person?.name ?? 'Person'} says={person?.email} doing={back}>
      {!person || !view ? (
        <div className="flex flex-col gap-6">
          <Skeleton className="h-10 w-64" />
          <Skeleton className="h-40 w-full" />
          <Skeleton className="h-40 w-full" />
        </div>
      ) : (
        <>
          <Standing person={person} />
          <WorkSection key={`work ${workKey(person)}`} person={person} view={view} edits={manages} />
          <HoursSection key={`hours ${JSON.stringify(person.workingHours)}`} person={person} edits={manages} />
          <RightsSection
            key={`rights ${person.customRoleId ?? person.role}`}
            person={person}
            roles={view.roles}
            own={person.id === me.id}
          />
          {manages && person.mayManage && <AccessSection person={person} />}
        </>
      )}
    </SettingsPage>
  );
}

/** What was changed elsewhere begins the section anew; what one is typing in another section stays. */
const workKey = ({ teams, skills, languages, capacity, name }: PersonRow) =>
  JSON.stringify([teams.map(({ id }) => id), skills, languages, capacity, name]);

function Standing({ person }: { person: PersonRow }) {
  const now = useNow(60_000);
  const out = person.disabledAt !== null;
  return (
    <div className="flex items-center gap-4 border-b border-line pb-6">
      <Avatar name={person.name} hue={out ? null : person.hue} size={40} away={out ? undefined : !person.available} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-strong">{person.name}</span>
          {out ? (
            <Badge tone="danger">Disabled</Badge>
          ) : (
            <Badge tone={person.available ? 'solved' : 'quiet'}>{person.available ? 'Available' : 'Away'}</Badge>
          )}
        </p>
        <p className="text-meta text-ink-3">
          Holds {person.load} of {person.capacity}
          {now > 0 &&
            (person.lastSeenAt ? `, last seen ${formatAgo(Date.parse(person.lastSeenAt), now)}` : ', never seen')}
        </p>
      </div>
    </div>
  );
}
