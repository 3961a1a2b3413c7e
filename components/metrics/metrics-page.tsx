'use client';

import { CloudAlert, Copy, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { ReadFailed } from '@/components/shell/fetch-json';
import { useMay } from '@/components/shell/me';
import { PageBar } from '@/components/shell/page-bar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { FilterChips } from './filter-chips';
import { MetricTable, type TableData } from './metric-table';
import { MetricsBar } from './metrics-bar';
import { metricsGroups } from './metrics-places';
import { CountedLine } from './metrics-side';
import { useMetricsPlace, withSearch } from './use-metrics-place';

type PageProps = {
  title: string;
  /** What can be narrowed by on this page; all of it unless said otherwise. `none`: no period, no filter. */
  bar?: 'all' | 'period' | 'none';
  /** Whether the time before is told as well. */
  compares?: boolean;
  /** Beside the bar's own, such as a button of this page. */
  doing?: ReactNode;
  /** Whether the page can be read as tables: its content is then in `Figures`. */
  table?: boolean;
  /** Whether rows per conversation can be taken out here. */
  csv?: boolean;
  children: ReactNode;
};

/**
 * The frame of a page of figures: its bar and what it is narrowed by. It stands before there are figures and stays when
 * they arrive, so that a menu that was opened meanwhile stays open.
 */
export function MetricsPage({
  title,
  bar = 'all',
  compares = true,
  doing,
  table = bar === 'all',
  csv = bar === 'all',
  children,
}: PageProps) {
  const place = useMetricsPlace();
  const reads = useMay('metrics.read');
  const places = metricsGroups
    .flatMap((group) => group.places)
    .filter(() => reads)
    .map(({ href, name }) => [withSearch(href, place.search), name] as const);
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <PageBar title={title} area="Metrics" places={places} dense={bar === 'all'}>
        {doing}
        {bar !== 'none' && <MetricsBar narrow={bar === 'all'} compares={compares} table={table} csv={csv} />}
      </PageBar>
      {bar === 'all' && <FilterChips />}
      <div className="min-h-0 flex-1 overflow-y-auto" data-scrolls>
        <div className="mx-auto max-w-[1480px] px-6 pt-5 pb-8 max-pane:px-4 desk:pb-2">
          {children}
          <div className="mt-8 text-meta desk:hidden">
            <CountedLine />
          </div>
        </div>
      </div>
    </main>
  );
}

type FiguresProps = {
  tables: TableData[];
  /** Stands below the tables, such as one that can be turned by what it tells apart. */
  more?: ReactNode;
  children: ReactNode;
};

/** The figures of a page, or the numbers of it as tables where one asked for these. */
export function Figures({ tables, more, children }: FiguresProps) {
  if (!useMetricsPlace().table) return children;
  return (
    <div className="flex flex-col gap-8">
      {tables.map((table) => (
        <MetricTable key={table.title} {...table} />
      ))}
      {more}
    </div>
  );
}

/** The sentence that says what happened, and the line below it. */
export function Headline({ says, more }: { says: string; more?: ReactNode }) {
  return (
    <div className="pb-4">
      <h2 className="text-title font-strong tracking-(--tracking-title) text-pretty">{says}</h2>
      {more && <p className="mt-1.5 text-pretty text-ink-2">{more}</p>}
    </div>
  );
}

type SectionProps = { title: string; says?: ReactNode; className?: string; children: ReactNode };

/** A chart with its title, which says what it shows, and a line that says what is drawn. */
export function ChartSection({ title, says, className, children }: SectionProps) {
  return (
    <section aria-label={title} className={`min-w-0 ${className ?? ''}`}>
      <h3 className="font-strong text-pretty">{title}</h3>
      {says && <p className="text-pretty text-ink-2">{says}</p>}
      <div className="mt-2">{children}</div>
    </section>
  );
}

/** Rows of sections under each other with a hairline between: the column edges of all bands meet. */
export function Band({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={`border-t border-line py-4 ${className ?? ''}`}>{children}</div>;
}

/** Columns of a band: 0, 392 and 768 of 1128. */
export const bandColumns = 'grid gap-x-8 gap-y-6 grid-cols-[360fr_344fr_360fr] max-desk:grid-cols-1';

type AwaitProps = { query: { error: Error | null; refetch: () => unknown }; what?: string; children: ReactNode };

/** In place of figures that are not there yet: the page in its final shape, or what went wrong with a way on. */
export function FiguresAwaited({ query, what = 'The figures', children }: AwaitProps) {
  if (!query.error)
    return (
      <div role="status" aria-label="Reading figures">
        {children}
      </div>
    );
  const id = query.error instanceof ReadFailed ? query.error.id : null;
  return (
    <div className="h-80">
      <EmptyState
        alert
        tone="danger"
        icon={CloudAlert}
        title={`${what} did not load`}
        actions={
          <>
            <Button look="filled" icon={RotateCcw} onClick={() => void query.refetch()}>
              Try again
            </Button>
            {id && (
              <Button look="plain" icon={Copy} onClick={() => void navigator.clipboard.writeText(id)}>
                Copy {id.slice(0, 8)}
              </Button>
            )}
          </>
        }
      >
        {query.error.message}
      </EmptyState>
    </div>
  );
}

type SkeletonProps = {
  tiles?: number;
  /** What stands below: two bands of charts, a table, a map with its table, or inputs beside charts. */
  shape?: 'charts' | 'table' | 'map' | 'inputs';
};

/** Headline, tiles and what is below them, as they will stand. */
export function PageSkeleton({ tiles = 6, shape = 'charts' }: SkeletonProps) {
  return (
    <>
      <div className="pb-5">
        <Skeleton className="mt-1 h-4 w-2/3" />
        <Skeleton className="mt-3 h-2.5 w-1/2" />
      </div>
      {shape === 'charts' && tiles > 0 && (
        <div className="flex border-y border-line py-3 max-desk:flex-wrap">
          {places(tiles).map((at) => (
            <div key={at} className="flex h-26 min-w-36 flex-1 flex-col gap-2.5 pr-4">
              <Skeleton className="h-2 w-24" />
              <Skeleton className="h-5 w-20" />
              <Skeleton className="mt-1 h-6 w-full" />
              <Skeleton className="h-2 w-20" />
            </div>
          ))}
        </div>
      )}
      {shape === 'charts' && (
        <>
          <ChartsSkeleton />
          <ChartsSkeleton />
        </>
      )}
      {shape === 'map' && <Skeleton className="mb-6 h-[334px] w-full" />}
      {(shape === 'table' || shape === 'map') && <RowsSkeleton rows={6} />}
      {shape === 'inputs' && (
        <div className="grid grid-cols-[360fr_736fr] gap-x-8 gap-y-6 border-t border-line py-4 max-desk:grid-cols-1">
          <RowsSkeleton rows={7} />
          <Skeleton className="h-72 w-full" />
        </div>
      )}
    </>
  );
}

const places = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

function ChartsSkeleton() {
  return (
    <div className={`${bandColumns} mt-5`}>
      {places(3).map((at) => (
        <div key={at}>
          <Skeleton className="h-2.5 w-1/2" />
          <Skeleton className="mt-2.5 h-2 w-2/3" />
          <Skeleton className="mt-4 h-40 w-full" />
        </div>
      ))}
    </div>
  );
}

function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <div className="border-t border-line">
      {places(rows).map((at) => (
        <div key={at} className="flex h-12 items-center gap-8 border-b border-line">
          <Skeleton className="h-2.5 w-1/3" />
          <span className="flex-1" />
          <Skeleton className="h-2.5 w-16" />
        </div>
      ))}
    </div>
  );
}
