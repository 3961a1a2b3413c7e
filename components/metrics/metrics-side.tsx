'use client';

import { Bookmark, Database } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useMay } from '@/components/shell/me';
import { Side, SideEntry, SideGroup } from '@/components/shell/side';
import { BatonMark } from '@/components/ui/baton-mark';
import { useNow } from '@/components/ui/use-now';
import { formatMoment, isSameDay } from '@/lib/format/format-time';
import { useCounting } from './counting';
import { metricsGroups } from './metrics-places';
import { useReports } from './reports/queries';
import { reportHref } from './reports/report-href';
import { useMetricsPlace, withSearch } from './use-metrics-place';

/** The pages of figures. Period and filters are kept from one to the next. */
export function MetricsSide() {
  const path = usePathname();
  const { search, table } = useMetricsPlace();
  const reads = useMay('metrics.read');
  const kept = table ? search.replace(/&?view=table/, '') : search;
  return (
    <Side name="Metrics" foot={<CountedLine />}>
      {metricsGroups
        .filter(({ places }) => reads || places.some(({ href }) => href === ownFigures))
        .map(({ title, places }) => (
          <SideGroup key={title ?? 'figures'} title={title}>
            {places
              .filter(({ href }) => reads || href === ownFigures)
              .map(({ href, name, icon: Icon }) => (
                <SideEntry
                  key={href}
                  href={withSearch(href, kept)}
                  chosen={path === href || (href !== '/metrics' && path.startsWith(`${href}/`))}
                  name={name}
                  sign={Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden /> : <BatonMark size={16} />}
                />
              ))}
            {places.some(({ href }) => href === reportsPlace) && <SavedEntries />}
          </SideGroup>
        ))}
    </Side>
  );
}

const reportsPlace = '/metrics/reports';
/** More are found on the page of reports. */
const mostSaved = 8;

/** Views that were kept, each at its address. */
function SavedEntries() {
  const { today } = useCounting();
  const { data } = useReports();
  return data?.reports
    .slice(0, mostSaved)
    .map((report) => (
      <SideEntry
        key={report.id}
        href={reportHref(report, today)}
        chosen={false}
        name={report.name}
        sign={<Bookmark size={16} strokeWidth={1.75} aria-hidden />}
      />
    ));
}

/** The one page for those who may read nobody's figures but their own. */
const ownFigures = '/metrics/team';

/** “Counted to 14:15 today”. */
export function CountedLine() {
  const { countedAt, stale, timeZone } = useCounting();
  const now = useNow(60_000);
  const today = now > 0 && isSameDay(countedAt, new Date(now).toISOString(), timeZone);
  return (
    <p className="flex items-center gap-3 pl-1 text-ink-3 tabular-nums">
      <Database size={12} strokeWidth={2} aria-hidden />
      {stale
        ? 'Being counted anew'
        : `Counted to ${formatMoment(countedAt, now || Date.parse(countedAt), timeZone)}${today ? ' today' : ''}`}
    </p>
  );
}
