'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Segments } from '@/components/ui/segments';
import { Skeleton } from '@/components/ui/skeleton';
import { formatFigure } from '@/lib/format/format-figure';
import { filterNames, nameValue } from '@/lib/format/name-value';
import { sayApart } from '@/lib/format/say-satisfaction';
import type { MetricsAnswer } from '@/lib/metrics/metric.schema';
import { Change } from '../figure-tile';
import { useMetrics, useMetricValues } from '../queries';
import { useBehindHref } from '../use-behind-href';

const ways = [
  ['channel', 'Channel'],
  ['intent', 'Intent'],
  ['customerTier', 'Tier'],
  ['team', 'Team'],
] as const;
type Way = (typeof ways)[number][0];

const columns = ['csat', 'csat_response_rate', 'nps'] as const;
const shown = 12;

type Row = NonNullable<MetricsAnswer['breakdown']>[number];

/** The same figures by channel, intent, tier or team, those with the most conversations first. */
export function ApartSection() {
  const [by, setBy] = useState<Way>('channel');
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useMetrics({ measures: [...columns, 'conversations'], by });
  const { data: values } = useMetricValues();
  const rows = (data?.breakdown ?? []).filter(({ measures }) =>
    columns.some((key) => (measures[key]?.total.n ?? 0) > 0),
  );
  const named = rows.map(({ key, measures }) => ({ name: nameValue(by, key, values), csat: measures.csat!.total }));
  return (
    <section aria-label="Where customers are content">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-2">
        <h3 className="flex-1 font-strong">{sayApart(named, filterNames[by].one.toLowerCase())}</h3>
        <Segments label="By what" options={ways} chosen={by} onChoose={setBy} />
      </div>
      {data ? (
        rows.length === 0 ? (
          <p className="border-t border-line py-4 text-ink-3">Nobody was heard in these days.</p>
        ) : (
          <>
            <ApartTable rows={all ? rows : rows.slice(0, shown)} by={by} />
            {rows.length > shown && (
              <Button look="plain" className="mt-2" onClick={() => setAll(!all)}>
                {all ? 'Show fewer' : `Show all ${rows.length}`}
              </Button>
            )}
          </>
        )
      ) : error ? (
        <p role="alert" className="flex items-center gap-3 border-t border-line py-4 text-danger-text">
          These figures did not load. {error.message}
          <Button onClick={() => void refetch()}>Try again</Button>
        </p>
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </section>
  );
}

function ApartTable({ rows, by }: { rows: Row[]; by: Way }) {
  const behind = useBehindHref();
  const { data: values } = useMetricValues();
  const heads = ['CSAT', 'Change', 'Ratings', 'Rated of asked', 'NPS', 'Answers'];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className="overflow-x-auto" tabIndex={0} aria-label={`By ${filterNames[by].one.toLowerCase()}, table`}>
      <table className="w-full min-w-[640px] table-fixed text-left">
        <colgroup>
          <col className="w-[28%]" />
          <col span={6} />
        </colgroup>
        <thead className="text-meta text-ink-3">
          <tr className="h-8">
            <th scope="col" className="border-b border-line font-text">
              {filterNames[by].one}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="border-b border-line pl-4 text-right font-text whitespace-nowrap">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, measures }) => {
            const [csat, rate, nps] = columns.map((one) => measures[one]!) as [Figures, Figures, Figures];
            const way = (measure: string) => behind({ measure, counted: 'of', filters: { [by]: [key] } });
            return (
              <tr key={key} className="h-8 hover:bg-hover">
                <th scope="row" className="truncate border-b border-line pr-4 font-text">
                  {nameValue(by, key, values)}
                </th>
                <Cell href={way('csat')} n={csat.total.n} strong>
                  {formatFigure('share', csat.total.value)}
                </Cell>
                <td className="border-b border-line pl-4 text-right whitespace-nowrap">
                  <Change measure={{ unit: 'share', better: 'up', ...csat }} />
                </td>
                <Cell href={way('csat')} n={csat.total.n}>
                  {formatFigure('count', csat.total.n)}
                </Cell>
                <Cell href={way('csat_response_rate')} n={rate.total.n}>
                  {formatFigure('share', rate.total.value)}
                </Cell>
                <Cell href={way('nps')} n={nps.total.n} strong>
                  {formatFigure('points', nps.total.value)}
                </Cell>
                <Cell href={way('nps')} n={nps.total.n}>
                  {formatFigure('count', nps.total.n)}
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

type Figures = Row['measures'][string];

function Cell({ href, n, strong, children }: { href: string; n: number; strong?: boolean; children: string }) {
  return (
    <td
      className={`border-b border-line pl-4 text-right whitespace-nowrap tabular-nums ${strong ? 'font-medium' : 'text-ink-2'}`}
    >
      {n > 0 ? (
        <Link href={href} className="rounded-corner-small hover:underline">
          {children}
        </Link>
      ) : (
        children
      )}
    </td>
  );
}
