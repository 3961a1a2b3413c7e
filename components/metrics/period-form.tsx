'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { join } from '@/components/ui/join';
import { type Comparison, comparisons, countDays, formatPeriod, type Preset, presets } from '@/lib/format/period';
import type { Period } from '@/lib/metrics/metric.schema';

type Props = {
  preset: Preset | null;
  period: Period;
  /** Null where nothing is compared with another time. */
  comparison: Comparison | null;
  /** There is a time to compare with. */
  compared: boolean;
  today: string;
  since: string | null;
  onChange: (next: { preset: Preset | null; period?: Period } | { comparison: Comparison }) => void;
};

const fieldClass =
  'h-8 min-w-0 flex-1 rounded-corner border border-line-control bg-surface px-2 text-ink-1 tabular-nums outline-none max-pane:h-11 focus:border-focus';

/** Days by a name or from one to another, and what they are compared with. */
export function PeriodForm({ preset, period, comparison, compared, today, since, onChange }: Props) {
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const fits = from !== '' && to !== '' && from <= to && countDays({ from, to }) <= 800;
  return (
    <div className="p-1">
      <ul aria-label="Days">
        {presets.map(([key, name]) => (
          <Row key={key} name={name} chosen={key === preset} onChoose={() => onChange({ preset: key })} />
        ))}
      </ul>
      <form
        className="mt-1 border-t border-line px-2 pt-3 pb-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (fits) onChange({ preset: null, period: { from, to } });
        }}
      >
        <label className="flex items-center gap-2">
          <span className="w-8 text-meta text-ink-3">From</span>
          <input
            type="date"
            value={from}
            max={today}
            onChange={(event) => setFrom(event.target.value)}
            className={fieldClass}
          />
        </label>
        <label className="mt-2 flex items-center gap-2">
          <span className="w-8 text-meta text-ink-3">To</span>
          <input
            type="date"
            value={to}
            max={today}
            onChange={(event) => setTo(event.target.value)}
            className={fieldClass}
          />
        </label>
        <Button type="submit" disabled={!fits || (from === period.from && to === period.to)} className="mt-2 w-full">
          Show these days
        </Button>
      </form>
      {comparison && (
        <>
          <p className="border-t border-line px-2 pt-2 pb-1 text-meta font-medium text-ink-3">Compared with</p>
          <ul aria-label="Compared with">
            {comparisons.map(([key, name]) => (
              <Row key={key} name={name} chosen={key === comparison} onChoose={() => onChange({ comparison: key })} />
            ))}
          </ul>
          {comparison !== 'none' && !compared && since && (
            <p className="px-2 pt-1 pb-2 text-meta text-ink-3">
              Nothing is compared: the first conversation is of {formatPeriod({ from: since, to: since }, today)}.
            </p>
          )}
        </>
      )}
    </div>
  );
}

function Row({ name, chosen, onChoose }: { name: string; chosen: boolean; onChoose: () => void }) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={chosen}
        onClick={onChoose}
        className={join(
          'focus-inside flex h-7 w-full items-center gap-2 rounded-corner px-2 text-left hover:bg-hover max-pane:h-11',
          chosen && 'font-medium',
        )}
      >
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {chosen && <Check size={16} strokeWidth={1.75} aria-hidden className="text-accent-text" />}
      </button>
    </li>
  );
}
