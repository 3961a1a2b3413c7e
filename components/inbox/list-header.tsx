'use client';

import { ChevronDown, ListChecks, Search } from 'lucide-react';
import { useSavedViews } from '@/components/search/queries';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu';
import type { Desk } from './desk';
import { deskHref } from './desk';
import { formatCount } from './format-count';
import { FilterButton } from './list-filters';
import { useCounts } from './queries';
import { SortMenu } from './sort-menu';
import { goTo, moveOnPress } from './use-desk';
import { findView, views } from './views';

type Props = { desk: Desk; total: number | null | undefined; onChoose: () => void };

/** The name of the view. Where the views are folded it is also the way to the others. */
export function ListHeader({ desk, total, onChoose }: Props) {
  const { data: counts } = useCounts();
  const view = findView(desk.view);
  const ofTeam = desk.team ? counts?.teams.find(({ id }) => id === desk.team) : undefined;
  const team = ofTeam?.name;
  const inView = view?.counted ? counts?.views[view.key] : null;
  const { data: saved } = useSavedViews();
  const own = desk.saved ? saved?.find(({ id }) => id === desk.saved)?.name : undefined;
  const name = own ?? team ?? view?.name ?? 'Conversations';
  return (
    <>
      <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line px-4 max-pane:h-14 max-pane:border-0 max-pane:pt-2">
        <h2 className="truncate font-strong max-desk:hidden">{name}</h2>
        <Menu align="start" trigger={<FoldedTitle name={name} />}>
          {views.map((each) => (
            <MenuItem
              key={each.key}
              chosen={each.key === desk.view && !desk.team && !desk.saved}
              onChoose={() => goTo({ view: each.key, team: null, conversationId: null })}
            >
              {each.name}
            </MenuItem>
          ))}
          {counts && counts.teams.length > 0 && (
            <MenuGroup label="Teams">
              {counts.teams.map(({ id, name: teamName }) => (
                <MenuItem
                  key={id}
                  chosen={id === desk.team}
                  onChoose={() => goTo({ view: 'open', team: id, conversationId: null })}
                >
                  {teamName}
                </MenuItem>
              ))}
            </MenuGroup>
          )}
          {saved && saved.length > 0 && (
            <MenuGroup label="Saved views">
              {saved.map(({ id, name: savedName }) => (
                <MenuItem
                  key={id}
                  chosen={id === desk.saved}
                  onChoose={() => goTo({ view: 'all', team: null, saved: id, conversationId: null })}
                >
                  {savedName}
                </MenuItem>
              ))}
            </MenuGroup>
          )}
        </Menu>
        <span className="text-meta text-ink-3 tabular-nums max-pane:hidden">
          {typeof total === 'number' ? formatCount(total) : (ofTeam?.count ?? (desk.query ? null : inView))}
        </span>
        <span className="flex-1" />
        <SortMenu desk={desk} />
        <IconButton
          icon={ListChecks}
          label="Choose several"
          onClick={onChoose}
          className="pane:[@media(hover:hover)]:hidden"
        />
        <FilterButton desk={desk} saved={saved?.find(({ id }) => id === desk.saved)} />
        <Link
          href="/search"
          aria-label="Search"
          className="grid size-7 flex-none place-items-center rounded-corner text-ink-3 hover:bg-hover max-pane:size-11 desk:hidden"
        >
          <Search size={16} strokeWidth={1.75} aria-hidden />
        </Link>
      </header>
      <ul
        aria-label="Views"
        className="flex flex-none gap-2 overflow-x-auto border-b border-line px-4 pt-1 pb-3 pane:hidden"
      >
        {views.map((each) => {
          const to = { view: each.key, team: null, conversationId: null };
          const chosen = each.key === desk.view && !desk.team && !desk.saved;
          return (
            <li key={each.key} className="flex-none">
              <a
                href={deskHref(to)}
                onClick={moveOnPress(to)}
                aria-current={chosen ? 'page' : undefined}
                className={join(
                  'flex h-11 items-center gap-1 rounded-corner px-3 font-medium whitespace-nowrap',
                  chosen ? 'bg-ink-1 text-surface' : 'bg-fill text-ink-2',
                )}
              >
                {each.name}
                {each.counted && <span className="text-meta font-text tabular-nums">{counts?.views[each.key]}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function FoldedTitle({ name, ...trigger }: { name: string } & React.ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...trigger}
      className="flex min-w-0 items-center gap-1.5 rounded-corner font-strong max-pane:h-11 max-pane:text-figure max-pane:tracking-(--tracking-title) desk:hidden"
    >
      <span className="truncate">{name}</span>
      <ChevronDown size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
    </button>
  );
}
