'use client';

import { useState } from 'react';
import { FormFoot } from '@/components/settings/desk/form-foot';
import { Dialog } from '@/components/ui/dialog';
import { NumberField } from '@/components/ui/number-field';
import { computeHour, type HourParts, usualHour } from './compute-hour';

type Draft = { [K in keyof HourParts]: number | null };
type Props = { onTake: (dollars: number) => void; onClose: () => void };

const fields: readonly [key: keyof HourParts, label: string, help: string, most: number][] = [
  ['salary', 'Salary a year, $', 'Before tax, of one person.', 1_000_000],
  ['onTop', 'On top of it, %', 'What the employer pays: taxes, insurance.', 300],
  ['overhead', 'Overhead a year, $', 'Workplace, licences, leading and training.', 1_000_000],
  ['weeks', 'Weeks a year', 'Worked, without holidays and illness.', 53],
  ['hours', 'Hours a week', 'As in the contract.', 80],
  ['withCustomers', 'Of it with customers, %', 'The rest is meetings, breaks, waiting.', 100],
];

/** From what a person costs a year to what an hour with customers costs. */
export function HourCalculator({ onTake, onClose }: Props) {
  const [draft, setDraft] = useState<Draft>(usualHour);
  const whole = Object.fromEntries(
    Object.entries(draft).map(([key, value]) => [key, value ?? Number.NaN]),
  ) as HourParts;
  const found = computeHour(whole);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="What an hour costs">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (found) onTake(found.dollars);
        }}
      >
        <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
          {fields.map(([key, label, help, most]) => (
            <NumberField
              key={key}
              label={label}
              help={help}
              required
              min={0}
              max={most}
              step="any"
              value={draft[key]}
              onChange={(value) => setDraft((now) => ({ ...now, [key]: value }))}
            />
          ))}
        </div>
        <p role="status" className="rounded-corner bg-fill px-3 py-2 tabular-nums">
          {found ? (
            <>
              <span className="font-strong">${found.dollars.toFixed(2)} an hour</span>
              <span className="text-ink-2">
                , over {found.productiveHours.toLocaleString('en-US')} hours a year with customers
              </span>
            </>
          ) : (
            'Without time with customers there is no hour to tell the cost of.'
          )}
        </p>
        <FormFoot verb="Take it" ready={found !== null} busy={false} onClose={onClose} />
      </form>
    </Dialog>
  );
}
