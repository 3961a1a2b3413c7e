import { figurePages } from '../format/figure-pages';
import { formatFigure, formatTarget, sayTarget } from '../format/format-figure';
import { formatClock, formatDay } from '../format/format-time';
import { writePlace } from '../format/metrics-place';
import { formatPeriod } from '../format/period';
import { saySchedule } from '../format/say-schedule';
import { sayFilters } from '../format/say-view';
import { tellChange } from '../format/tell-change';
import { writeCsv } from '../format/write-csv';
import { type LetterRow, wordLetter } from '../mail/word-letter';
import { urlOf } from '../platform/sign-link';
import type { ReportView, Schedule } from './report.schema';
import type { ToldReport } from './tell-report';

type Worded = {
  name: string;
  page: keyof typeof figurePages;
  view: ReportView;
  schedule: Schedule | null;
  owner: string;
  brand: string;
  told: ToldReport;
};

/** A report as a mail, for one who gets it: `stopUrl` is theirs. */
export function wordReport(worded: Worded, stopUrl: string) {
  const { name, page, view, schedule, owner, brand, told } = worded;
  const { counting, period, previous } = told;
  const days = formatPeriod(period, counting.today);
  const against = previous ? ` against ${formatPeriod(previous, counting.today)}` : '';
  const sent = schedule ? `Sent ${lower(saySchedule(schedule, counting.timeZone))}` : 'Sent when somebody asks for it';
  const { countedAt, timeZone } = counting;
  const counted = `${formatDay(countedAt, Date.parse(countedAt), timeZone)}, ${formatClock(countedAt, timeZone)}`;
  return {
    subject: `${name}: ${days} · ${brand}`.slice(0, 200),
    unsubscribeUrl: stopUrl,
    attachments: [attachCsv(worded)],
    ...wordLetter({
      brand: `${brand} · ${name}`,
      title: told.says,
      paragraphs: told.more === '' ? [] : [told.more],
      lead: [`${figurePages[page].name}, ${days}${against}`, ...sayFilters(view.filters, told.values)].join(' · '),
      rows: told.tiles.map(({ measure, label }): LetterRow => rowOf(measure, label)),
      button: { says: 'Open in Baton', url: placeUrl(worded) },
      foot: [
        `Counted to ${counted} (${timeZone}).`,
        `${sent} from a report of ${owner}. You get it because your address is entered there.`,
      ],
      footLink: { says: 'Stop this report', url: stopUrl },
    }),
  };
}

type Tile = ToldReport['tiles'][number];

function rowOf(measure: Tile['measure'], label: string | undefined): LetterRow {
  const { name, unit, better, target, total } = measure;
  const change = tellChange(measure);
  const held = target === null ? null : sayTarget(unit, total.value, target, better);
  return {
    name: label ?? name,
    figure: formatFigure(unit, total.value),
    ...(held
      ? {
          note: {
            says: held.says,
            tone: held.met === null ? 'plain' : held.met ? 'good' : 'attention',
            ...(held.met === null ? {} : { sign: held.met ? ('met' as const) : ('missed' as const) }),
          },
        }
      : {}),
    ...(change
      ? {
          beside: {
            says: change.says,
            tone: change.tone,
            ...(change.way === 'same' ? {} : { sign: change.way }),
          },
        }
      : {}),
  };
}

/** The same days: a link that is followed next week shows what the mail says. */
function placeUrl({ page, view, told }: Worded): string {
  const { period, comparison, counting } = told;
  const search = writePlace(
    { preset: null, period, comparison, filters: view.filters, table: false },
    counting.today,
  ).toString();
  return urlOf(`${figurePages[page].path}?${search}`);
}

const units = {
  count: 'number',
  share: 'share of 1',
  milliseconds: 'seconds',
  micros: 'dollars',
  points: 'points',
} as const;

/** As a spreadsheet counts: seconds and dollars. */
const plainNumber = (unit: keyof typeof units, value: number | null): number | null =>
  value === null
    ? null
    : unit === 'milliseconds'
      ? Math.round(value) / 1_000
      : unit === 'micros'
        ? Math.round(value) / 1_000_000
        : value;

function attachCsv({ name, told }: Worded) {
  const { period, previous, tiles } = told;
  const csv = writeCsv([
    [
      ...['Figure', 'Shown', 'Now', 'Before', 'Unit', 'Target', 'Met', 'Measured on'],
      ...['From', 'To', 'Before from', 'Before to'],
    ],
    // By its own name: what a label says beside it is another each time.
    ...tiles.map(({ measure: { name: own, unit, better, target, total, previous: before } }) => {
      const met = target === null ? null : sayTarget(unit, total.value, target, better).met;
      return [
        ...[own, formatFigure(unit, total.value)],
        ...[plainNumber(unit, total.value), plainNumber(unit, before?.value ?? null), units[unit]],
        ...[target === null ? null : formatTarget(unit, target), met === null ? null : met ? 'yes' : 'no', total.n],
        ...[period.from, period.to, previous?.from ?? null, previous?.to ?? null],
      ];
    }),
  ]);
  return {
    name: `${
      name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-+|-+$/g, '') || 'report'
    }-${period.from}-to-${period.to}.csv`,
    type: 'text/csv; charset=utf-8',
    content: Buffer.from(csv).toString('base64'),
  };
}

const lower = (text: string): string =>
  text.startsWith('Monday') ? text : text.charAt(0).toLowerCase() + text.slice(1);
