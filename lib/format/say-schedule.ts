const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

type Schedule = { hour: number; timeZone: string } & (
  | { every: 'workday' }
  | { every: 'week'; weekday: number }
  | { every: 'month'; day: number | 'last' }
);

/** “Every Monday at 08:00”; with the time zone where it is not the desk's. */
export function saySchedule(schedule: Schedule | null, deskZone: string): string {
  if (!schedule) return 'Not sent by itself';
  const { hour, timeZone } = schedule;
  const at = `at ${String(hour).padStart(2, '0')}:00${timeZone === deskZone ? '' : ` (${timeZone})`}`;
  switch (schedule.every) {
    case 'workday':
      return `Monday to Friday ${at}`;
    case 'week':
      return `Every ${weekdays[schedule.weekday - 1]} ${at}`;
    case 'month':
      return `On the ${schedule.day === 'last' ? 'last day' : ordinal(schedule.day)} of every month ${at}`;
  }
}

export const weekdayNames: readonly string[] = weekdays;

export function ordinal(day: number): string {
  const end = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${end}`;
}

const reasons = {
  owner_gone: 'Its owner is at the desk no longer.',
  owner_may_not: 'Its owner may not read figures any more.',
  nobody: 'Nobody gets it.',
  failed: 'It could not be made.',
} as const;

/** Why a report was not sent. */
export const sayWhyNot = (why: keyof typeof reasons): string => reasons[why];
