'use client';

import { join } from '@/components/ui/join';
import type { MeasureDefinition, MetricSettingsView } from '@/lib/metrics/metric.schema';
import { fromTyped, toTyped, unitOf } from './target-units';

type Props = {
  groups: MetricSettingsView['targets'];
  targets: Readonly<Record<string, number>>;
  onChange: (key: string, value: number | null) => void;
};

/** Each measure with how it is computed, and the target at the right; none where it is empty. */
export function TargetsTable({ groups, targets, onChange }: Props) {
  return (
    <>
      {groups.map(({ name, measures }) => (
        <section key={name} aria-label={name} className="pt-6 first:pt-0">
          <h3 className="flex h-7 items-center border-b border-line text-meta font-medium text-ink-3">{name}</h3>
          <ul>
            {measures.map((measure) => (
              <TargetRow
                key={measure.key}
                measure={measure}
                target={targets[measure.key] ?? null}
                onChange={(value) => onChange(measure.key, value)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type RowProps = { measure: MeasureDefinition; target: number | null; onChange: (value: number | null) => void };

function TargetRow({ measure, target, onChange }: RowProps) {
  const unit = unitOf(measure);
  const { key, name, says, better } = measure;
  const shown = target === null ? '' : String(toTyped(target, unit));
  return (
    <li className="flex min-h-12 items-center gap-4 border-b border-line py-2 last:border-b-0">
      <div className="min-w-0 flex-1">
        <div className="font-medium">{name}</div>
        <p id={`says-${key}`} className="text-meta text-pretty text-ink-3">
          {says}
        </p>
      </div>
      <span className="flex-none text-meta text-ink-3">{better === 'down' ? 'at most' : 'at least'}</span>
      <label
        className={join(
          'flex h-8 w-24 flex-none items-center gap-1 rounded-corner border border-line-control bg-surface px-2 max-pane:h-11',
          'focus-within:border-focus focus-within:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]',
        )}
      >
        <input
          // What stands is typed into; what a colleague saved meanwhile begins it anew.
          key={shown}
          type="number"
          inputMode="decimal"
          min={0}
          max={measure.unit === 'share' ? 100 : 1_000_000}
          step="any"
          placeholder="none"
          aria-label={`Target for ${name}`}
          aria-describedby={`says-${key}`}
          defaultValue={shown}
          onBlur={(event) => {
            const typed = event.target.value.trim();
            const value = typed === '' ? null : fromTyped(Number(typed), unit);
            if (value === null || (Number.isFinite(value) && value >= 0)) onChange(value);
          }}
          className="h-full w-full min-w-0 bg-transparent text-right tabular-nums outline-none focus-visible:shadow-none"
        />
        <span aria-hidden className="w-6 flex-none text-meta text-ink-3">
          {unit.says}
        </span>
      </label>
    </li>
  );
}
