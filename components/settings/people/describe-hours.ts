import type { WorkingHours } from '@/lib/auth/person.schema';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Somebody's week in a few words: "Mon to Fri, 9:00 to 17:00", "4 days, from 8:00". */
export function describeHours(hours: WorkingHours | null): string {
  if (!hours) return 'At any time';
  const worked = [...new Set(hours.days.map(({ day }) => day))].sort((a, b) => a - b);
  if (worked.length === 0) return 'Never';
  const unbroken = worked.at(-1)! - worked[0]! === worked.length - 1;
  const when =
    worked.length === 1
      ? days[worked[0]! - 1]!
      : unbroken
        ? `${days[worked[0]! - 1]} to ${days[worked.at(-1)! - 1]}`
        : worked.map((day) => days[day - 1]).join(', ');
  const spans = new Set(hours.days.map(({ from, to }) => `${short(from)} to ${short(to)}`));
  return spans.size === 1 ? `${when}, ${[...spans][0]}` : when;
}

const short = (clock: string): string => clock.replace(/^0/, '');
