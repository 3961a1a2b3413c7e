import { TriangleAlert } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { type FigureUnit, formatFigure } from '@/lib/format/format-figure';
import { nameValue } from '@/lib/format/name-value';
import type { MetricsAnswer } from '@/lib/metrics/metric.schema';
import type { TableData } from '../metric-table';
import { useMetricValues } from '../queries';
import { useBehindHref } from '../use-behind-href';

export const intentMeasures = ['turns', 'coverage', 'escalated', 'wrong', 'turn_time'];
const heads = ['Intent', 'Turns', 'Alone', 'Passed on', 'Median time', 'Error'];
/** Fewer reviewed turns of an intent say nothing about its error. */
const fewestReviewed = 20;
const mostShown = 24;

type Intent = {
  key: string;
  name: string;
  cells: { key: string; unit: FigureUnit; value: number | null; href: string }[];
  /** Null where too few were reviewed. */
  error: number | null;
  reviewed: number;
  wrongHref: string;
};

/** Each intent with what the assistant carries of it alone and how often it is wrong, by volume. */
export function useIntents(answer: MetricsAnswer): Intent[] {
  const behind = useBehindHref();
  const { data: values } = useMetricValues();
  return (answer.breakdown ?? [])
    .filter((row) => (row.measures.turns?.total.value ?? 0) > 0)
    .slice(0, mostShown)
    .map((row) => {
      const filters = { intent: [row.key] };
      const cell = (key: string, unit: FigureUnit, counted: 'in' | 'of' = 'in') => ({
        ...{ key, unit, value: row.measures[key]?.total.value ?? null },
        href: behind({ measure: key, counted, filters }),
      });
      const wrong = row.measures.wrong?.total ?? { value: null, n: 0 };
      return {
        key: row.key,
        name: nameValue('intent', row.key, values),
        cells: [
          cell('turns', 'count'),
          cell('coverage', 'share'),
          cell('escalated', 'share'),
          cell('turn_time', 'milliseconds', 'of'),
        ],
        error: wrong.n < fewestReviewed ? null : wrong.value,
        reviewed: wrong.n,
        wrongHref: behind({ measure: 'wrong', filters }),
      };
    });
}

export const intentTable = (intents: readonly Intent[]): TableData => ({
  title: 'By intent',
  heads: [...heads, 'Reviewed'],
  rows: intents.map(({ name, cells, error, reviewed, wrongHref }) => [
    name,
    ...cells.map(({ unit, value, href }) => ({ says: formatFigure(unit, value), value, href })),
    { says: formatFigure('share', error), value: error, href: wrongHref },
    { says: reviewed.toLocaleString('en'), value: reviewed },
  ]),
});

/** `target`: an error above it needs a look. */
export function IntentTable({ intents, target }: { intents: readonly Intent[]; target: number | null }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className="overflow-x-auto" tabIndex={0} aria-label="Intents, table">
      <table className="w-full text-left">
        <thead className="text-meta text-ink-3">
          <tr className="h-7">
            {heads.map((head, at) => (
              <th
                key={head}
                scope="col"
                className={`pr-4 font-text whitespace-nowrap last:pr-0 ${at > 0 ? 'text-right' : ''}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {intents.map((intent) => (
            <tr key={intent.key} className="h-8 border-t border-line hover:bg-hover">
              <th scope="row" className="max-w-56 truncate pr-4 font-medium" title={intent.name}>
                {intent.name}
              </th>
              {intent.cells.map(({ key, unit, value, href }) => (
                <td key={key} className="pr-4 text-right whitespace-nowrap text-ink-2 tabular-nums">
                  <Link href={href} className="rounded-corner-small hover:underline">
                    {formatFigure(unit, value)}
                  </Link>
                </td>
              ))}
              <ErrorCell intent={intent} target={target} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ErrorCell({ intent: { error, reviewed, wrongHref }, target }: { intent: Intent; target: number | null }) {
  if (error === null)
    return (
      <td className="text-right text-ink-3" title={`${reviewed} reviewed: too few to tell`}>
        –
      </td>
    );
  return (
    <td className="text-right whitespace-nowrap tabular-nums" title={`${reviewed.toLocaleString('en')} reviewed`}>
      <Link href={wrongHref} className="inline-flex items-center gap-1 rounded-corner-small hover:underline">
        {target !== null && error > target && (
          <TriangleAlert size={13} strokeWidth={1.75} aria-label="Over its target" className="text-attention-text" />
        )}
        {formatFigure('share', error)}
      </Link>
    </td>
  );
}
