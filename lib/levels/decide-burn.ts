import type { Budget, Burn, BurnKey, Count } from './level.schema';

/**
 * The pairs of windows of Google's SRE Workbook, ch. 5: the long one says that it matters, the short one, a twelfth of it,
 * that it still goes on. 14.4 spends 2% of a month's budget in an hour, 6 spends 5% in six, 1 a tenth in three days.
 */
export const burnRules: readonly {
  key: BurnKey;
  hours: number;
  shortMinutes: number;
  factor: number;
  severity: 'urgent' | 'notice';
}[] = [
  { key: 'fast', hours: 1, shortMinutes: 5, factor: 14.4, severity: 'urgent' },
  { key: 'slow', hours: 6, shortMinutes: 30, factor: 6, severity: 'urgent' },
  { key: 'creeping', hours: 72, shortMinutes: 360, factor: 1, severity: 'notice' },
];

/** What began at a factor is over below this share of it: a rate that wavers around the line tells nothing twice. */
const calmShare = 0.8;
/** A budget that was spent counts as not spent again once this share of it is back. */
const backShare = 0.05;

/** 1 − 0.99 is a little less than a hundredth to a machine, and six times it a little less than six. */
const mayBeBad = (objective: number): number => Math.round((1 - objective) * 1e6) / 1e6;

/** How many times as fast as it may the budget is spent; null without events. The most there can be is 1 ÷ (1 − objective). */
export function burnRate({ good, total }: Count, objective: number): number | null {
  return total === 0 ? null : (total - good) / total / mayBeBad(objective);
}

/** Whether a rule holds: `on` begins, `between` keeps what is on, `off` and `few` end it. */
export function decideBurn(
  { factor }: { factor: number },
  long: Count,
  short: Count,
  { objective, fewestEvents }: { objective: number; fewestEvents: number },
): Burn['state'] {
  if (long.total < fewestEvents) return 'few';
  const rate = burnRate(long, objective) ?? 0;
  const still = burnRate(short, objective);
  if (rate < factor * calmShare) return 'off';
  // Nothing came lately: that says neither that it goes on nor that it is over.
  if (still === null) return 'between';
  if (still < factor * calmShare) return 'off';
  return rate >= factor && still >= factor ? 'on' : 'between';
}

/** What of the window's budget is left, as a share and in events. */
export function decideBudget(
  { good, total }: Count,
  { objective, fewestEvents }: { objective: number; fewestEvents: number },
): Budget {
  const bad = total - good;
  const allowed = mayBeBad(objective) * total;
  return {
    allowed,
    bad,
    left: total === 0 ? null : 1 - bad / allowed,
    leftEvents: allowed - bad,
    few: total < fewestEvents,
  };
}

/** The same three states for a budget that is spent. */
export function decideSpent({ left, few }: Budget): Burn['state'] {
  if (few || left === null) return 'few';
  return left <= 1e-9 ? 'on' : left < backShare ? 'between' : 'off';
}

/** What was left at the end of each day, of the budget of the whole window; null where nothing happened in it at all. */
export function burnDown(days: readonly Count[], objective: number): (number | null)[] {
  const allowed = mayBeBad(objective) * days.reduce((sum, { total }) => sum + total, 0);
  let bad = 0;
  return days.map(({ good, total }) => {
    bad += total - good;
    return allowed === 0 ? null : 1 - bad / allowed;
  });
}
