'use client';

import { CloudAlert, Copy, Inbox, Lock, RotateCcw, ShieldCheck, Sun } from 'lucide-react';
import type { MouseEventHandler } from 'react';
import { ReadFailed } from '@/components/shell/fetch-json';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { deskHref } from './desk';
import { useCounts } from './queries';
import { moveOnPress } from './use-desk';

const widths = [
  ['w-28', 'w-52', 'w-22'],
  ['w-22', 'w-44', 'w-30'],
  ['w-34', 'w-56', 'w-18'],
  ['w-24', 'w-48', 'w-26'],
  ['w-30', 'w-40', 'w-20'],
  ['w-26', 'w-52', 'w-24'],
];

export function ListSkeleton() {
  return (
    <div role="status" aria-label="Reading conversations">
      {widths.map(([name, gist, intent]) => (
        <div
          key={name}
          className="grid h-(--row) grid-cols-[16px_1fr_auto] gap-x-2.5 border-b border-line py-2 pr-4 pl-3"
        >
          <Skeleton className="mt-0.5 size-4" />
          <div className="flex flex-col gap-1.5 pt-1">
            <Skeleton className={`h-2.5 ${name}`} />
            <Skeleton className={`h-2 ${gist}`} />
            <Skeleton className={`h-2 ${intent}`} />
          </div>
          <Skeleton className="mt-1 h-2 w-11" />
        </div>
      ))}
    </div>
  );
}

const unassigned = { view: 'unassigned', team: null, conversationId: null };

export function ListEmpty({ view }: { view: string }) {
  const { data: counts } = useCounts();
  const waiting = counts?.views.unassigned ?? 0;
  if (view === 'needs-me')
    return (
      <EmptyState
        icon={Sun}
        title="Nobody waits for you"
        actions={
          waiting > 0 && (
            <a href={deskHref(unassigned)} onClick={moveOnPress(unassigned)} className={buttonClass('outlined')}>
              See unassigned
            </a>
          )
        }
      >
        {waiting > 0
          ? `${waiting} ${waiting === 1 ? 'conversation has' : 'conversations have'} no agent yet.`
          : 'No conversation is without an agent. New ones appear here by themselves.'}
      </EmptyState>
    );
  if (view === 'approvals')
    return (
      <EmptyState icon={ShieldCheck} title="Nothing waits for approval">
        When a rule asks for a supervisor, the action stops here until somebody decides.
      </EmptyState>
    );
  return (
    <EmptyState icon={Inbox} title="No conversations here">
      They appear by themselves as soon as there are any.
    </EmptyState>
  );
}

export function ListFailed({
  error,
  onRetry,
  what = 'The list',
}: {
  error: Error;
  onRetry: () => void;
  what?: string;
}) {
  const id = error instanceof ReadFailed ? error.id : null;
  return (
    <EmptyState
      alert
      tone="danger"
      icon={CloudAlert}
      title={`${what} did not load`}
      actions={
        <>
          <Button look="filled" icon={RotateCcw} onClick={onRetry}>
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
      {error.message} Nothing you wrote is lost.
    </EmptyState>
  );
}

type OneProps = {
  what: string;
  query: { error: Error | null; refetch: () => unknown };
  /** The way back to the list. */
  back: { href: string; onClick: MouseEventHandler<HTMLAnchorElement> };
};

/** In place of what was chosen while it is read, when it cannot be read, or when there is nothing to see. */
export function OneAwaited({ what, query, back }: OneProps) {
  if (query.error)
    return (
      <div className="min-w-0 flex-1 bg-surface">
        {query.error instanceof ReadFailed && [400, 404].includes(query.error.status) ? (
          <EmptyState
            icon={Lock}
            title="There is nothing here for you"
            actions={
              <a {...back} className={buttonClass('outlined')}>
                Back to the list
              </a>
            }
          >
            It may not exist, or belong to another team.
          </EmptyState>
        ) : (
          <ListFailed what={`The ${what}`} error={query.error} onRetry={() => void query.refetch()} />
        )}
      </div>
    );
  return (
    <div role="status" aria-label={`Reading the ${what}`} className="min-w-0 flex-1 bg-surface">
      <div className="flex h-(--bar) items-center border-b border-line px-4">
        <Skeleton className="h-3 w-32" />
      </div>
      <div className="flex flex-col gap-3 p-6">
        {['w-2/3', 'w-5/6', 'w-1/2', 'w-3/4'].map((width) => (
          <Skeleton key={width} className={`h-2.5 ${width}`} />
        ))}
      </div>
    </div>
  );
}
