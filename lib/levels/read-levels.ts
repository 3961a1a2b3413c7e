import { may, type PersonActor } from '../auth/permissions';
import { readMetricSettings } from '../metrics/metric-settings';
import { databaseNow } from '../platform/clock';
import { readArranged } from './arrange-levels';
import { burnDown, burnRate, burnRules, decideBudget, decideBurn } from './decide-burn';
import { definitionOf } from './default-levels';
import type { Burn, Count, Level, LevelsView, LevelView } from './level.schema';
import { readEscalation } from './measure-escalation';
import { readDays, readRecent } from './read-counts';

/** Every level with what happened in its window, what is left of its budget, and how fast it is spent. */
export async function readLevels(person: PersonActor): Promise<LevelsView> {
  const [levels, { timeZone }, now] = await Promise.all([readArranged(), readMetricSettings(), databaseNow()]);
  const views: LevelView[] = [];
  // One after the other: they read much, and others want the database as well.
  for (const level of levels) views.push(await viewLevel(level, timeZone, now));
  return {
    levels: views,
    escalation: await readEscalation(now),
    timeZone,
    at: now.toISOString(),
    mayEdit: may(person, 'desk.administer'),
  };
}

async function viewLevel(level: Level, timeZone: string, now: Date): Promise<LevelView> {
  const { name, says, events } = definitionOf(level.key);
  const [days, burns] = [await readDays(level, timeZone, now), await readBurns(level, now)];
  const count = sumCounts(days);
  const left = burnDown(days, level.objective);
  return {
    ...{ ...level, name, says, events, count, burns },
    value: count.total === 0 ? null : count.good / count.total,
    budget: decideBudget(count, level),
    days: days.map((day, at) => ({ ...day, left: left[at] ?? null })),
  };
}

/** How fast the budget is spent now, by each rule. */
export async function readBurns(level: Level, now: Date): Promise<Burn[]> {
  const minutes = burnRules.flatMap(({ hours, shortMinutes }) => [hours * 60, shortMinutes]);
  const counts = await readRecent(level, minutes, now);
  return burnRules.map((rule, at): Burn => {
    const [long, short] = [counts[2 * at]!, counts[2 * at + 1]!];
    const { key, hours, factor } = rule;
    return {
      ...{ key, hours, factor, count: long },
      rate: burnRate(long, level.objective),
      state: decideBurn(rule, long, short, level),
    };
  });
}

export const sumCounts = (counts: readonly Count[]): Count =>
  counts.reduce<Count>((sum, { good, total }) => ({ good: sum.good + good, total: sum.total + total }), {
    good: 0,
    total: 0,
  });
