'use client';

import { CloudAlert, History, RotateCcw, Search, SearchX } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { ViewsPane } from '@/components/inbox/views-pane';
import { useShortcut } from '@/components/shell/use-shortcut';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { SearchHit, SearchPage } from '@/lib/conversations/search.schema';
import { formatLongDay } from '@/lib/format/format-time';
import { FilterMenu } from './filter-menu';
import { FoundCustomers } from './found-customers';
import { HitRow } from './hit-row';
import { useSearch } from './queries';
import { QueryField } from './query-field';

/** While one types, so that the page follows; at rest long enough not to search for half a word. */
const restMs = 250;

/** The address is the search: it can be sent, kept, and gone back to. */
function search(query: string): void {
  window.history.replaceState(null, '', query === '' ? '/search' : `/search?q=${encodeURIComponent(query)}`);
}

/** Search over the whole history. */
export function SearchDesk() {
  const query = useSearchParams().get('q') ?? '';
  const found = useSearch(query);
  const field = useRef<HTMLInputElement>(null);
  useShortcut('desk.search', () => field.current?.focus());
  return (
    <>
      <ViewsPane desk={null} searching />
      <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
        <h1 className="sr-only">Search</h1>
        <header className="flex min-h-(--bar) flex-none items-start gap-2 border-b border-line px-6 py-1.5 max-pane:px-4">
          <QueryField
            query={query}
            onQuery={search}
            label="Search"
            placeholder="Words, a name, an address, an order or #number"
            restMs={restMs}
            autoFocus
            tall
            field={field}
          />
          <span className="pt-1">
            <FilterMenu query={query} onQuery={search} label="Add a filter" closed />
          </span>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto" aria-busy={found.isFetching}>
          <Results query={query} found={found} />
        </div>
      </main>
    </>
  );
}

const examples = ['is:open priority:urgent', '"tent pole"', 'is:closed after:30d refund', 'is:unassigned due:late'];

function Results({ query, found }: { query: string; found: ReturnType<typeof useSearch> }) {
  const pages = found.data?.pages ?? [];
  const hits = onceEach(pages);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  // A page may hold nothing and yet have more behind it: a filter leaves little of a long stretch of time.
  const goesOn = hasNextPage && !isFetchingNextPage && hits.length < few && pages.length < mostStretches;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);

  if (query === '')
    return (
      <EmptyState icon={Search} title="Search everything that was ever said">
        <p>Words, customers, orders and numbers, narrowed by filters. For example:</p>
        <ul className="mt-3 flex flex-wrap justify-center gap-2">
          {examples.map((example) => (
            <li key={example}>
              <Button onClick={() => search(example)}>{example}</Button>
            </li>
          ))}
        </ul>
      </EmptyState>
    );
  if (found.isPending) return <HitsSkeleton />;
  if (found.isError && hits.length === 0)
    return (
      <EmptyState
        alert
        tone="danger"
        icon={CloudAlert}
        title="Nothing was searched"
        actions={
          <Button look="filled" icon={RotateCcw} onClick={() => void found.refetch()}>
            Try again
          </Button>
        }
      >
        {found.error.message} What you typed is kept.
      </EmptyState>
    );
  const customers = pages[0]?.customers ?? [];
  if (hits.length === 0 && customers.length === 0 && !hasNextPage)
    return (
      <EmptyState icon={SearchX} title="Nothing was found">
        Try fewer words or filters. What belongs to other teams is not searched for you.
      </EmptyState>
    );
  const searchedTo = pages.at(-1)?.searchedTo;
  return (
    <div className="mx-auto max-w-[880px] pb-8">
      <FoundCustomers customers={customers} query={query} />
      <p role="status" className="sr-only">
        {hits.length} conversations
      </p>
      <ul aria-label="Conversations">
        {hits.map((hit) => (
          <HitRow key={hit.conversation.id} hit={hit} />
        ))}
      </ul>
      {hasNextPage && (
        <div className="flex items-center justify-center gap-3 px-6 py-4 text-meta text-ink-3">
          {searchedTo && (
            <span className="inline-flex items-center gap-1.5">
              <History size={12} strokeWidth={2} aria-hidden />
              Searched back to {formatLongDay(searchedTo)}
            </span>
          )}
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}

/** Results to go on for by itself, and how often, before one is asked whether to. */
const few = 10;
const mostStretches = 5;

/** A conversation is shown where its newest match is, however many of its messages match further down. */
function onceEach(pages: SearchPage[]): SearchHit[] {
  const seen = new Set<string>();
  return pages.flatMap((page) => page.hits).filter(({ conversation: { id } }) => !seen.has(id) && seen.add(id));
}

const widths = ['w-40', 'w-32', 'w-48', 'w-36', 'w-44', 'w-28'];

function HitsSkeleton() {
  return (
    <div role="status" aria-label="Searching" className="mx-auto max-w-[880px]">
      {widths.map((width) => (
        <div key={width} className="flex h-[76px] flex-col justify-center gap-2.5 border-b border-line px-6">
          <Skeleton className={`h-2.5 ${width}`} />
          <Skeleton className="h-2 w-4/5" />
          <Skeleton className="h-2 w-24" />
        </div>
      ))}
    </div>
  );
}
