import type { Category, Coverage, Level } from './worth.schema';

/** What is known of one category's volume. Shares are of `tickets`; null where it was not counted. */
export type Volume = {
  key: string;
  kind: Category['kind'];
  name: string;
  tickets: number;
  handle: { meanMs: number; n: number; medianMs: number | null; p90Ms: number | null } | null;
  /** Replies or turns a ticket. */
  turns: number | null;
  reopened: number | null;
  transferred: number | null;
};
/** What the assistant carries of it on this desk. */
export type Achieved = { value: number; n: number };

export type Costs = { hourMicros: number; automatedMicros: number };
type Asked = {
  volumes: readonly Volume[];
  /** Over which the volume came. */
  days: number;
  achieved: ReadonlyMap<string, Achieved>;
  coverage: ReadonlyMap<string, Coverage>;
  costs: Costs;
};

const daysOfMonth = 365.25 / 12;
/** A share of fewer is not told. */
const fewest = 30;
/** So many of one complexity make the best of them something to go by. */
const fewestComparable = 3;
/** What can be reached where nothing here tells, by complexity: cautious, and shown as assumed. */
export const assumedCeiling: Record<Level, number> = { low: 0.7, medium: 0.5, high: 0.25 };

const nothing: Coverage = { intent: false, article: null, playbook: null, tools: 0, toolsMissing: [] };

/** The map: each category with complexity, what is achieved, what can be, and what that is worth; the most money first. */
export function mapCategories({ volumes, days, achieved, coverage, costs }: Asked): Category[] {
  const all = volumes.reduce((sum, { tickets }) => sum + tickets, 0);
  const overall = meanHandle(volumes);
  const measured = volumes.map((volume) => {
    const covered = coverage.get(volume.key) ?? nothing;
    const reached = achieved.get(volume.key);
    return {
      volume,
      covered,
      complexity: judgeComplexity(volume, covered),
      reached: reached && reached.n >= fewest ? reached : null,
    };
  });
  return measured
    .map(({ volume, covered, complexity, reached }): Category => {
      const { key, kind, name, tickets, handle } = volume;
      const ceiling = chooseCeiling(complexity?.level ?? 'medium', measured);
      const potential = kind === 'none' ? 0 : Math.max(0, ceiling.value - (reached?.value ?? 0));
      const perMonth = (tickets / Math.max(1, days)) * daysOfMonth;
      const handleMs = handle?.meanMs ?? overall;
      const human = handleMs === null || costs.hourMicros === 0 ? null : (handleMs / 3_600_000) * costs.hourMicros;
      return {
        ...{ key, kind, name, tickets, share: all > 0 ? tickets / all : 0, perMonth },
        handleMs: handle ? { value: handle.meanMs, n: handle.n } : null,
        ...{ complexity, achieved: reached, ceiling, potential, coverage: covered },
        savingMicros:
          human === null ? null : Math.round(perMonth * potential * Math.max(0, human - costs.automatedMicros)),
      };
    })
    .sort(
      (a, b) => (b.savingMicros ?? -1) - (a.savingMicros ?? -1) || b.tickets - a.tickets || (a.key < b.key ? -1 : 1),
    );
}

/** The mean over all that were measured, for those that were not. */
function meanHandle(volumes: readonly Volume[]): number | null {
  const known = volumes.flatMap(({ handle }) => handle ?? []);
  const n = known.reduce((sum, one) => sum + one.n, 0);
  return n === 0 ? null : known.reduce((sum, one) => sum + one.meanMs * one.n, 0) / n;
}

type Judged = { volume: Volume; complexity: Category['complexity']; reached: Achieved | null };

/** The most that one as complex as this reaches here; where too few were measured, what is assumed. */
function chooseCeiling(level: Level, all: readonly Judged[]): Category['ceiling'] {
  const comparable = all.filter(
    (one) => one.reached && one.volume.kind !== 'none' && (one.complexity?.level ?? 'medium') === level,
  );
  const best = comparable.toSorted((a, b) => b.reached!.value - a.reached!.value)[0];
  if (!best || comparable.length < fewestComparable)
    return { value: assumedCeiling[level], from: 'assumed', name: null };
  return { value: best.reached!.value, from: 'comparable', name: best.volume.name };
}

const between = (value: number, easy: number, hard: number) => Math.min(1, Math.max(0, (value - easy) / (hard - easy)));
const percent = (value: number) => `${Math.round(value * 100)}%`;

/**
 * The mean of what is known, each from 0 (easy) to 1 (hard): turns a ticket 1 to 5, reopened 0 to 20%, passed on 0 to 30%, how far
 * nine in ten handle times are from the median 1.5 to 5 times, tools called 0 to 4. Null where nothing is known.
 */
export function judgeComplexity(volume: Volume, { tools, playbook }: Coverage): Category['complexity'] {
  const { turns, reopened, transferred, handle } = volume;
  const spread = handle?.medianMs && handle.p90Ms !== null && handle.n >= 10 ? handle.p90Ms / handle.medianMs : null;
  const parts = [
    turns !== null && { name: 'Turns', says: `${turns.toFixed(1)} a ticket`, score: between(turns, 1, 5) },
    reopened !== null && { name: 'Reopened', says: percent(reopened), score: between(reopened, 0, 0.2) },
    transferred !== null && { name: 'Passed on', says: percent(transferred), score: between(transferred, 0, 0.3) },
    spread !== null && {
      name: 'Spread of handle time',
      says: `nine in ten within ${spread.toFixed(1)} × the median`,
      score: between(spread, 1.5, 5),
    },
    playbook !== null && { name: 'Tools', says: `${tools} called`, score: between(tools, 0, 4) },
  ].filter((one) => one !== false);
  if (parts.length === 0) return null;
  const score = parts.reduce((sum, one) => sum + one.score, 0) / parts.length;
  return { score, level: score < 1 / 3 ? 'low' : score < 2 / 3 ? 'medium' : 'high', parts };
}
