'use client';

import { Scale } from 'lucide-react';
import { useState } from 'react';
import { formatMoney } from '@/lib/format/format-money';
import { nameTool } from '@/lib/format/name-tool';
import type { ActionStatusKey, LedgerSums } from '@/lib/tools/ledger.schema';
import { statuses } from './action-status';
import { useLedgerSums } from './queries';
import { type LedgerPlace, ledgerHref, ledgerPress, withFilter } from './use-ledger-place';

type Sum = LedgerSums['byTool'][number];

/** How many and how much, by status or by tool, of what the filter leaves; each a way to those rows. */
export function LedgerSumsLine({ place }: { place: LedgerPlace }) {
  const { data } = useLedgerSums(place.filter.toString());
  const [by, setBy] = useState<'status' | 'tool'>('status');
  if (!data) return <div className="h-9 flex-none" />;
  const sums = by === 'status' ? data.byStatus : data.byTool;
  const differ = { id: null, filter: new URLSearchParams({ differences: 'open' }) };
  return (
    <section
      aria-label="Sums"
      className="flex flex-none flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line px-6 pt-1 pb-3 max-pane:px-4"
    >
      <p className="font-strong tabular-nums">
        {data.count.toLocaleString('en')} {data.count === 1 ? 'action' : 'actions'}
        {data.cents > 0 && <span className="font-text text-ink-2">, {formatMoney(data.cents)}</span>}
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-meta">
        {sums.map((sum) => (
          <li key={sum.key}>
            <SumLink place={place} by={by} sum={sum} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => setBy(by === 'status' ? 'tool' : 'status')}
        className="rounded-corner-small text-meta font-medium text-accent-text hover:underline"
      >
        {by === 'status' ? 'By tool' : 'By status'}
      </button>
      {data.differences > 0 && !place.filter.has('differences') && (
        <a
          href={ledgerHref(differ)}
          onClick={ledgerPress(differ)}
          className="inline-flex items-center gap-1 rounded-corner-small text-meta font-medium text-attention-text hover:underline"
        >
          <Scale size={12} strokeWidth={2} aria-hidden />
          {data.differences} {data.differences === 1 ? 'difference' : 'differences'}
        </a>
      )}
    </section>
  );
}

function SumLink({ place, by, sum }: { place: LedgerPlace; by: 'status' | 'tool'; sum: Sum }) {
  const to = { id: null, filter: withFilter(place.filter, { [by]: sum.key }) };
  return (
    <a
      href={ledgerHref(to)}
      onClick={ledgerPress(to)}
      className="rounded-corner-small text-ink-2 tabular-nums hover:underline"
    >
      {by === 'status' ? statuses[sum.key as ActionStatusKey].name : nameTool(sum.key)}{' '}
      <span className="font-medium text-ink-1">{sum.count.toLocaleString('en')}</span>
      {sum.cents > 0 && <span className="text-ink-3"> {formatMoney(sum.cents)}</span>}
    </a>
  );
}
