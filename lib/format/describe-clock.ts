import { formatHour } from './choose-hour';
import { formatMoment, formatSpan } from './format-time';

export type Clock = { tone: 'quiet' | 'soon' | 'over'; text: string };

/** Under a quarter of an hour a promise turns amber: long enough to still be kept. */
const soonMs = 15 * 60_000;

type Timed = {
  state: string;
  dueAt: string | null;
  waitingSince: string | null;
  lastMessageAt: string;
  closedAt: string | null;
  dueKind?: 'first_reply' | 'next_reply' | 'resolve' | null;
  /** Of a promise whose clock stands. */
  pausedSeconds?: number | null;
  snoozedAt?: string | null;
  snoozedUntil?: string | null;
};

/** The one time a row shows: what is left of the promise, else how long the customer waits, else when it last moved. */
export function describeClock(row: Timed, now: number): Clock {
  if (row.state === 'closed') return { tone: 'quiet', text: formatMoment(row.closedAt ?? row.lastMessageAt, now) };
  if (row.snoozedAt)
    return {
      tone: 'quiet',
      text: row.snoozedUntil ? formatHour(new Date(row.snoozedUntil), new Date(now)) : 'until they reply',
    };
  if (row.dueAt) {
    const left = new Date(row.dueAt).getTime() - now;
    if (left < 0) return { tone: 'over', text: `${formatSpan(Math.max(-left, 60_000))} over` };
    return { tone: left < soonMs ? 'soon' : 'quiet', text: `${formatSpan(Math.max(left, 60_000))} left` };
  }
  if (row.waitingSince) {
    const span = formatSpan(now - new Date(row.waitingSince).getTime());
    return { tone: 'quiet', text: span === 'now' ? 'just now' : span };
  }
  if (row.pausedSeconds != null && row.pausedSeconds > 0)
    return { tone: 'quiet', text: `${formatSpan(Math.max(row.pausedSeconds * 1000, 60_000))} left` };
  return { tone: 'quiet', text: formatMoment(row.lastMessageAt, now) };
}

const promises = { first_reply: 'first reply', next_reply: 'reply', resolve: 'solution' };

/** What the clock of a row counts to, as a hint: "first reply due", "solution, clock stands". */
export function namePromise(row: Timed): string | null {
  if (row.state === 'closed') return null;
  if (row.snoozedAt) return 'snoozed';
  if (!row.dueKind) return null;
  return row.dueAt ? `${promises[row.dueKind]} due` : `${promises[row.dueKind]}, the clock stands`;
}

/** The same for people who listen: "waiting 7 min, 6 min over". */
export function sayClock(row: Timed, now: number): string {
  const clock = describeClock(row, now);
  if (row.state === 'closed') return `solved ${clock.text}`;
  if (row.snoozedAt) return `snoozed, wakes ${row.snoozedUntil ? clock.text : 'when they reply'}`;
  if (!row.waitingSince) return row.dueAt ? clock.text : `last message ${clock.text}`;
  const waits = formatSpan(now - new Date(row.waitingSince).getTime());
  return `waiting ${waits === 'now' ? 'since just now' : waits}${row.dueAt ? `, ${clock.text}` : ''}`;
}
