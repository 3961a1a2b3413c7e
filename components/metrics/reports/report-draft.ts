import type { FigurePage } from '@/lib/format/figure-pages';
import { figurePages } from '@/lib/format/figure-pages';
import type { MetricsPlace } from '@/lib/format/metrics-place';
import type { ReportInput, ReportRow, ReportView, Schedule } from '@/lib/reports/report.schema';

/** What a page is asked for, as it is kept. */
export function viewOf({ preset, period, comparison, filters }: MetricsPlace): ReportView {
  const narrowed = Object.fromEntries(Object.entries(filters).filter(([, values]) => values && values.length > 0));
  return { days: preset ?? period, comparison, filters: narrowed as ReportView['filters'] };
}

/** A report as it is before anybody changed anything in it. */
export const draftOf = ({ id, name, page, view, shared, schedule, recipients }: ReportRow): ReportInput => ({
  ...{ id, name, page, view, shared, schedule },
  people: recipients.flatMap(({ personId }) => personId ?? []),
  outside: recipients.flatMap(({ email }) => email ?? []),
});

/** A new one goes to whoever makes it. */
export const newDraft = (page: FigurePage, view: ReportView, meId: string): ReportInput => ({
  ...{ name: figurePages[page].name, page, view, shared: false, schedule: null, people: [meId], outside: [] },
});

/** Another rhythm at the same hour. */
export function changeRhythm(
  schedule: Schedule | null,
  every: Schedule['every'] | 'never',
  deskZone: string,
): Schedule | null {
  const at = { hour: schedule?.hour ?? 8, timeZone: schedule?.timeZone ?? deskZone };
  switch (every) {
    case 'never':
      return null;
    case 'workday':
      return { every, ...at };
    case 'week':
      return { every, weekday: 1, ...at };
    case 'month':
      return { every, day: 1, ...at };
  }
}
