'use client';

import { Download, Map as MapIcon, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ChartSection, FiguresAwaited, MetricsPage } from '@/components/metrics/metrics-page';
import { Button, buttonClass } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import type { HistoryView } from '@/lib/history/history.schema';
import { HistoryBadge, sayHistory, shareDone } from './history-signs';
import { MappingForm } from './mapping-form';
import { useDeleteImport, useHistory } from './queries';

/** One table of old tickets: what stands in which column, how far it is read, what became of it. */
export function HistoryPane({ id }: { id: string }) {
  const router = useRouter();
  const dropping = useDeleteImport();
  const query = useHistory(id, dropping.isIdle || dropping.isError);
  const [leaving, setLeaving] = useState(false);
  const view = query.data;
  return (
    <MetricsPage
      title={view?.name ?? 'Old tickets'}
      bar="none"
      doing={
        view && (
          <>
            <HistoryBadge state={view.state} />
            <Button size="form" look="danger-plain" icon={Trash2} onClick={() => setLeaving(true)}>
              Delete
            </Button>
          </>
        )
      }
    >
      <p className="pb-3 text-meta">
        <Link href="/metrics/automate/imports" className="text-accent-text underline">
          All old tickets
        </Link>
      </p>
      {view ? (
        <Opened view={view} />
      ) : (
        <FiguresAwaited query={query} what="The import">
          {['w-1/3', 'w-2/3', 'w-1/2', 'w-3/5'].map((width) => (
            <div key={width} className="flex h-12 items-center border-b border-line">
              <Skeleton className={`h-2.5 ${width}`} />
            </div>
          ))}
        </FiguresAwaited>
      )}
      {leaving && view && (
        <ConfirmDialog
          title={`Delete ${view.name}`}
          verb="Delete with its tickets"
          busy={dropping.isPending}
          onClose={() => setLeaving(false)}
          onConfirm={() => dropping.mutate({ id }, { onSuccess: () => router.push('/metrics/automate/imports') })}
        >
          {view.taken > 0
            ? `Its ${view.taken.toLocaleString('en-US')} tickets go, with everything that was found out about them. Tickets another file brought too are in this one alone if it came first.`
            : 'Nothing of it was read.'}
        </ConfirmDialog>
      )}
    </MetricsPage>
  );
}

function Opened({ view }: { view: HistoryView }) {
  const share = shareDone(view);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 pb-5">
        <div className="min-w-0 flex-1 basis-72">
          <h2 role="status" className="text-title font-strong tracking-(--tracking-title) text-pretty">
            {sayHistory(view)}
          </h2>
          {share !== null && (
            <div
              role="progressbar"
              aria-label={view.state === 'reading' ? 'Reading' : 'Sorting'}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round(share * 100)}
              className="mt-3 h-1 max-w-[480px] overflow-hidden rounded-full bg-track"
            >
              <div className="h-full rounded-full bg-accent" style={{ width: `${Math.max(2, share * 100)}%` }} />
            </div>
          )}
          {share !== null && <p className="mt-2 text-ink-2">You may leave this page; it goes on all the same.</p>}
        </div>
        {view.state === 'done' && view.taken + view.known > 0 && (
          <Link href="/metrics/automate?source=history" className={buttonClass('filled', 'form')}>
            <MapIcon size={16} strokeWidth={1.75} aria-hidden className="-ml-px flex-none" />
            See the map
          </Link>
        )}
      </div>
      {view.state === 'mapping' && view.table && <MappingForm key={view.id} id={view.id} table={view.table} />}
      {view.refusals.length > 0 && <Refusals view={view} />}
    </>
  );
}

function Refusals({ view: { id, refused, refusals } }: { view: HistoryView }) {
  return (
    <ChartSection
      className="border-t border-line pt-5"
      title={refused === 1 ? 'One row could not be read' : `${refused.toLocaleString('en-US')} rows could not be read`}
      says={
        <>
          Mend {refused === 1 ? 'it' : 'them'} in the table and bring that in: the columns that were asked for are in
          it, masked. {refusals.length < refused && `The first ${refusals.length} are here, the table has all.`}
        </>
      }
    >
      <a href={`/api/history/imports/${id}/refused`} download className={buttonClass('outlined', 'form', 'mb-3')}>
        <Download size={16} strokeWidth={1.75} aria-hidden className="-ml-px flex-none text-ink-3" />
        Rows as CSV
      </a>
      <table className="w-full text-left">
        <thead className="text-meta text-ink-3">
          <tr className="h-8 border-b border-line">
            <th className="w-24 font-text">Line</th>
            <th className="font-text">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {refusals.map(({ line, reason }) => (
            <tr key={line} className="h-8 border-b border-line">
              <th scope="row" className="font-text text-ink-2 tabular-nums">
                {line.toLocaleString('en-US')}
              </th>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartSection>
  );
}
