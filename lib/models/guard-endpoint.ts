import {
  bulkhead,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  type IPolicy,
  wrap,
} from 'cockatiel';
import { consume } from '../platform/limit';
import { isEndpointFailure, ModelFailure } from './name-failure';
import type { Endpoint } from './read-endpoints';

const failuresToRest = 5;
const restMs = 15_000;

type Guard = { atOnce: number; breaker: CircuitBreakerPolicy; policy: IPolicy; restsUntil: { at: number } };
const guards = new Map<string, Guard>();
const nameOf = ({ id, url }: Pick<Endpoint, 'id' | 'url'>) => `${id} ${url}`;

function guardOf(endpoint: Endpoint): Guard {
  const known = guards.get(nameOf(endpoint));
  if (known?.atOnce === endpoint.mostAtOnce) return known;
  const breaker =
    known?.breaker ??
    circuitBreaker(handleWhen(isEndpointFailure), {
      halfOpenAfter: restMs,
      breaker: new ConsecutiveBreaker(failuresToRest),
    });
  const restsUntil = known?.restsUntil ?? { at: 0 };
  if (!known)
    breaker.onBreak(() => {
      restsUntil.at = Date.now() + restMs;
    });
  // Who waits in line waits within its own patience: a few at most.
  const policy = wrap(bulkhead(endpoint.mostAtOnce, endpoint.mostAtOnce), breaker);
  const guard = { atOnce: endpoint.mostAtOnce, breaker, policy, restsUntil };
  guards.set(nameOf(endpoint), guard);
  return guard;
}

/**
 * Whether an endpoint rests after failures: asked all the same it would refuse at once. A breaker stays open until somebody
 * asks again, so when its rest is over it counts as awake: or nobody ever would.
 */
export function isResting(endpoint: Endpoint, now = Date.now()): boolean {
  const { breaker, restsUntil } = guardOf(endpoint);
  return breaker.state === CircuitState.Open && now < restsUntil.at;
}

/**
 * Does one call behind the endpoint's bulkhead and breaker (per process) and its limit per minute (over all processes).
 * Throws ModelFailure `rate_limited` above that, what cockatiel throws for the others, and what the call throws.
 */
export async function guardCall<T>(endpoint: Endpoint, call: () => Promise<T>): Promise<T> {
  const { mostPerMinute } = endpoint;
  if (mostPerMinute !== null && !(await consume('model', endpoint.id, { points: mostPerMinute, seconds: 60 })))
    throw new ModelFailure({ kind: 'busy' });
  return guardOf(endpoint).policy.execute(call) as Promise<T>;
}
