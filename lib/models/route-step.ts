import { chooseModel, type ModelRoute, type RouteInput } from './choose-model';
import { isResting } from './guard-endpoint';
import { canWrite } from './has-model';
import { readBudget } from './read-budget';
import { readEndpoints } from './read-endpoints';

/** Who does a step, with the endpoints and the budget as they are now. */
export async function routeStep(about: Omit<RouteInput, 'available' | 'budget'>): Promise<ModelRoute> {
  const [endpoints, { level }] = await Promise.all([readEndpoints(), readBudget()]);
  const writing = endpoints.filter(canWrite);
  const available =
    writing.length === 0 ? 'none' : writing.every((endpoint) => isResting(endpoint)) ? 'resting' : 'there';
  return chooseModel({ available, budget: level, ...about });
}
