'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link2, Printer } from 'lucide-react';
import { toast } from 'sonner';
import { metricKeys } from '@/components/metrics/metric-keys';
import type { TableData } from '@/components/metrics/metric-table';
import {
  Band,
  ChartSection,
  Figures,
  FiguresAwaited,
  Headline,
  MetricsPage,
  PageSkeleton,
} from '@/components/metrics/metrics-page';
import { useMetricsPlace } from '@/components/metrics/use-metrics-place';
import { fetchJson } from '@/components/shell/fetch-json';
import { moveTo, useAddress } from '@/components/shell/use-address';
import { Button } from '@/components/ui/button';
import { askedOf } from '@/lib/format/metrics-place';
import { type CompareAnswer, type Measured, measuredSchema } from '@/lib/worth/worth.schema';
import { AssumptionForm } from './assumption-form';
import { ComparisonSection, useComparison } from './comparison-section';
import { computeReturn, type Return, turnAll, turnEach } from './compute-return';
import { type Edited, prefill, readEdited, writeEdited } from './return-address';
import { ReturnChart } from './return-chart';
import { saySure, sayValue } from './say-comparison';
import { sayReturn, wholeDollars } from './say-return';
import { SensitivityBars } from './sensitivity-bars';

/** How far an assumption is turned to show how much hangs on it. */
const spread = 0.2;

/** What automating returns, from what was measured and what one thinks, and how it was before. */
export function ReturnDesk() {
  const { path, search } = useAddress('/metrics');
  const { period, filters } = askedOf(useMetricsPlace());
  const body = { period, filters };
  const query = useQuery({
    queryKey: [...metricKeys.figures, 'measured', body],
    queryFn: ({ signal }) => fetchJson('/api/metrics/measured', measuredSchema, signal, body),
    placeholderData: keepPreviousData,
  });
  const against: CompareAnswer['against'] = search.get('before') === 'hand' ? 'hand' : 'history';
  const comparison = useComparison(against);
  const go = (text: string) => moveTo(text === '' ? path : `${path}?${text}`);
  const choose = (one: CompareAnswer['against']) => {
    const next = new URLSearchParams(search);
    if (one === 'hand') next.set('before', one);
    else next.delete('before');
    go(next.toString());
  };
  const edited = readEdited(search);
  const measured = query.data;
  return (
    <MetricsPage
      title="Return"
      compares={false}
      csv={false}
      doing={
        <>
          <Button look="plain" icon={Link2} onClick={() => void copyLink()}>
            Copy link
          </Button>
          <Button look="plain" icon={Printer} onClick={() => window.print()} className="max-pane:hidden">
            Print
          </Button>
        </>
      }
    >
      {measured ? (
        <Figures tables={tablesOf(measured, edited, comparison.data)}>
          <Calculator measured={measured} edited={edited} onChange={(next) => go(writeEdited(search, next))} />
          <ComparisonSection against={against} onAgainst={choose} query={comparison} />
        </Figures>
      ) : (
        <FiguresAwaited query={query} what="What was measured">
          <PageSkeleton shape="inputs" />
        </FiguresAwaited>
      )}
    </MetricsPage>
  );
}

type Props = { measured: Measured; edited: Edited; onChange: (edited: Edited) => void };

function Calculator({ measured, edited, onChange }: Props) {
  const { prefilled, assumed, expected, low, high } = reckon(measured, edited);
  const origins = (Object.keys(prefilled.origins) as (keyof typeof prefilled.origins)[]).flatMap((key) =>
    // Set-up, the time it takes and the months shown are never measured: they are no sign that anything is missing.
    key === 'setup' || key === 'ramp' || key === 'months' || edited[key] !== undefined ? [] : [prefilled.origins[key]],
  );
  const { says, more } = sayReturn({ ...{ expected, low, high, spread }, months: assumed.months, origins });
  return (
    <>
      <Headline says={says} more={more} />
      <Band className="grid grid-cols-[360fr_736fr] gap-x-8 gap-y-6 max-desk:grid-cols-1">
        <ChartSection
          title="What it is reckoned from"
          says={<span className="print:hidden">Change any of it; a link takes it along.</span>}
        >
          <AssumptionForm {...{ prefilled, edited, assumed, measured, onChange }} />
        </ChartSection>
        <div className="flex min-w-0 flex-col gap-6">
          <ChartSection
            title={`What is back, over ${assumed.months} months`}
            says={`Set-up is spent at the start. The band is volume, deflection and the cost of people ${spread * 100}% lower and higher.`}
          >
            <ReturnChart low={low} expected={expected} high={high} />
          </ChartSection>
          <ChartSection
            title="What most hangs on"
            says={`The return after ${assumed.months} months with one figure ${spread * 100}% lower or higher; dashed as expected, ${wholeDollars(expected.total)}.`}
          >
            <SensitivityBars turned={turnEach(assumed, spread)} total={expected.total} />
          </ChartSection>
        </div>
      </Band>
    </>
  );
}

function reckon(measured: Measured, edited: Edited) {
  const prefilled = prefill(measured);
  const assumed = { ...prefilled.assumed, ...edited };
  const cases = turnAll(assumed, spread);
  return {
    ...{ prefilled, assumed, expected: computeReturn(assumed) },
    ...{ low: computeReturn(cases.low), high: computeReturn(cases.high) },
  };
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    toast.success('The link is copied', { description: 'Whoever reads figures here sees the same through it.' });
  } catch {
    toast.error('The link was not copied', { description: 'It stands in the address bar.' });
  }
}

const dollars = (value: number) => ({ says: wholeDollars(value), value: Math.round(value) });

function tablesOf(measured: Measured, edited: Edited, comparison: CompareAnswer | undefined): TableData[] {
  const { expected, low, high } = reckon(measured, edited);
  const at = (one: Return, month: number) => dollars(one.points[month]!.cumulative);
  return [
    {
      title: 'Return by month',
      heads: ['Month', 'Low, $', 'Expected, $', 'High, $'],
      rows: expected.points.map(({ month }) => [
        month === 0 ? 'Start' : String(month),
        ...[low, expected, high].map((one) => at(one, month)),
      ]),
    },
    ...(comparison
      ? [
          {
            title: 'Before and after',
            heads: ['Measure', 'Before', 'Now', 'In the mix of before', 'How sure'],
            rows: comparison.rows.map((row) => [
              row.name,
              ...[row.before.value, row.now.value, row.adjusted].map((value) => ({
                says: sayValue(row.unit, value),
                value,
              })),
              saySure(row),
            ]),
          },
        ]
      : []),
  ];
}
