import { bulkhead, ConsecutiveBreaker, circuitBreaker, handleWhenResult, type IPolicy, wrap } from 'cockatiel';
import { consume } from '../platform/limit';
import type { ToolInfo, ToolOutcome } from './tool.schema';

const failuresToRest = 8;
const restMs = 5_000;
/** Who waits in line behind those who are served. */
const waiting = 200;

type Guard = { size: number; policy: IPolicy };
const connectors = new Map<string, Guard>();
const tools = new Map<string, Guard>();

/** Places for so many calls; made anew when their number changes. One that hangs does not take the others' places. */
function placesOf(guards: Map<string, Guard>, id: string, size: number, make: () => IPolicy): IPolicy {
  const known = guards.get(id);
  if (known?.size === size) return known.policy;
  const policy = make();
  guards.set(id, { size, policy });
  return policy;
}

const breakers = new Map<string, IPolicy>();

function breakerOf(id: string): IPolicy {
  let breaker = breakers.get(id);
  if (!breaker) {
    const failed = handleWhenResult((result) => ['unavailable', 'unknown'].includes((result as ToolOutcome).kind));
    breaker = circuitBreaker(failed, { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failuresToRest) });
    breakers.set(id, breaker);
  }
  return breaker;
}

/**
 * Does one call behind the places of its system and of the tool, the tool's breaker (all per process) and the limits per
 * minute (over all processes). Above a limit it answers `unavailable`; throws what cockatiel throws for the others.
 */
export async function guardTool(tool: ToolInfo, call: () => Promise<ToolOutcome>): Promise<ToolOutcome> {
  const { connector } = tool;
  const limits = [
    ['tool', tool.id, tool.mostPerMinute],
    ['connector', connector.id, connector.mostPerMinute],
  ] as const;
  for (const [what, id, points] of limits) {
    if (points !== null && !(await consume(what, id, { points, seconds: 60 })))
      return { kind: 'unavailable', message: `its limit of ${points} calls a minute is reached` };
  }
  const size = tool.mostAtOnce ?? connector.mostAtOnce;
  const all = placesOf(connectors, connector.id, connector.mostAtOnce, () => bulkhead(connector.mostAtOnce, waiting));
  const own = placesOf(tools, tool.id, size, () => wrap(bulkhead(size, waiting), breakerOf(tool.id)));
  return (await all.execute(() => own.execute(call))) as ToolOutcome;
}
