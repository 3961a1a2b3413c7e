'use client';

import { History, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Segments } from '@/components/ui/segments';
import { Skeleton } from '@/components/ui/skeleton';
import type { CustomerDetail } from '@/lib/conversations/customer.schema';
import { timelineKindSchema } from '@/lib/conversations/customer.schema';
import { joinRecords } from './join-records';
import { useCustomerRecords, useTimeline } from './queries';
import { TimelineLine } from './timeline-line';

const filters = [
  ['all', 'Everything'],
  ['conversation', 'Conversations'],
  ['order', 'Orders'],
  ['note', 'Notes'],
  ['consent', 'Consent'],
  ['merge', 'Merges'],
] as const;
type Filter = (typeof filters)[number][0];

/** One line of time over all channels, with what the shop knows in its place. */
export function Timeline({ customer }: { customer: CustomerDetail }) {
  const [filter, setFilter] = useState<Filter>('all');
  const kind = timelineKindSchema.safeParse(filter).data ?? null;
  const ours = useTimeline(customer.id, kind, filter !== 'order');
  const records = useCustomerRecords(customer.id);
  const entries = filter === 'order' ? [] : (ours.data?.pages.flatMap((page) => page.entries) ?? []);
  const withOrders = filter === 'all' || filter === 'order';
  const complete = filter === 'order' || !ours.hasNextPage;
  const shown = withOrders ? joinRecords(entries, records.data, complete) : entries;
  const reading = filter === 'order' ? records.isPending : ours.isPending;
  return (
    <section aria-label="Timeline">
      <div className="mb-3 flex items-center gap-3 overflow-x-auto pb-1">
        <Segments label="What is shown" options={filters} chosen={filter} onChoose={setFilter} />
      </div>
      {withOrders && <ShopLine records={records} />}
      {ours.isError && filter !== 'order' ? (
        <ListFailed what="The timeline" error={ours.error} onRetry={() => void ours.refetch()} />
      ) : reading ? (
        <div role="status" aria-label="Reading the timeline">
          {['w-72', 'w-56', 'w-80', 'w-64', 'w-48'].map((width) => (
            <div key={width} className="flex h-14 items-center gap-3 border-b border-line">
              <Skeleton className="size-4" />
              <Skeleton className={`h-2.5 ${width}`} />
            </div>
          ))}
        </div>
      ) : shown.length === 0 ? (
        <div className="h-56">
          <EmptyState icon={History} title="Nothing of this yet">
            What happens with this customer stands here, whichever way it comes.
          </EmptyState>
        </div>
      ) : (
        <ol>
          {shown.map((entry) => (
            <TimelineLine
              key={`${entry.kind} ${entry.id}`}
              entry={entry}
              mayEdit={customer.may.edit}
              mayAll={customer.may.merge}
            />
          ))}
        </ol>
      )}
      {!complete && (
        <div className="py-4 text-center">
          <Button size="form" busy={ours.isFetchingNextPage} onClick={() => void ours.fetchNextPage()}>
            Show earlier
          </Button>
        </div>
      )}
      {customer.elsewhere > 0 && (filter === 'all' || filter === 'conversation') && (
        <p className="py-3 text-meta text-ink-3">
          {customer.elsewhere} more in other {customer.elsewhere === 1 ? 'team' : 'teams'}
        </p>
      )}
    </section>
  );
}

function ShopLine({ records }: { records: ReturnType<typeof useCustomerRecords> }) {
  const why = records.data?.kind === 'unavailable' ? records.data.why : records.isError ? records.error.message : null;
  if (why === null) return null;
  return (
    <p className="flex items-center gap-2 border-b border-line pb-2 text-attention-text">
      <span className="min-w-0 flex-1 text-pretty">The shop does not answer, so orders are missing here. {why}</span>
      <Button look="plain" icon={RotateCcw} onClick={() => void records.refetch()}>
        Try again
      </Button>
    </p>
  );
}
