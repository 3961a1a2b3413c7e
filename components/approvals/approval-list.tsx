'use client';

import {
  CircleCheck,
  CircleX,
  Hourglass,
  MessageCircleQuestion,
  ShieldAlert,
  ShieldCheck,
  UserCheck,
} from 'lucide-react';
import { ListFailed, ListSkeleton } from '@/components/inbox/list-states';
import { TierBadge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatMoney } from '@/lib/format/format-money';
import { formatMoment, formatSpan } from '@/lib/format/format-time';
import type { ApprovalRow } from '@/lib/tools/approval.schema';
import type { useApprovals } from './queries';
import { TimeLeft } from './time-left';
import { approvalHref, approvalPress } from './use-approvals-place';

type Props = { id: string | null; list: ReturnType<typeof useApprovals>; onRetry: () => void };

export function ApprovalList({ id, list, onRetry }: Props) {
  const waiting = list.data?.waiting ?? [];
  const decided = list.data?.decided ?? [];
  return (
    <section
      aria-label="Waiting"
      className={join(
        'flex w-(--list) flex-none flex-col border-r border-line bg-surface max-pane:w-full max-pane:border-0',
        id !== null && 'max-pane:hidden',
      )}
    >
      <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line px-4 max-pane:h-14">
        <h2 className="font-strong">Approvals</h2>
        <span className="text-meta text-ink-3 tabular-nums">{list.data?.total}</span>
        <span className="flex-1" />
        <Link
          href="/actions"
          className="flex h-7 items-center rounded-corner px-2 font-medium text-ink-2 hover:bg-hover max-pane:h-11 desk:hidden"
        >
          Ledger
        </Link>
        <span className="text-meta text-ink-3 max-desk:hidden">Longest waiting</span>
      </header>
      {list.isPending ? (
        <ListSkeleton />
      ) : list.isError ? (
        <ListFailed error={list.error} onRetry={onRetry} />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          {waiting.length === 0 ? (
            <div className={decided.length > 0 ? 'h-64' : 'h-full'}>
              <EmptyState icon={ShieldCheck} title="Nothing waits for approval">
                When a rule asks for a person, the action stops here until somebody decides.
              </EmptyState>
            </div>
          ) : (
            <ul aria-label="Waiting for approval">
              {waiting.map((row) => (
                <li key={row.id}>
                  <Waiting row={row} open={row.id === id} />
                </li>
              ))}
            </ul>
          )}
          {decided.length > 0 && (
            <section aria-label="Decided today">
              <h3 className="flex h-8 items-center border-b border-line bg-canvas px-4 text-meta text-ink-3">
                Decided in the last 24 hours
              </h3>
              <ul>
                {decided.map((row) => (
                  <li key={row.id}>
                    <Decided row={row} open={row.id === id} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </section>
  );
}

const rowClass = (open: boolean) =>
  join(
    'focus-inside relative grid h-(--row) grid-cols-[16px_1fr] gap-x-2.5 border-b border-line py-2 pr-4 pl-3 max-pane:h-20 max-pane:py-3',
    open ? 'bg-selected' : 'hover:bg-hover',
  );

function Waiting({ row, open }: { row: ApprovalRow; open: boolean }) {
  const now = useNow(60_000);
  const waits = now > 0 ? formatSpan(now - Date.parse(row.waitingSince)) : '';
  const mine = row.standing === 'yours';
  return (
    <a
      href={approvalHref(row.id)}
      onClick={approvalPress(row.id)}
      aria-current={open ? 'true' : undefined}
      data-approval={row.id}
      className={rowClass(open)}
    >
      <span className="sr-only">{`${row.customer.name}, ${row.says}, waits ${waits}${mine ? '' : `, ${others[row.standing]}`}`}</span>
      {open && <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent" />}
      <span aria-hidden className="pt-0.5">
        {mine ? (
          <ShieldAlert size={16} strokeWidth={1.75} className="text-attention-text" />
        ) : (
          <Hourglass size={16} strokeWidth={1.75} className="text-ink-3" />
        )}
      </span>
      <span aria-hidden className="min-w-0">
        <span className="flex h-5 items-center gap-1.5">
          <span className="truncate font-strong">{row.customer.name}</span>
          <TierBadge tier={row.customer.tier} />
          <span className="flex-1" />
          <TimeLeft dueAt={row.dueAt} />
        </span>
        <span className="flex gap-2">
          <span className="min-w-0 flex-1 truncate">{row.says}</span>
        </span>
        <span className="flex h-4 items-center gap-2 text-meta text-ink-3">
          {row.amountCents !== null && !row.says.includes(formatMoney(row.amountCents)) && (
            <span className="tabular-nums">{formatMoney(row.amountCents)}</span>
          )}
          {row.approvalsNeeded > 1 && (
            <span className="inline-flex flex-none items-center gap-1">
              <UserCheck size={12} strokeWidth={2} />
              {row.agreed.length} of {row.approvalsNeeded}
            </span>
          )}
          {row.asked > 0 && (
            <span className="inline-flex flex-none items-center gap-1">
              <MessageCircleQuestion size={12} strokeWidth={2} />
              asked
            </span>
          )}
          <span className="min-w-0 truncate">{mine ? row.why : others[row.standing]}</span>
          <span className="flex-1" />
          <span className="flex-none whitespace-nowrap tabular-nums">{waits}</span>
        </span>
      </span>
    </a>
  );
}

const others: Record<ApprovalRow['standing'], string> = {
  yours: '',
  not_your_rank: 'waits for somebody else',
  your_own: 'you asked for it',
  you_agreed: 'you agreed',
};

const ends: Record<string, string> = { refused: 'Refused', expired: 'Ran out of time' };

function Decided({ row, open }: { row: ApprovalRow; open: boolean }) {
  const now = useNow(60_000);
  const refused = row.status === 'refused' || row.status === 'expired';
  const Sign = refused ? CircleX : CircleCheck;
  const how = `${ends[row.status] ?? 'Approved'}${row.decidedBy ? ` by ${row.decidedBy.name}` : ''}`;
  const at = now > 0 && row.decidedAt ? formatMoment(row.decidedAt, now) : '';
  return (
    <a
      href={approvalHref(row.id)}
      onClick={approvalPress(row.id)}
      aria-current={open ? 'true' : undefined}
      data-approval={row.id}
      className={rowClass(open)}
    >
      <span className="sr-only">{`${row.customer.name}, ${row.says}, ${how}`}</span>
      {open && <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent" />}
      <span aria-hidden className="pt-0.5">
        <Sign size={16} strokeWidth={1.75} className={refused ? 'text-danger-text' : 'text-solved-text'} />
      </span>
      <span aria-hidden className="min-w-0">
        <span className="flex h-5 items-center gap-1.5">
          <span className="min-w-0 flex-1 truncate font-strong">{row.customer.name}</span>
          <span className="text-meta text-ink-3 tabular-nums">{at}</span>
        </span>
        <span className="block truncate text-ink-2">{row.says}</span>
        <span className="block truncate text-meta text-ink-3">{how}</span>
      </span>
    </a>
  );
}
