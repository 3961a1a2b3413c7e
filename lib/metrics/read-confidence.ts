import type { PersonActor } from '../auth/permissions';
import { wilsonInterval } from '../format/wilson-interval';
import type { SpreadName } from './columns';
import type { ConfidenceAnswer, SpanQuery } from './metric.schema';
import { planSpan } from './plan-span';
import { readSums } from './read-sums';
import { addBins, confidenceBins, type Spread } from './spread';

const spreads = ['confidence', 'confidenceCarried', 'confidenceRight', 'confidencePartly', 'confidenceWrong'] as const;
const shown = 20;

/**
 * How sure the assistant was of its turns, and how often it was right where somebody looked: a calibration curve, with its error
 * as Naeini et al. (2015) define it. Throws `forbidden`, `invalid`.
 */
export async function readConfidence(person: PersonActor, query: SpanQuery): Promise<ConfidenceAnswer> {
  const { period, timeZone, span, filters, countedAt, choose } = await planSpan(person, query);
  const rows = await readSums({
    ...{ chosen: choose([]), spans: [span], filters, by: null, together: true },
    ...{ about: new Set(['turns'] as const), columns: [], spreads },
  });
  const counts = new Map<SpreadName, Spread>(spreads.map((name) => [name, []]));
  for (const { measure, bins } of rows.spreads) addBins(counts.get(measure)!, bins);
  const at = (name: (typeof spreads)[number], bin: number) => counts.get(name)![bin] ?? 0;
  const bins = Array.from({ length: shown }, (_, place) => binAt(place, at));
  const reviewed = bins.reduce((sum, bin) => sum + bin.reviewed, 0);
  const apart = bins.reduce((sum, { reviewed: n, said, found }) => sum + n * Math.abs((said ?? 0) - (found ?? 0)), 0);
  return {
    ...{ timeZone, period, countedAt: countedAt.toISOString() },
    ...{ turns: bins.reduce((sum, bin) => sum + bin.turns, 0), reviewed },
    ...{ calibrationError: reviewed > 0 ? apart / reviewed : null, bins },
  };
}

function binAt(
  place: number,
  at: (name: (typeof spreads)[number], bin: number) => number,
): ConfidenceAnswer['bins'][number] {
  const each = confidenceBins / shown;
  const within = Array.from({ length: each }, (_, step) => place * each + step);
  const sum = (name: (typeof spreads)[number]) => within.reduce((all, bin) => all + at(name, bin), 0);
  const judged = (bin: number) => at('confidenceRight', bin) + at('confidencePartly', bin) + at('confidenceWrong', bin);
  const [right, partly, wrong] = [sum('confidenceRight'), sum('confidencePartly'), sum('confidenceWrong')];
  const reviewed = right + partly + wrong;
  const interval = wilsonInterval(right, reviewed);
  const said = within.reduce((all, bin) => all + judged(bin) * ((bin + 0.5) / confidenceBins), 0);
  return {
    ...{ from: place / shown, to: (place + 1) / shown, turns: sum('confidence'), carried: sum('confidenceCarried') },
    ...{ reviewed, right, partly, wrong },
    said: reviewed > 0 ? said / reviewed : null,
    found: reviewed > 0 ? right / reviewed : null,
    ...{ low: interval?.low ?? null, high: interval?.high ?? null },
  };
}
