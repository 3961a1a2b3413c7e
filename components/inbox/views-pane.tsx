'use client';

import { Search, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMe } from '@/components/shell/me';
import { useKeys } from '@/components/shell/use-shortcut';
import { BatonMark } from '@/components/ui/baton-mark';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Tooltip } from '@/components/ui/tooltip';
import type { Desk } from './desk';
import { deskHref } from './desk';
import { LiveFooter } from './live-footer';
import { useCounts } from './queries';
import { SavedViews } from './saved-views';
import { moveOnPress } from './use-desk';
import { views } from './views';

/** The views with their counts. On the desk a press moves within it; elsewhere (`desk` null) it leads there. */
export function ViewsPane({ desk, searching }: { desk: Desk | null; searching?: boolean }) {
  const keys = useKeys('desk.search');
  const me = useMe();
  const { data: counts } = useCounts();
  return (
    <nav aria-label="Views" className="flex w-(--views) flex-none flex-col border-r border-line max-desk:hidden">
      <div className="flex h-(--bar) flex-none items-center gap-1 pr-3 pl-4">
        <span className="min-w-0 flex-1 truncate font-strong">{me.workspace}</span>
        <Tooltip label="Search" keys={keys}>
          <Link
            href="/search"
            aria-label="Search"
            aria-current={searching ? 'page' : undefined}
            className={join(
              'grid size-7 flex-none place-items-center rounded-corner hover:bg-hover',
              searching ? 'bg-chosen text-ink-1' : 'text-ink-3',
            )}
          >
            <Search size={16} strokeWidth={1.75} aria-hidden />
          </Link>
        </Tooltip>
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-2">
        <ul className="flex flex-col gap-px">
          {views.map((view) => (
            <ViewLink
              key={view.key}
              inDesk={desk !== null}
              to={{ view: view.key, team: null, conversationId: null }}
              chosen={desk !== null && desk.view === view.key && desk.team === null && !desk.saved}
              name={view.name}
              count={view.counted ? counts?.views[view.key] : undefined}
              sign={
                view.icon ? (
                  <view.icon size={16} strokeWidth={1.75} aria-hidden />
                ) : (
                  <BatonMark size={16} className="flex-none" />
                )
              }
            />
          ))}
        </ul>
        {counts && counts.teams.length > 0 && (
          <section>
            <h2 className="px-2 pb-1 text-meta font-medium text-ink-3">Teams</h2>
            <ul className="flex flex-col gap-px">
              {counts.teams.map((team) => (
                <ViewLink
                  key={team.id}
                  inDesk={desk !== null}
                  to={{ view: 'open', team: team.id, conversationId: null }}
                  chosen={desk?.team === team.id}
                  name={team.name}
                  count={team.count}
                  sign={<UsersRound size={16} strokeWidth={1.75} aria-hidden />}
                />
              ))}
            </ul>
          </section>
        )}
        <SavedViews desk={desk} />
      </div>
      <LiveFooter inDesk={desk !== null} />
    </nav>
  );
}

type LinkProps = { to: Desk; inDesk: boolean; chosen: boolean; name: string; count?: number; sign: ReactNode };

function ViewLink({ to, inDesk, chosen, name, count, sign }: LinkProps) {
  return (
    <li>
      <a
        href={deskHref(to)}
        onClick={inDesk ? moveOnPress(to) : undefined}
        aria-current={chosen ? 'page' : undefined}
        className={join(
          'flex h-7 min-w-0 items-center gap-2 rounded-corner px-2',
          chosen ? 'bg-chosen font-medium text-ink-1' : 'text-ink-2 hover:bg-hover',
        )}
      >
        <span className={chosen ? 'text-ink-1' : 'text-ink-3'}>{sign}</span>
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {count !== undefined && (
          <span className={join('-ml-1 text-meta font-text tabular-nums', chosen ? 'text-ink-2' : 'text-ink-3')}>
            {count}
          </span>
        )}
      </a>
    </li>
  );
}
