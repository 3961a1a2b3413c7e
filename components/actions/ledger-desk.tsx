'use client';

import { Download, ScrollText, SearchX } from 'lucide-react';
import { ApprovalsSide } from '@/components/approvals/approvals-side';
import { ListFailed, OneAwaited } from '@/components/inbox/list-states';
import { PageBar } from '@/components/shell/page-bar';
import { useCommands } from '@/components/shell/use-shortcut';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { join } from '@/components/ui/join';
import { Skeleton } from '@/components/ui/skeleton';
import { LedgerEntryPane } from './ledger-entry';
import { LedgerFilters } from './ledger-filters';
import { LedgerSumsLine } from './ledger-sums';
import { LedgerTable } from './ledger-table';
import { useLedger, useLedgerEntry } from './queries';
import { goToLedger, ledgerHref, ledgerPress, useLedgerPlace } from './use-ledger-place';

/** The book of every write that was asked for, the newest first, with what became of each. */
export function LedgerDesk() {
  const place = useLedgerPlace();
  const filter = place.filter.toString();
  const list = useLedger(filter);
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const at = rows?.findIndex(({ id }) => id === place.id) ?? -1;
  const step = (by: number) => {
    const next = rows?.[at < 0 ? 0 : at + by];
    if (next) goToLedger({ ...place, id: next.id });
  };
  const differences = place.filter.get('differences') === 'open';
  useCommands([
    ['list.next', () => step(1)],
    ['list.previous', () => step(-1)],
    ['list.open', place.id === null && (() => step(0))],
    ['desk.back', place.id !== null && (() => goToLedger({ ...place, id: null }))],
  ]);
  return (
    <>
      <ApprovalsSide place={differences ? 'differences' : 'ledger'} />
      <main id="main" className="flex min-h-0 min-w-0 flex-1 bg-surface">
        <section
          aria-label="Ledger"
          className={join('flex min-h-0 min-w-0 flex-1 flex-col', place.id !== null && 'max-wide:hidden')}
        >
          <PageBar
            title={differences ? 'Differences' : 'Action ledger'}
            says={
              differences
                ? 'Where the ledger and the shop disagree'
                : 'Everything that was asked for in other systems, and what became of it'
            }
            area="Actions"
            places={[
              ['/approvals', 'Approvals'],
              ['/actions', 'Action ledger'],
              ['/actions?differences=open', 'Differences'],
            ]}
          >
            <a href={`/api/actions/csv?${filter}`} download className={buttonClass('outlined', 'form')}>
              <Download size={16} strokeWidth={1.75} aria-hidden className="text-ink-3" />
              CSV
            </a>
          </PageBar>
          <LedgerFilters key={filter} place={place} />
          <LedgerSumsLine place={place} />
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-8 max-pane:px-4">
            {list.isError && !rows ? (
              <ListFailed what="The ledger" error={list.error} onRetry={() => void list.refetch()} />
            ) : !rows ? (
              <TableSkeleton />
            ) : rows.length === 0 ? (
              <div className="h-80">
                <Nothing filtered={filter !== ''} differences={differences} />
              </div>
            ) : (
              <>
                <LedgerTable rows={rows} place={place} />
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
        </section>
        {place.id !== null && <Chosen key={place.id} id={place.id} filter={place.filter} />}
      </main>
    </>
  );
}

function Nothing({ filtered, differences }: { filtered: boolean; differences: boolean }) {
  const all = { id: null, filter: new URLSearchParams() };
  if (differences)
    return (
      <EmptyState icon={ScrollText} title="The ledger and the shop agree">
        What was done in the last days is compared with the shop, a few at a time. Where they disagree it stands here.
      </EmptyState>
    );
  if (filtered)
    return (
      <EmptyState
        icon={SearchX}
        title="No action fits that"
        actions={
          <a href={ledgerHref(all)} onClick={ledgerPress(all)} className={buttonClass('outlined')}>
            Show all
          </a>
        }
      >
        Take a filter away to see more.
      </EmptyState>
    );
  return (
    <EmptyState icon={ScrollText} title="Nothing was asked for yet">
      The first refund, change or reset that the assistant proposes is written down here, with what became of it.
    </EmptyState>
  );
}

function Chosen({ id, filter }: { id: string; filter: URLSearchParams }) {
  const entry = useLedgerEntry(id);
  const back = { id: null, filter };
  return (
    <aside
      aria-label="Action"
      className="flex w-[400px] flex-none flex-col border-line bg-canvas max-wide:w-full wide:border-l"
    >
      {entry.data ? (
        <LedgerEntryPane entry={entry.data} onClose={() => goToLedger(back)} />
      ) : (
        <OneAwaited what="action" query={entry} back={{ href: ledgerHref(back), onClick: ledgerPress(back) }} />
      )}
    </aside>
  );
}

function TableSkeleton() {
  return (
    <div role="status" aria-label="Reading the ledger">
      {[1, 2, 3, 4, 5, 6, 7, 8].map((row) => (
        <div key={row} className="flex h-11 items-center gap-6 border-b border-line">
          <Skeleton className="h-2.5 w-24" />
          <Skeleton className="h-2.5 w-56" />
          <span className="flex-1" />
          <Skeleton className="h-2.5 w-20" />
          <Skeleton className="h-2.5 w-16" />
        </div>
      ))}
    </div>
  );
}
