'use client';

import { Package, RefreshCw, RotateCcw } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { CustomerRecords } from '@/lib/conversations/conversation.schema';
import { formatMoney } from '@/lib/format/format-money';
import { formatDay, formatMonth } from '@/lib/format/format-time';

type FoundRecords = Extract<CustomerRecords, { kind: 'found' }>;

/** Rows before they would push the rest of the column away. */
const ordersShown = 4;

/** “March 2021, 12 orders, $1,280.00”; empty where nothing is known. `since` may be known without records. */
export function sayWorth(found: FoundRecords | null, since: string | null): string {
  const worth = [
    since && formatMonth(since),
    found && `${found.ordersCount} ${found.ordersCount === 1 ? 'order' : 'orders'}`,
    found && formatMoney(found.lifetimeCents),
  ];
  return worth.filter(Boolean).join(', ');
}

/** What the systems of record tell of a customer, as rows of a list. */
export function RecordRows({ records, now, onRetry }: { records: CustomerRecords; now: number; onRetry: () => void }) {
  switch (records.kind) {
    case 'unknown':
      return <li className="text-ink-3">The shop knows nobody under this address.</li>;
    case 'unset':
      return null;
    case 'unavailable':
      return <RecordsUnavailable why={records.why} onRetry={onRetry} />;
    case 'found':
      return <FoundRows found={records} now={now} />;
  }
}

/** Orders and membership, one a row. */
export function FoundRows({ found, now }: { found: FoundRecords; now: number }) {
  return (
    <>
      {found.orders.slice(0, ordersShown).map((order) => (
        <li
          key={order.number}
          title={`${order.summary}, ${order.status}, ${formatMoney(order.totalCents)}`}
          className="flex h-5 items-center gap-2 text-ink-2"
        >
          <Package size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
          <span className="min-w-0 flex-1 truncate">
            {order.number}, {order.status}, {order.summary}
          </span>
          <span className="text-meta text-ink-3 tabular-nums">{now > 0 && formatDay(order.at, now)}</span>
        </li>
      ))}
      {found.subscription && (
        <li className="flex h-5 items-center gap-2 text-ink-2">
          <RefreshCw size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
          <span className="min-w-0 flex-1 truncate">
            {found.subscription.plan} membership, {formatMoney(found.subscription.priceCents)} a{' '}
            {found.subscription.interval}
            {found.subscription.status === 'active' ? '' : `, ${found.subscription.status}`}
          </span>
          <span className="text-meta text-ink-3 tabular-nums">
            {now > 0 && found.subscription.renewsAt && formatDay(found.subscription.renewsAt, now)}
          </span>
        </li>
      )}
    </>
  );
}

export function RecordsUnavailable({ why, onRetry }: { why: string; onRetry: () => void }) {
  return (
    <li className="flex items-start gap-2 text-attention-text">
      <span className="min-w-0 flex-1 text-pretty">The shop does not answer. {why}</span>
      <Button look="plain" icon={RotateCcw} onClick={onRetry}>
        Try again
      </Button>
    </li>
  );
}
