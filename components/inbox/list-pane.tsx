'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowUp, X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSavedViews } from '@/components/search/queries';
import { useMe } from '@/components/shell/me';
import { useCommands } from '@/components/shell/use-shortcut';
import { IconButton } from '@/components/ui/icon-button';
import type { ConversationRow as Row } from '@/lib/conversations/conversation.schema';
import { ConversationRow } from './conversation-row';
import type { Desk } from './desk';
import { listSearch } from './desk';
import { holdOrder } from './hold-order';
import { ListFilters } from './list-filters';
import { ListHeader } from './list-header';
import { ListEmpty, ListFailed, ListSkeleton } from './list-states';
import { conversationQuery, useConversation, useConversations } from './queries';
import { RowSelect } from './triage/row-select';
import { selectUpTo, toggleSelected, useSelection } from './triage/selection';
import { useSolveNext } from './triage/use-solve-next';
import { goTo } from './use-desk';

const BulkBar = dynamic(() => import('./triage/bulk-bar').then((file) => file.BulkBar), { ssr: false });

/** `--row`, and what a thumb needs. */
const rowHeight = () => (typeof window !== 'undefined' && window.innerWidth < 720 ? 80 : 72);
/** Asks for the next page while this many rows are still below the edge. */
const readAhead = 12;

export function ListPane({ desk, hidden }: { desk: Desk; hidden: boolean }) {
  const query = useConversations(desk);
  const { rows, fresh, showFresh } = useHeldRows(desk, query.data?.pages.flatMap((page) => page.rows) ?? null);
  const { data: saved } = useSavedViews();
  const total = query.data?.pages[0]?.total;
  const selected = useSelection(placeOf(desk));
  // Where nothing points, choosing has to be begun; from the first one on it goes by itself.
  const [choosing, setChoosing] = useState(false);
  if (choosing && selected.length > 0) setChoosing(false);
  return (
    <section
      aria-label="Conversations"
      className={`flex w-(--list) flex-none flex-col border-r border-line bg-surface max-pane:w-full max-pane:border-0 ${hidden ? 'max-pane:hidden' : ''}`}
    >
      {selected.length > 0 ? (
        <BulkBar ids={selected} rows={rows} />
      ) : choosing ? (
        <div className="flex h-(--bar) flex-none items-center border-b border-line bg-selected pr-2 pl-4 max-pane:h-14">
          <p className="flex-1 font-strong">Choose conversations</p>
          <IconButton icon={X} label="Choose none" onClick={() => setChoosing(false)} />
        </div>
      ) : (
        <ListHeader desk={desk} total={total} onChoose={() => setChoosing(true)} />
      )}
      <ListFilters desk={desk} saved={saved?.find(({ id }) => id === desk.saved)} />
      {fresh > 0 && (
        <button
          type="button"
          onClick={showFresh}
          className="focus-inside flex h-8 flex-none items-center justify-center gap-1.5 border-b border-line text-meta font-medium text-accent-text hover:bg-hover max-pane:h-11"
        >
          <ArrowUp size={12} strokeWidth={2} aria-hidden />
          {fresh} new
        </button>
      )}
      {query.isPending ? (
        <ListSkeleton />
      ) : query.isError && rows.length === 0 ? (
        <ListFailed error={query.error} onRetry={() => void query.refetch()} />
      ) : rows.length === 0 ? (
        <ListEmpty view={desk.view} />
      ) : (
        <Rows
          rows={rows}
          desk={desk}
          choosing={choosing}
          more={query.hasNextPage && !query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
        />
      )}
    </section>
  );
}

/** Which list it is: what one has seen of it, and chosen in it, belongs to that one. */
const placeOf = (desk: Desk) => `${desk.view} ${listSearch(desk)}`;

/** The rows in the order one has seen, and how many wait above. */
function useHeldRows(desk: Desk, incoming: Row[] | null) {
  const place = placeOf(desk);
  const [held, setHeld] = useState<{ place: string; ids: string[] }>({ place, ids: [] });
  const { data: opened } = useConversation(desk.conversationId);
  const byId = new Map((incoming ?? []).map((row) => [row.id, row]));
  if (opened && !byId.has(opened.conversation.id)) byId.set(opened.conversation.id, opened.conversation);
  const before = held.place === place ? held.ids : [];
  const open = opened ? opened.conversation.id : null;
  const { shown, fresh } = incoming
    ? holdOrder(
        before,
        incoming.map(({ id }) => id),
        open,
      )
    : { shown: before, fresh: [] };
  const moved = held.place !== place || shown.length !== held.ids.length || shown.some((id, at) => id !== held.ids[at]);
  if (moved) setHeld({ place, ids: shown });
  return {
    rows: shown.flatMap((id) => byId.get(id) ?? []),
    fresh: fresh.length,
    showFresh: () => incoming && setHeld({ place, ids: incoming.map(({ id }) => id) }),
  };
}

type RowsProps = { rows: Row[]; desk: Desk; choosing: boolean; more: boolean; onMore: () => void };

function Rows({ rows, desk, choosing, more, onMore }: RowsProps) {
  const me = useMe();
  const client = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const near = more && last >= rows.length - readAhead;
  useEffect(() => {
    if (near) onMore();
  });

  const place = placeOf(desk);
  const selected = useSelection(place);
  const pointed = useRef<string | null>(null);
  const solveNext = useSolveNext();
  const at = rows.findIndex(({ id }) => id === desk.conversationId);
  const warm = useCallback(
    (id: string) => {
      pointed.current = id;
      void client.prefetchQuery(conversationQuery(id));
    },
    [client],
  );
  const { view, team, saved, query, sort } = desk;
  const list = useMemo(
    () => ({ view, team, saved, query, sort, conversationId: null }),
    [view, team, saved, query, sort],
  );
  const toggle = useCallback((id: string) => toggleSelected(place, id), [place]);
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  const chooseUpTo = useCallback(
    (id: string) =>
      selectUpTo(
        place,
        latest.current.map((row) => row.id),
        id,
      ),
    [place],
  );
  const step = (by: number) => {
    const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by));
    const row = rows[next];
    if (!row || next === at) return;
    goTo({ ...desk, conversationId: row.id });
    virtual.scrollToIndex(next);
    const beyond = rows[next + by];
    if (beyond) void client.prefetchQuery(conversationQuery(beyond.id));
  };
  useCommands([
    ['list.next', () => step(1)],
    ['list.previous', () => step(-1)],
    [
      'list.select',
      () => {
        const id = rows[at]?.id ?? pointed.current;
        if (id) toggleSelected(place, id);
      },
    ],
    [
      'conversation.solveNext',
      rows[at]?.state === 'open' &&
        (() => solveNext(rows[at]!.id, () => (at === rows.length - 1 ? step(-1) : step(1)))),
    ],
    ['list.open', () => (at < 0 ? step(1) : document.getElementById('conversation')?.focus())],
  ]);

  return (
    <div ref={box} className="min-h-0 flex-1 overflow-y-auto">
      <ul aria-label="Conversations" className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={item.key}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className="group absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <ConversationRow
                row={row}
                list={list}
                open={row.id === desk.conversationId}
                meId={me.id}
                onPoint={warm}
                chosen={selected.includes(row.id)}
                onShift={chooseUpTo}
              />
              <RowSelect
                id={row.id}
                name={row.customer.name}
                chosen={selected.includes(row.id)}
                shown={choosing || selected.length > 0}
                onToggle={toggle}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
