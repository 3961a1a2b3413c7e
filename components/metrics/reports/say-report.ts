import { formatMoment } from '@/lib/format/format-time';
import { saySchedule, sayWhyNot } from '@/lib/format/say-schedule';
import type { Recipient, ReportRow, Sendings } from '@/lib/reports/report.schema';

/** How many there are, and how many of them go out by themselves. */
export function sayReports(reports: readonly Pick<ReportRow, 'schedule' | 'paused'>[]): string {
  if (reports.length === 0) return 'No view is saved yet.';
  const saved = reports.length === 1 ? 'One view is saved' : `${reports.length} views are saved`;
  const sent = reports.filter(({ schedule, paused }) => schedule && !paused).length;
  if (sent === 0) return `${saved}; none is sent by itself.`;
  if (sent === reports.length)
    return sent === 1 ? `${saved}, and is sent by itself.` : `${saved}, and all are sent by themselves.`;
  return `${saved}; ${sent === 1 ? 'one is' : `${sent} are`} sent by ${sent === 1 ? 'itself' : 'themselves'}.`;
}

const people = (count: number): string => (count === 0 ? 'nobody' : count === 1 ? 'one person' : `${count} people`);

/** When it is sent, and to how many. */
export function sayRhythm({ schedule, gets }: Pick<ReportRow, 'schedule' | 'gets'>, deskZone: string): string {
  const said = saySchedule(schedule, deskZone);
  return schedule ? `${said}, to ${people(gets)}` : said;
}

type Standing = { tone: 'quiet' | 'attention'; says: string };

/** How it stands: what is wrong before when it is sent next, and when it was last. */
export function sayStanding(
  { schedule, paused, nextAt, trouble, last }: Pick<ReportRow, 'schedule' | 'paused' | 'nextAt' | 'trouble' | 'last'>,
  now: number,
  deskZone: string,
): Standing[] {
  const moment = (iso: string) => formatMoment(iso, now, deskZone);
  const lines: Standing[] = [];
  if (trouble) lines.push({ tone: 'attention', says: sayWhyNot(trouble) });
  else if (schedule && paused) lines.push({ tone: 'quiet', says: 'Paused' });
  else if (nextAt) lines.push({ tone: 'quiet', says: `Next ${moment(nextAt)}` });
  if (last?.why && last.why !== trouble)
    lines.push({ tone: 'attention', says: `Not sent ${moment(last.at)}: ${sayWhyNot(last.why)}` });
  else if (last && !last.why) lines.push({ tone: 'quiet', says: `Last ${moment(last.at)}, to ${people(last.mails)}` });
  return lines;
}

const states: Record<Recipient['state'], string> = {
  gets: '',
  asked: 'Has not said yes',
  expired: 'Did not say yes',
  stopped: 'Stopped it',
  away: 'No longer here',
};

/** Beside somebody who gets a report; of a new address that it is asked first. */
export const sayRecipient = (state: Recipient['state'] | undefined, outside: boolean): string =>
  state ? states[state] : outside ? 'Is asked first' : '';

const mailStates: Record<Sendings['sendings'][number]['mails'][number]['state'], string> = {
  waiting: 'Waits',
  sent: 'Sent',
  failed: 'Failed',
  dropped: 'Dropped',
  withdrawn: 'Taken back',
};

export const sayMailState = (state: keyof typeof mailStates): string => mailStates[state];
