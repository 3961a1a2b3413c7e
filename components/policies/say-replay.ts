import { formatMoney } from '@/lib/format/format-money';
import type { Replay, ReplayRow } from '@/lib/governance/replay.schema';
import { effectNames } from './effect-names';

/** What a replay found, in a sentence or two. */
export function sayReplay({ decisions, days, changes, rows, left }: Replay): string {
  const count = changes.reduce((sum, one) => sum + one.count, 0);
  const cents = changes.reduce((sum, one) => sum + one.cents, 0);
  const without =
    left > 0 ? ` ${left === 1 ? 'One' : left} could not be decided again: not all it needs was recorded.` : '';
  if (decisions === 0) return `Nothing was decided by these tools in the last ${days} days.${without}`;
  if (count === 0) return `Every decision would be the same.${without}`;
  const worth = cents > 0 ? `, worth ${formatMoney(cents)}` : '';
  return `${count === 1 ? 'One' : count.toLocaleString('en')} would end differently${worth}.${sayPeople(rows, count)}${without}`;
}

/** What people decided of those that differ, where all of them are shown. */
function sayPeople(rows: ReplayRow[], count: number): string {
  if (rows.length < count) return '';
  const asked = rows.filter(({ was }) => was === 'needs_approval');
  const waiting = asked.filter(({ status }) => status === 'waiting_approval').length;
  const approved = asked.filter(({ status, by }) => by !== null && status !== 'denied').length;
  const refused = asked.filter(({ status, by }) => by !== null && status === 'denied').length;
  const parts = [
    approved > 0 && `${approved === 1 ? 'one was' : `${approved} were`} approved`,
    refused > 0 && `${refused === 1 ? 'one was' : `${refused} were`} refused`,
    waiting > 0 && `${waiting === 1 ? 'one still waits' : `${waiting} still wait`}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return '';
  const said = new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
  return ` ${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

export const nameChange = ({ was, would }: Pick<Replay['changes'][number], 'was' | 'would'>): string =>
  `${effectNames[was]} to ${effectNames[would].toLowerCase()}`;

/** What became of an action, as short as a cell. */
export function sayDecided({ status, by, waitedMinutes }: ReplayRow, me: string): string {
  if (status === 'waiting_approval') return 'still waits';
  if (status === 'expired') return 'nobody in time';
  if (!by) return status === 'denied' ? 'denied at once' : 'done at once';
  const who = by === me ? 'you' : (by.split(' ')[0] ?? by);
  const waited = waitedMinutes === null ? '' : `, ${sayMinutes(waitedMinutes)}`;
  return `${status === 'denied' ? 'refused by ' : ''}${who}${waited}`;
}

function sayMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 1_440) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 1_440)} d`;
}
