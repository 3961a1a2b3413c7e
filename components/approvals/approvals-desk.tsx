'use client';

import { ShieldCheck } from 'lucide-react';
import { OneAwaited } from '@/components/inbox/list-states';
import { useCommands } from '@/components/shell/use-shortcut';
import { EmptyState } from '@/components/ui/empty-state';
import { ApprovalList } from './approval-list';
import { ApprovalOpen } from './approval-open';
import { ApprovalsSide } from './approvals-side';
import { useApproval, useApprovals } from './queries';
import { approvalHref, approvalPress, goToApproval, useApprovalsPlace } from './use-approvals-place';

/** Actions that a rule stopped: the longest waiting first, each with what it rests on and the decision. */
export function ApprovalsDesk() {
  const id = useApprovalsPlace();
  const list = useApprovals();
  const waiting = list.data?.waiting ?? [];
  const at = waiting.findIndex((row) => row.id === id);
  const step = (by: number) => {
    const next = waiting[at < 0 ? 0 : at + by];
    if (next) goToApproval(next.id);
  };
  useCommands([
    ['list.next', () => step(1)],
    ['list.previous', () => step(-1)],
    ['list.open', id === null && waiting.length > 0 && (() => step(0))],
    ['desk.back', id !== null && (() => goToApproval(null))],
  ]);
  return (
    <>
      <ApprovalsSide place="approvals" />
      <main id="main" className="relative flex min-h-0 min-w-0 flex-1">
        <h1 className="sr-only">Approvals</h1>
        <ApprovalList id={id} list={list} onRetry={() => void list.refetch()} />
        <Chosen
          id={id}
          onDecided={() => {
            const next = waiting[at + 1] ?? waiting[at - 1];
            goToApproval(next && next.id !== id ? next.id : null);
          }}
        />
      </main>
    </>
  );
}

function Chosen({ id, onDecided }: { id: string | null; onDecided: () => void }) {
  const approval = useApproval(id);
  if (id === null)
    return (
      <div className="min-w-0 flex-1 bg-surface max-pane:hidden">
        <EmptyState icon={ShieldCheck} title="Nothing is open">
          Choose what waits, or press J for the first one.
        </EmptyState>
      </div>
    );
  if (approval.data) return <ApprovalOpen key={approval.data.id} approval={approval.data} onDecided={onDecided} />;
  return (
    <OneAwaited what="approval" query={approval} back={{ href: approvalHref(null), onClick: approvalPress(null) }} />
  );
}
