'use client';

import { ArrowDown, ArrowUp, Plus, UsersRound } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { arrangeTeams } from '@/app/(workspace)/settings/people/actions';
import { ListFailed } from '@/components/inbox/list-states';
import { usePeopleChange, useTeams } from '@/components/settings/people/queries';
import { SettingsPage } from '@/components/settings/settings-side';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import type { TeamView } from '@/lib/auth/person.schema';

const TeamDialog = dynamic(() => import('./team-dialog').then((one) => one.TeamDialog));

const facesShown = 5;

/** The teams, in the order in which everybody sees them. */
export function TeamsDesk() {
  const { data, isError, error, refetch } = useTeams();
  const [open, setOpen] = useState<TeamView | 'new' | null>(null);
  const ordering = usePeopleChange(arrangeTeams, 'The order was not kept');
  const teams = data?.teams;
  const hoursOf = ({ calendarId }: TeamView) => data?.calendars.find(({ id }) => id === calendarId)?.name;
  const move = (from: number, to: number) => {
    const ids = teams!.map(({ id }) => id);
    ids.splice(to, 0, ids.splice(from, 1)[0]!);
    ordering.mutate({ teamIds: ids });
  };
  return (
    <SettingsPage
      title="Teams"
      says={teams && `${teams.length} teams`}
      doing={
        <Button size="form" look="filled" icon={Plus} onClick={() => setOpen('new')}>
          New team
        </Button>
      }
    >
      {isError && <ListFailed what="The teams" error={error} onRetry={() => void refetch()} />}
      {!teams && !isError && (
        <div role="status" aria-label="Reading the teams">
          {[1, 2, 3, 4].map((row) => (
            <div key={row} className="flex h-14 items-center border-b border-line">
              <Skeleton className="h-2.5 w-48" />
            </div>
          ))}
        </div>
      )}
      {teams?.length === 0 && (
        <div className="h-80">
          <EmptyState icon={UsersRound} title="There is no team yet">
            Conversations are sorted into teams, and people see those of their own.
          </EmptyState>
        </div>
      )}
      <ul>
        {teams?.map((team, at) => (
          <li
            key={team.id}
            className="relative flex min-h-14 items-center gap-3 border-b border-line py-1.5 hover:bg-hover"
          >
            <span className="min-w-0 flex-1">
              <button
                type="button"
                aria-label={`Edit ${team.name}`}
                onClick={() => setOpen(team)}
                className="block max-w-full truncate text-left font-medium after:absolute after:inset-0 focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--focus)]"
              >
                {team.name}
              </button>
              <span className="block text-meta text-ink-3">
                {team.members.length === 1 ? '1 member' : `${team.members.length} members`},{' '}
                {team.open === 1 ? '1 open conversation' : `${team.open} open conversations`}
                {hoursOf(team) && `, ${hoursOf(team)}`}
              </span>
            </span>
            {team.autoAssign && <Badge>Given out</Badge>}
            <span className="flex -space-x-1 max-pane:hidden" aria-hidden>
              {team.members.slice(0, facesShown).map(({ id, name, hue }) => (
                <Avatar
                  key={id}
                  name={name}
                  hue={hue}
                  size={20}
                  letters={1}
                  className="shadow-[0_0_0_2px_var(--surface)]"
                />
              ))}
              {team.members.length > facesShown && (
                <span className="pl-3 text-meta leading-5 text-ink-3">+{team.members.length - facesShown}</span>
              )}
            </span>
            <span className="relative z-[1] flex">
              <IconButton
                icon={ArrowUp}
                label={`Move ${team.name} up`}
                disabled={at === 0 || ordering.isPending}
                onClick={() => move(at, at - 1)}
              />
              <IconButton
                icon={ArrowDown}
                label={`Move ${team.name} down`}
                disabled={at === teams.length - 1 || ordering.isPending}
                onClick={() => move(at, at + 1)}
              />
            </span>
          </li>
        ))}
      </ul>
      {open && data && (
        <TeamDialog team={open === 'new' ? null : open} calendars={data.calendars} onClose={() => setOpen(null)} />
      )}
    </SettingsPage>
  );
}
