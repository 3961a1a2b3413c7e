'use client';

import { useState } from 'react';
import { keepBaseline } from '@/app/(workspace)/metrics/return/actions';
import { metricKeys } from '@/components/metrics/metric-keys';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { useChange } from '@/components/shell/use-change';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { NumberField } from '@/components/ui/number-field';
import type { Baseline, ComparedKey } from '@/lib/worth/worth.schema';

/** `of`: how much of the measure's own unit one of it is. */
const fields: readonly [key: ComparedKey, label: string, of: number, most: number][] = [
  ['first_contact', 'First contact, %', 0.01, 100],
  ['handle_time', 'Handle time, minutes', 60_000, 10_000],
  ['cost', 'Cost to serve, each closed, $', 1_000_000, 10_000],
  ['csat', 'CSAT, %', 0.01, 100],
  ['first_reply', 'First reply, median, minutes', 60_000, 1_000_000],
  ['resolution_time', 'Resolution time, median, hours', 3_600_000, 100_000],
];

/** How it was before, as somebody knows it: from a report of the desk before, or a survey. */
export function BaselineDialog({ baseline, onClose }: { baseline: Baseline | null; onClose: () => void }) {
  const [name, setName] = useState(baseline?.name ?? '');
  const [typed, setTyped] = useState<Partial<Record<ComparedKey, number | null>>>(() =>
    Object.fromEntries(
      fields.map(([key, , of]) => {
        const value = baseline?.values[key];
        return [key, value === undefined ? null : Math.round((value / of) * 100) / 100];
      }),
    ),
  );
  const saving = useChange(keepBaseline, {
    reads: [metricKeys.figures],
    failed: 'What was before was not kept',
    done: 'Kept',
  });
  const values = Object.fromEntries(
    fields.flatMap(([key, , of]) => {
      const value = typed[key];
      return value === null || value === undefined ? [] : [[key, Math.round(value * of * 1e6) / 1e6]];
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="How it was before"
      description="From a report of the desk you had. What is left empty is not compared."
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ name, values }, { onSuccess: onClose });
        }}
      >
        <Field
          label="Where it is from"
          placeholder="The old desk, spring 2026"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
          {fields.map(([key, label, , most]) => (
            <NumberField
              key={key}
              label={label}
              min={0}
              max={most}
              step="any"
              value={typed[key] ?? null}
              onChange={(value) => setTyped((now) => ({ ...now, [key]: value }))}
            />
          ))}
        </div>
        <FormFoot verb="Keep it" ready busy={saving.isPending} onClose={onClose} />
      </form>
    </Dialog>
  );
}
