'use client';

import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCounting } from '@/components/metrics/counting';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import { Segments } from '@/components/ui/segments';
import { formatPeriod } from '@/lib/format/period';
import type { Measured } from '@/lib/worth/worth.schema';
import type { Assumptions } from './compute-return';
import { type AssumptionKey, type Edited, horizons, type Origin, type Prefilled } from './return-address';

type Field = { key: AssumptionKey; name: string; unit: '$' | '%' | '' | 'mo'; most: number; says: string };

const fields: readonly Field[] = [
  { key: 'tickets', name: 'Tickets a month', unit: '', most: 1e8, says: 'conversations' },
  { key: 'deflection', name: 'Deflection', unit: '%', most: 100, says: 'closed' },
  { key: 'human', name: 'Cost of a ticket, people', unit: '$', most: 10_000, says: 'people worked on' },
  { key: 'automated', name: 'Cost of a ticket, assistant', unit: '$', most: 10_000, says: 'conversations' },
  { key: 'setup', name: 'Set-up, once', unit: '$', most: 1e9, says: '' },
  { key: 'platform', name: 'Platform a month', unit: '$', most: 1e8, says: '' },
  { key: 'ramp', name: 'Months until it works in full', unit: 'mo', most: 24, says: '' },
];

type Props = {
  prefilled: Prefilled;
  edited: Edited;
  assumed: Assumptions;
  measured: Measured;
  onChange: (edited: Edited) => void;
};

/** Every assumption with where it is from; each can be changed, and set back to what was measured. */
export function AssumptionForm({ prefilled, edited, assumed, measured, onChange }: Props) {
  const set = (key: AssumptionKey, value: number | undefined) => {
    const { [key]: _, ...others } = edited;
    onChange(value === undefined ? others : { ...others, [key]: value });
  };
  const { today } = useCounting();
  const changed = Object.keys(edited).length > 0;
  return (
    <form aria-label="Assumptions" onSubmit={(event) => event.preventDefault()}>
      <ul>
        {fields.map((field) => (
          <AssumptionRow
            key={field.key}
            field={field}
            value={assumed[field.key]}
            edited={edited[field.key] !== undefined}
            origin={sayOrigin(field, prefilled.origins[field.key], formatPeriod(measured, today))}
            usual={prefilled.origins[field.key].from === 'usual'}
            onChange={(value) => set(field.key, value)}
          />
        ))}
      </ul>
      <div className="flex items-center justify-between gap-3 pt-3 print:hidden">
        <Segments
          label="Months shown"
          options={horizons.map((months) => [String(months), `${months} months`] as const)}
          chosen={String(assumed.months)}
          onChoose={(months) => set('months', Number(months))}
        />
        {changed && (
          <Button look="plain" icon={RotateCcw} onClick={() => onChange({})} className="print:hidden">
            As measured
          </Button>
        )}
      </div>
    </form>
  );
}

function sayOrigin({ key, says }: Field, origin: Origin, days: string): ReactNode {
  if (origin.from === 'measured') return `Of ${origin.n.toLocaleString('en-US')} ${says}, ${days}`;
  if (origin.from === 'set') return 'As set for the figures';
  if (key === 'setup' || key === 'ramp') return 'Nobody measures it: a usual figure';
  return 'Nothing was measured: a usual figure';
}

type RowProps = {
  field: Field;
  value: number;
  edited: boolean;
  origin: ReactNode;
  usual: boolean;
  onChange: (value: number | undefined) => void;
};

function AssumptionRow({ field: { key, name, unit, most }, value, edited, origin, usual, onChange }: RowProps) {
  const of = unit === '%' ? 100 : 1;
  const steps = unit === '$' && value < 0.01 ? 10_000 : 100;
  const shown = String(Math.round(value * of * steps) / steps);
  return (
    <li className="flex min-h-13 items-center gap-2 border-b border-line py-1.5">
      <div className="min-w-0 flex-1">
        <div className="font-medium">{name}</div>
        <p
          id={`from-${key}`}
          className={join('text-meta text-pretty', !edited && usual ? 'text-attention-text' : 'text-ink-3')}
        >
          {edited ? 'Entered here' : origin}
        </p>
      </div>
      {edited && <IconButton icon={RotateCcw} label={`${name} as measured`} onClick={() => onChange(undefined)} />}
      <label
        className={join(
          'flex h-8 w-28 flex-none items-center gap-1 rounded-corner border bg-surface px-2 max-pane:h-11 print:h-auto print:border-transparent',
          edited ? 'border-accent' : 'border-line-control',
          'focus-within:border-focus focus-within:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]',
        )}
      >
        {unit === '$' && <span className="text-ink-3">$</span>}
        <input
          // Another value from elsewhere begins it anew; what is being typed is left alone.
          key={edited ? 'own' : shown}
          type="number"
          inputMode="decimal"
          min={0}
          max={most}
          step="any"
          aria-label={name}
          aria-describedby={`from-${key}`}
          defaultValue={shown}
          onChange={(event) => {
            const typed = event.target.value.trim() === '' ? Number.NaN : Number(event.target.value);
            if (Number.isFinite(typed) && typed >= 0 && typed <= most) onChange(typed / of);
          }}
          className="h-full w-full min-w-0 bg-transparent text-right tabular-nums outline-none focus-visible:shadow-none"
        />
        {unit === '%' && <span className="text-ink-3">%</span>}
      </label>
    </li>
  );
}
