import type { MeasureDefinition } from '@/lib/metrics/metric.schema';

type Unit = { says: string; of: number };

/** What people say of these in seconds; other times they say in minutes. */
const quick = new Set(['first_reply_assistant', 'turn_time']);

/** In what a target is typed, and how much of the measure's own unit one of it is. */
export function unitOf({ key, unit }: Pick<MeasureDefinition, 'key' | 'unit'>): Unit {
  switch (unit) {
    case 'share':
      return { says: '%', of: 0.01 };
    case 'micros':
      return { says: '$', of: 1_000_000 };
    case 'milliseconds':
      return quick.has(key) ? { says: 's', of: 1_000 } : { says: 'min', of: 60_000 };
    case 'count':
    case 'points':
      return { says: '', of: 1 };
  }
}

/** As it is typed: 0.9 → 90. Rounded where what a computer makes of tenths would show. */
export const toTyped = (value: number, { of }: Unit): number => Math.round((value / of) * 10_000) / 10_000;
export const fromTyped = (typed: number, { of }: Unit): number => Math.round(typed * of * 1e9) / 1e9;
