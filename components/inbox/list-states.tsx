'use client';

import { CloudAlert, Copy, Inbox, RotateCcw, ShieldCheck, Sun } from 'lucide-react';
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
