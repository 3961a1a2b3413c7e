import { decideBudget } from './decide-budget';
import { listProviders } from './list-providers';
import type { ModelsView } from './model.schema';
import { forgetSpent, readSpent } from './read-budget';
import { forgetModelSettings, readModelSettings } from './read-settings';
import { sumCosts } from './sum-costs';
import { sayBudget } from './tell-budget';

/** Everything about models on one page: whom is asked, within which limits, and what it costs. */
export async function viewModels(days: number): Promise<ModelsView> {
  // What was just set has to be seen: another part of this process may have read it a moment before.
  forgetModelSettings();
  forgetSpent();
  const [providers, settings, spent, costs] = await Promise.all([
    listProviders(),
    readModelSettings(),
    readSpent(),
    sumCosts(days),
  ]);
  const reached = decideBudget(spent, settings);
  const budget = { level: reached.level, says: sayBudget(reached), dayMicros: spent.day, monthMicros: spent.month };
  return { providers, settings, budget, costs };
}
