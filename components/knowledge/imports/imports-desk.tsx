'use client';

import { Download, Plus } from 'lucide-react';
import { useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import type { ImportRow } from '@/lib/knowledge/import.schema';
import { kinds, StateBadge } from './import-signs';
import { NewImportDialog } from './new-import-dialog';
import { useImports } from './queries';

/** What was brought in from elsewhere, and what waits to be. */
export function ImportsDesk() {
  const list = useImports();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button look="filled" size="form" icon={Plus} onClick={() => setAdding(true)}>
      New import
    </Button>
  );
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <header className="flex h-(--bar) flex-none items-center gap-3 border-b border-line px-6 max-pane:h-14 max-pane:px-4">
        <Link href="/knowledge" className="text-ink-2 hover:text-ink-1 desk:hidden">
          Knowledge
        </Link>
        <span aria-hidden className="text-ink-3 desk:hidden">
          ›
        </span>
        <h1 className="truncate font-strong">Imports</h1>
        <span className="flex-1" />
        {list.data && list.data.rows.length > 0 && add}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {list.isPending ? (
          <RowsSkeleton />
        ) : list.isError ? (
          <ListFailed error={list.error} onRetry={() => void list.refetch()} />
        ) : list.data.rows.length === 0 ? (
          <EmptyState icon={Download} title="Nothing was imported yet" actions={add}>
            Bring in what you have: Markdown, web pages, a whole help centre or a table of questions. You see what will
            happen before anything does.
          </EmptyState>
        ) : (
          <ImportTable rows={list.data.rows} />
        )}
      </div>
      {adding && <NewImportDialog onClose={() => setAdding(false)} />}
    </main>
  );
}

function ImportTable({ rows }: { rows: ImportRow[] }) {
  const now = useNow(60_000);
  return (
    <table className="w-full border-collapse text-left">
      <thead className="max-pane:sr-only">
        <tr className="h-8 border-b border-line text-meta text-ink-3">
          <th className="pl-6 font-text">Import</th>
          <th className="font-text">State</th>
          <th className="pr-6 text-right font-text max-pane:hidden">Files</th>
          <th className="pr-6 text-right font-text">Errors</th>
          <th className="font-text max-desk:hidden">By</th>
          <th className="pr-6 text-right font-text max-pane:hidden">Started</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { icon: Icon, name } = kinds[row.kind];
          return (
            <tr key={row.id} className="relative h-9 border-b border-line hover:bg-hover max-pane:h-14">
              <td className="max-w-0 w-full pr-6 pl-6 max-pane:pl-4">
                <Link
                  href={`/knowledge/imports/${row.id}`}
                  className="focus-inside flex items-center gap-2 font-medium after:absolute after:inset-0"
                >
                  <Icon size={16} strokeWidth={1.75} aria-label={name} className="flex-none text-ink-3" />
                  <span className="truncate">{row.name}</span>
                </Link>
              </td>
              <td className="pr-6">
                <StateBadge state={row.state} />
              </td>
              <td className="pr-6 text-right tabular-nums max-pane:hidden">{row.total}</td>
              <td
                className={`pr-6 text-right whitespace-nowrap tabular-nums ${row.failed > 0 ? 'text-danger-text' : 'text-ink-3'}`}
              >
                {row.failed}
                <span className="pane:hidden"> {row.failed === 1 ? 'error' : 'errors'}</span>
              </td>
              <td className="pr-6 whitespace-nowrap text-ink-2 max-desk:hidden">{row.person}</td>
              <td className="pr-6 text-right whitespace-nowrap text-ink-2 tabular-nums max-pane:hidden">
                {now > 0 && formatMoment(row.at, now)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const widths = ['w-48', 'w-64', 'w-40', 'w-56'];

function RowsSkeleton() {
  return (
    <div role="status" aria-label="Reading imports" className="pt-8">
      {widths.map((width) => (
        <div key={width} className="flex h-9 items-center gap-6 border-b border-line px-6 max-pane:h-14 max-pane:px-4">
          <span className="flex-1">
            <Skeleton className={`h-2.5 max-w-full ${width}`} />
          </span>
          <Skeleton className="h-5 w-20" />
          <Skeleton className="h-2.5 w-8" />
        </div>
      ))}
    </div>
  );
}
