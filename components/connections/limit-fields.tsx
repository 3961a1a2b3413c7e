'use client';

import { NumberField } from '@/components/ui/number-field';

export type Limits = { seconds: number | null; mostAtOnce: number | null; mostPerMinute: number | null };
type Limit = keyof Limits;

type Props = {
  limits: Limits;
  /** Those that cannot be left empty. */
  required?: readonly Limit[];
  leastSeconds?: number;
  help?: Partial<Record<Limit, string>>;
  set: (more: Partial<Limits>) => void;
};

/** How long the other end is waited for, and how much is asked of it. */
export function LimitFields({ limits, required = [], leastSeconds = 0.1, help, set }: Props) {
  const field = (limit: Limit) => ({
    required: required.includes(limit),
    value: limits[limit],
    onChange: (value: number | null) => set({ [limit]: value }),
    help: help?.[limit],
  });
  return (
    <>
      <NumberField label="Patience, seconds" min={leastSeconds} max={120} step="any" {...field('seconds')} />
      <NumberField label="Calls at once" min={1} max={1_000} step={1} {...field('mostAtOnce')} />
      <NumberField label="Calls a minute" min={1} max={1_000_000} step={1} {...field('mostPerMinute')} />
    </>
  );
}
