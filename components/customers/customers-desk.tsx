'use client';

import { Search, UserSearch } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { PageBar } from '@/components/shell/page-bar';
import { Avatar } from '@/components/ui/avatar';
import { TierBadge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import type { CustomerRow } from '@/lib/conversations/customer.schema';
import { formatLanguage } from '@/lib/format/format-language';
import { formatMoment } from '@/lib/format/format-time';
import { useCustomers } from './queries';

/** Everybody who ever wrote, who did so last first. */
export function CustomersDesk() {
  const [search, setSearch] = useState('');
  const q = useDeferredValue(search.trim());
  const list = useCustomers(q);
  const rows = list.data?.pages.flatMap((page) => page.rows);
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <PageBar title="Customers" says="Who was in contact last stands first" area="Customers" places={[]} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-[1128px] px-6 py-4 max-pane:px-4">
          <label className="mb-2 flex h-8 w-80 max-w-full items-center gap-2 rounded-corner border border-line-control bg-surface px-2.5 focus-within:border-focus focus-within:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)] max-pane:h-11 max-pane:w-full">
            <Search size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
            <input
              type="search"
              aria-label="Find a customer"
              placeholder="Find by name, address or number"
              maxLength={200}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 focus-visible:shadow-none"
            />
          </label>
          {list.isError && !rows ? (
            <ListFailed what="The customers" error={list.error} onRetry={() => void list.refetch()} />
          ) : !rows ? (
            <TableSkeleton />
          ) : rows.length === 0 ? (
            <div className="h-80">
              <EmptyState icon={UserSearch} title={q ? 'Nobody fits that' : 'Nobody has written yet'}>
                {q
                  ? 'A part of a name, an address or a number is enough. Customers of other teams are not shown.'
                  : 'A customer is here from their first message on, whichever way it comes.'}
              </EmptyState>
            </div>
          ) : (
            <>
              <CustomerTable rows={rows} />
              {list.hasNextPage && (
                <div className="py-4 text-center">
                  <Button size="form" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    Show more
                  </Button>
                </div>
              )}
            </>
          )}
        </div>
      </div>
    </main>
  );
}

function CustomerTable({ rows }: { rows: CustomerRow[] }) {
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="sr-only">Customers</caption>
      <thead className="text-meta text-ink-3 max-pane:sr-only">
        <tr className="h-8 border-b border-line">
          <th scope="col" className="font-text">
            Customer
          </th>
          <th scope="col" className="w-28 font-text">
            Tier
          </th>
          <th scope="col" className="w-28 font-text max-desk:hidden">
            Language
          </th>
          <th scope="col" className="w-36 text-right font-text">
            Conversations
          </th>
          <th scope="col" className="w-36 text-right font-text">
            Last contact
          </th>
        </tr>
      </thead>
      <tbody className="max-pane:block">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: CustomerRow }) {
  const now = useNow(60_000);
  return (
    <tr className="relative h-12 border-b border-line hover:bg-hover max-pane:flex max-pane:h-auto max-pane:flex-wrap max-pane:items-center max-pane:gap-x-3 max-pane:py-2">
      <th scope="row" className="py-1.5 pr-4 font-text max-pane:w-full max-pane:p-0">
        <span className="flex items-center gap-3">
          <Avatar name={row.name} size={28} />
          <span className="min-w-0">
            <Link
              href={`/customers/${row.id}`}
              className="block truncate font-medium text-ink-1 after:absolute after:inset-0 focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--focus)]"
            >
              {row.name}
            </Link>
            <span className="block truncate text-meta text-ink-3">{row.reach ?? 'No address'}</span>
          </span>
        </span>
      </th>
      <td className="max-pane:pl-10 max-pane:empty:pl-7">
        <TierBadge tier={row.tier} />
      </td>
      <td className="text-ink-2 max-desk:hidden">{row.language ? formatLanguage(row.language) : '–'}</td>
      <td className="text-right text-ink-2 tabular-nums max-pane:text-meta">
        {row.conversations}
        <span className="pane:hidden">{row.conversations === 1 ? ' conversation' : ' conversations'}</span>
        {row.open > 0 && <span className="text-accent-text">, {row.open} open</span>}
      </td>
      <td className="text-right text-ink-2 tabular-nums max-pane:ml-auto max-pane:text-meta">
        {now > 0 && (row.lastAt ? formatMoment(row.lastAt, now) : 'Never')}
      </td>
    </tr>
  );
}

function TableSkeleton() {
  return (
    <div role="status" aria-label="Reading the customers">
      {[1, 2, 3, 4, 5, 6, 7, 8].map((row) => (
        <div key={row} className="flex h-12 items-center gap-3 border-b border-line">
          <Skeleton className="size-7 rounded-full" />
          <Skeleton className="h-2.5 w-44" />
          <span className="flex-1" />
          <Skeleton className="h-2.5 w-24" />
        </div>
      ))}
    </div>
  );
}
