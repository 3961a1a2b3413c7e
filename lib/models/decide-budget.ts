import type { BudgetLevel, ModelSettings } from './model.schema';

export type BudgetPeriod = 'day' | 'month';
export type BudgetReached = { level: BudgetLevel; period: BudgetPeriod | null; share: number };

const order: BudgetLevel[] = ['free', 'alert', 'soft', 'hard'];

/** How far the budgets are used; the one that is used most says what follows. Spent in millionths of a dollar. */
export function decideBudget(
  spent: { day: number; month: number },
  settings: Pick<ModelSettings, 'day' | 'month' | 'alertAt' | 'softAt'>,
): BudgetReached {
  const reached = (['day', 'month'] as const).flatMap((period): BudgetReached[] => {
    const limit = settings[period];
    if (limit === null) return [];
    const share = spent[period] / (limit * 1_000_000);
    const level =
      share >= 1 ? 'hard' : share >= settings.softAt ? 'soft' : share >= settings.alertAt ? 'alert' : 'free';
    return [{ level, period, share }];
  });
  const free: BudgetReached = { level: 'free', period: null, share: 0 };
  return reached.reduce((a, b) => {
    const further = order.indexOf(b.level) - order.indexOf(a.level);
    return further > 0 || (further === 0 && b.share > a.share) ? b : a;
  }, free);
}
