'use client';

import { ListFilter } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { join } from '@/components/ui/join';
import type { SavedView } from '@/lib/conversations/saved-view.schema';
import type { Desk } from './desk';
import { goTo } from './use-desk';

// Read when they are asked for: the list stands without them.
const FilterMenu = dynamic(() => import('@/components/search/filter-menu').then((module) => module.FilterMenu), {
  ssr: false,
  loading: () => <Face />,
});
const FilterBar = dynamic(() => import('./filter-bar').then((module) => module.FilterBar), {
  ssr: false,
  loading: () => <div className="h-10 flex-none border-b border-line" />,
});

/** What narrows the list: what stands in the address, or the saved view one is in. */
const queryOf = (desk: Desk, saved: SavedView | undefined): string => desk.query ?? saved?.query ?? '';

function narrow(desk: Desk, saved: SavedView | undefined, query: string): void {
  goTo({ ...desk, query: query === (saved?.query ?? '') ? null : query });
}

type Props = { desk: Desk; saved: SavedView | undefined };

export function FilterButton({ desk, saved }: Props) {
  const [asked, setAsked] = useState(false);
  const query = queryOf(desk, saved);
  return asked ? (
    <FilterMenu query={query} onQuery={(next) => narrow(desk, saved, next)} />
  ) : (
    <Face held={query !== ''} onPress={() => setAsked(true)} />
  );
}

function Face({ held, onPress }: { held?: boolean; onPress?: () => void }) {
  return (
    <button
      type="button"
      aria-label="Filter"
      aria-haspopup="menu"
      onClick={onPress}
      className={join(
        'grid size-7 flex-none place-items-center rounded-corner hover:bg-hover max-pane:size-11',
        held ? 'bg-fill text-ink-1' : 'text-ink-3',
      )}
    >
      <ListFilter size={16} strokeWidth={1.75} aria-hidden />
    </button>
  );
}

/** Under the list's header while something narrows it: the filters as chips, and the way to keep them as a view. */
export function ListFilters({ desk, saved }: Props) {
  const query = queryOf(desk, saved);
  if (query === '') return null;
  return <FilterBar desk={desk} saved={saved} query={query} onQuery={(next) => narrow(desk, saved, next)} />;
}
