'use client';

import { CircleAlert, CloudAlert, Download } from 'lucide-react';
import { useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import type { ImportView } from '@/lib/knowledge/import.schema';
import { StateBadge } from './import-signs';
import { ItemTable } from './item-table';
import { useCancelImport, useConfirmImport, useImport } from './queries';

/** One import: how far it is, what came of each file, what writing it will do, and the word to do it. */
export function ImportPane({ id }: { id: string }) {
  const { data: view, isPending, isError, error, refetch } = useImport(id);
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line px-6 max-pane:h-14 max-pane:px-4">
        <Link href="/knowledge/imports" className="text-ink-2 hover:text-ink-1">
          Imports
        </Link>
        <span aria-hidden className="text-ink-3">
          ›
        </span>
        <h1 className="min-w-0 truncate font-strong">{view?.name ?? 'Import'}</h1>
        {view && <StateBadge state={view.state} />}
      </header>
      {isPending ? (
        <PaneSkeleton />
      ) : isError ? (
        <ListFailed error={error} onRetry={() => void refetch()} what="The import" />
      ) : (
        <Opened view={view} />
      )}
    </main>
  );
}

function Opened({ view }: { view: ImportView }) {
  const [onlyErrors, setOnlyErrors] = useState(false);
  const failed = view.items.filter(({ state }) => state === 'failed');
  const shown = onlyErrors ? failed : view.items;
  return (
    <>
      <Summary view={view} />
      {view.items.length > 0 && (
        <div className="flex flex-none items-center gap-1 border-b border-line px-6 py-2 max-pane:px-4">
          <Chip pressed={!onlyErrors} onPress={() => setOnlyErrors(false)}>
            All {view.items.length}
          </Chip>
          <Chip pressed={onlyErrors} onPress={() => setOnlyErrors(true)}>
            Errors {failed.length}
          </Chip>
        </div>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto">
        {shown.length > 0 ? (
          <ItemTable items={shown} />
        ) : view.items.length > 0 ? (
          <EmptyState icon={CircleAlert} title="No errors">
            Everything in it could be read.
          </EmptyState>
        ) : view.state === 'failed' ? (
          <EmptyState icon={CloudAlert} tone="danger" title="It could not be read">
            {view.error}
          </EmptyState>
        ) : view.state === 'cancelled' ? (
          <EmptyState icon={Download} title="Cancelled">
            It was cancelled before it had been read. No article was changed.
          </EmptyState>
        ) : (
          <EmptyState icon={Download} title="It is being read">
            You may leave this page; it is read all the same.
          </EmptyState>
        )}
      </div>
    </>
  );
}

/** What holds now in one sentence, and the one thing to do about it. */
function Summary({ view }: { view: ImportView }) {
  const confirm = useConfirmImport();
  const cancel = useCancelImport();
  const good = view.items.filter(({ state }) => state === 'ready');
  const changing = good.filter(({ effect }) => effect?.does !== 'unchanged').length;
  const busy = confirm.isPending || cancel.isPending;
  const write = (publish: boolean) => confirm.mutate({ importId: view.id, publish });
  return (
    <section
      aria-label="What happens"
      className="flex flex-none flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-6 py-3 max-pane:px-4"
    >
      <div className="min-w-0 flex-1 basis-72">
        <p role="status">{sayState(view)}</p>
        {(view.state === 'reading' || view.state === 'writing') && <Progress view={view} />}
      </div>
      {view.state === 'reading' && (
        <Button size="form" look="plain" busy={busy} onClick={() => cancel.mutate({ importId: view.id })}>
          Cancel
        </Button>
      )}
      {view.state === 'ready' && (
        <div className="flex flex-wrap gap-2">
          <Button size="form" look="plain" busy={busy} onClick={() => cancel.mutate({ importId: view.id })}>
            Cancel
          </Button>
          <Button size="form" busy={busy} onClick={() => write(false)}>
            Keep as drafts
          </Button>
          <Button size="form" look="filled" busy={busy} onClick={() => write(true)}>
            {changing === 0 ? 'Finish' : `Publish ${changing} ${changing === 1 ? 'article' : 'articles'}`}
          </Button>
        </div>
      )}
    </section>
  );
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

function sayState(view: ImportView): string {
  const of = (does: string) => view.items.filter(({ effect }) => effect?.does === does).length;
  const skipped = view.items.filter(({ state }) => state === 'skipped').length;
  switch (view.state) {
    case 'reading':
      return view.total === 0 ? 'Looking for what there is to read.' : `Reading ${view.done} of ${view.total}.`;
    case 'ready': {
      const parts = [
        of('new') > 0 && `${of('new')} new`,
        of('changes') > 0 && `${of('changes')} changed`,
        of('unchanged') > 0 && `${of('unchanged')} the same as now`,
        view.failed > 0 && `${view.failed} left out with ${view.failed === 1 ? 'an error' : 'errors'}`,
        skipped > 0 && `${skipped} skipped`,
      ].filter(Boolean);
      return `Nothing is written yet: ${parts.join(', ')}.`;
    }
    case 'writing':
      return 'All of it is being written at once.';
    case 'done':
      return `${plural(view.written, 'article')} ${view.options.publish ? 'published' : 'kept as drafts'}${view.failed > 0 ? `, ${plural(view.failed, 'file')} left out with errors` : ''}.`;
    case 'failed':
      return view.error ?? 'It failed.';
    case 'cancelled':
      return 'Cancelled. No article was changed.';
  }
}

function Progress({ view }: { view: ImportView }) {
  const share = view.state === 'writing' || view.total === 0 ? null : view.done / view.total;
  return (
    <div
      role="progressbar"
      aria-label={view.state === 'writing' ? 'Writing' : 'Reading'}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      className="mt-2 h-1 max-w-96 overflow-hidden rounded-full bg-track"
    >
      <div
        className={join('h-full rounded-full bg-accent', share === null && 'animate-pulse')}
        style={{ width: `${(share ?? 1) * 100}%` }}
      />
    </div>
  );
}

type ChipProps = { pressed: boolean; onPress: () => void; children: React.ReactNode };

function Chip({ pressed, onPress, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={join(
        'h-7 rounded-corner px-2 font-medium whitespace-nowrap tabular-nums max-pane:h-11',
        pressed ? 'bg-fill text-ink-1' : 'text-ink-3 hover:bg-hover',
      )}
    >
      {children}
    </button>
  );
}

function PaneSkeleton() {
  return (
    <div role="status" aria-label="Reading the import">
      <div className="flex h-14 items-center border-b border-line px-6 max-pane:px-4">
        <Skeleton className="h-2.5 w-64" />
      </div>
      {['w-56', 'w-40', 'w-64', 'w-48'].map((width) => (
        <div key={width} className="flex h-9 items-center gap-6 border-b border-line px-6 max-pane:px-4">
          <span className="flex-1">
            <Skeleton className={`h-2.5 max-w-full ${width}`} />
          </span>
          <Skeleton className="h-5 w-20" />
        </div>
      ))}
    </div>
  );
}
