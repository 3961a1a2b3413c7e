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
};

/** The one time a row shows: what is left of the promise, else how long the customer waits, else when it last moved. */
export function describeClock(row: Timed, now: number): Clock {
  if (row.state === 'closed') return { tone: 'quiet', text: formatMoment(row.closedAt ?? row.lastMessageAt, now) };
  if (row.dueAt) {
    const left = new Date(row.dueAt).getTime() - now;
    if (left < 0) return { tone: 'over', text: `${formatSpan(Math.max(-left, 60_000))} over` };
    return { tone: left < soonMs ? 'soon' : 'quiet', text: `${formatSpan(Math.max(left, 60_000))} left` };
  }
  if (row.waitingSince) {
    const span = formatSpan(now - new Date(row.waitingSince).getTime());
    return { tone: 'quiet', text: span === 'now' ? 'just now' : span };
  }
  return { tone: 'quiet', text: formatMoment(row.lastMessageAt, now) };
}

/** The same for people who listen: "waiting 7 min, 6 min over". */
export function sayClock(row: Timed, now: number): string {
  const clock = describeClock(row, now);
  if (row.state === 'closed') return `solved ${clock.text}`;
  if (!row.waitingSince) return row.dueAt ? clock.text : `last message ${clock.text}`;
  const waits = formatSpan(now - new Date(row.waitingSince).getTime());
  return `waiting ${waits === 'now' ? 'since just now' : waits}${row.dueAt ? `, ${clock.text}` : ''}`;
}
