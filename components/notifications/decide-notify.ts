import type { Preferences, QuietHours } from '@/lib/auth/preferences.schema';

type Now = { at: Date; hidden: boolean; permission: NotificationPermission };

/** How a person is told of something new, beside the line in their list that is always there. */
export function decideNotify(
  { browser, sound, quiet }: Pick<Preferences, 'browser' | 'sound' | 'quiet'>,
  { at, hidden, permission }: Now,
): { browser: boolean; sound: boolean } {
  if (quiet && isQuiet(quiet, at)) return { browser: false, sound: false };
  // In sight of Baton the bell says it already.
  return { browser: browser && hidden && permission === 'granted', sound };
}

/** Hours over midnight belong to the day on which they begin. A time zone that nobody knows is never quiet. */
export function isQuiet({ from, to, days, timeZone }: QuietHours, at: Date): boolean {
  const local = readLocal(at, timeZone);
  if (!local || from === to) return false;
  const { day, clock } = local;
  const before = day === 1 ? 7 : day - 1;
  if (from < to) return days.includes(day) && clock >= from && clock < to;
  return (days.includes(day) && clock >= from) || (days.includes(before) && clock < to);
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function readLocal(at: Date, timeZone: string): { day: number; clock: string } | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return { day: weekdays.indexOf(parts.weekday ?? '') + 1, clock: `${parts.hour}:${parts.minute}` };
  } catch {
    return null;
  }
}
