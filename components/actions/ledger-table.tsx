'use client';

import { Scale } from 'lucide-react';
import { TierBadge } from '@/components/ui/badge';
import { join } from '@/components/ui/join';
import { useNow } from '@/components/ui/use-now';
import { formatMoney } from '@/lib/format/format-money';
import { formatMoment } from '@/lib/format/format-time';
import type { LedgerRow } from '@/lib/tools/ledger.schema';
import { ActionStatus } from './action-status';
import { type LedgerPlace, ledgerHref, ledgerPress } from './use-ledger-place';

export function LedgerTable({ rows, place }: { rows: LedgerRow[]; place: LedgerPlace }) {
  const narrow = place.id !== null;
  return (
    <table className="-mx-2 w-[calc(100%+16px)] table-fixed border-separate border-spacing-0 text-left">
      <caption className="sr-only">Actions</caption>
      <thead className="text-meta text-ink-3 max-pane:sr-only">
        <tr>
          <Th>What</Th>
          <Th className="w-40">Customer</Th>
          <Th className="w-38">Status</Th>
          <Th className={join('w-30 max-desk:hidden', narrow && 'hidden')}>Policy</Th>
          <Th className={join('w-24 max-desk:hidden', narrow && 'hidden')}>Decided by</Th>
          <Th className="w-20 text-right">Amount</Th>
          <Th className="w-20 text-right">At</Th>
        </tr>
      </thead>
      <tbody className="max-pane:block">
        {rows.map((row) => (
          <Row key={row.id} row={row} place={place} />
        ))}
      </tbody>
    </table>
  );
}

function Th({ children, className }: { children: string; className?: string }) {
  return (
    <th
      scope="col"
      className={join(
        'sticky top-0 z-10 h-8 border-b border-line bg-surface pr-4 font-text first:pl-2 last:pr-2',
        className,
      )}
    >
      {children}
    </th>
  );
}

const cell = 'h-11 border-b border-line pr-4 first:pl-2 last:pr-2';
/** On a phone a row is two lines. */
const folds = 'max-pane:block max-pane:h-auto max-pane:border-0 max-pane:px-0 max-pane:empty:hidden';

function Row({ row, place }: { row: LedgerRow; place: LedgerPlace }) {
  const now = useNow(60_000);
  const to = { ...place, id: row.id };
  const open = row.id === place.id;
  const narrow = place.id !== null;
  return (
    <tr
      className={join(
        'relative max-pane:flex max-pane:flex-wrap max-pane:items-center max-pane:gap-x-3 max-pane:border-b max-pane:border-line max-pane:px-2 max-pane:py-2',
        open ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <th scope="row" className={join(cell, folds, 'font-text max-pane:w-full')}>
        <a
          href={ledgerHref(to)}
          onClick={ledgerPress(to)}
          aria-current={open ? 'true' : undefined}
          data-action={row.id}
          className="flex items-center gap-1.5 font-medium text-ink-1 after:absolute after:inset-0 focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--focus)]"
        >
          <span className="truncate">{row.says}</span>
          {row.differences > 0 && (
            <Scale
              size={14}
              strokeWidth={1.75}
              role="img"
              aria-label="differs from the shop"
              className="flex-none text-attention-text"
            />
          )}
        </a>
      </th>
      <td className={join(cell, folds)}>
        <span className="flex items-center gap-1.5">
          <span className="truncate">{row.customer.name}</span>
          <TierBadge tier={row.customer.tier} />
        </span>
      </td>
      <td className={join(cell, folds)}>
        <ActionStatus status={row.status} />
      </td>
      <td className={join(cell, 'truncate text-ink-2 max-desk:hidden', narrow && 'hidden')}>{row.policy ?? '–'}</td>
      <td className={join(cell, 'truncate text-ink-2 max-desk:hidden', narrow && 'hidden')}>
        {row.decidedBy?.name ?? (row.status === 'waiting_approval' ? '–' : 'A rule')}
      </td>
      <td className={join(cell, folds, 'text-right tabular-nums')}>
        {row.amountCents === null ? '' : formatMoney(row.amountCents)}
      </td>
      <td className={join(cell, folds, 'text-right whitespace-nowrap text-ink-2 tabular-nums max-pane:ml-auto')}>
        {now > 0 && formatMoment(row.at, now)}
      </td>
    </tr>
  );
}
