'use client';

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';

type Props<T> = {
  /** As in "Reading the labels". */
  what: string;
  rows: readonly T[] | undefined;
  error: Error | null;
  onRetry: () => void;
  empty: { icon: LucideIcon; title: string; says: string };
  children: (row: T, at: number) => ReactNode;
};

/** What is arranged, row by row, with its skeleton, its empty and its failed state. */
export function ArrangedList<T extends { id: string }>({ what, rows, error, onRetry, empty, children }: Props<T>) {
  if (!rows && error) return <ListFailed what={`The ${what}`} error={error} onRetry={onRetry} />;
  if (!rows)
    return (
      <div role="status" aria-label={`Reading the ${what}`}>
        {[1, 2, 3, 4].map((row) => (
          <div key={row} className="flex h-14 items-center border-b border-line">
            <Skeleton className="h-2.5 w-48" />
          </div>
        ))}
      </div>
    );
  if (rows.length === 0)
    return (
      <div className="h-80">
        <EmptyState icon={empty.icon} title={empty.title}>
          {empty.says}
        </EmptyState>
      </div>
    );
  return (
    <ul>
      {rows.map((row, at) => (
        <li
          key={row.id}
          className="relative flex min-h-14 items-center gap-3 border-b border-line py-1.5 hover:bg-hover"
        >
          {children(row, at)}
        </li>
      ))}
    </ul>
  );
}

/** The name of a row: pressed anywhere on the row it opens it. */
export function RowName({ name, says, onOpen }: { name: string; says: ReactNode; onOpen: () => void }) {
  return (
    <span className="min-w-0 flex-1">
      <button
        type="button"
        aria-label={`Edit ${name}`}
        onClick={onOpen}
        className="block max-w-full truncate text-left font-medium after:absolute after:inset-0 focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--focus)]"
      >
        {name}
      </button>
      <span className="block text-meta text-pretty text-ink-3">{says}</span>
    </span>
  );
}
