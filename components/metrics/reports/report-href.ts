import { figurePages } from '@/lib/format/figure-pages';
import { writePlace } from '@/lib/format/metrics-place';
import { choosePeriod } from '@/lib/format/period';
import type { ReportRow } from '@/lib/reports/report.schema';

/** Where a report is looked at: its page, asked for what it keeps. */
export function reportHref({ page, view }: Pick<ReportRow, 'page' | 'view'>, today: string): string {
  const { days, comparison, filters } = view;
  const place =
    typeof days === 'string' ? { preset: days, period: choosePeriod(days, today) } : { preset: null, period: days };
  const search = writePlace({ ...place, comparison, filters, table: false }, today).toString();
  return search === '' ? figurePages[page].path : `${figurePages[page].path}?${search}`;
}
