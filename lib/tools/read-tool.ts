import { ExponentialBackoff, handleWhenResult, retry } from 'cockatiel';
import { callTool, type ToolCall } from './call-tool';
import { findTool } from './find-tool';
import { passingCodes, type ToolOutcome } from './tool.schema';

const passing = handleWhenResult((result) => {
  const outcome = result as ToolOutcome;
  return (
    outcome.kind === 'unavailable' ||
    outcome.kind === 'unknown' ||
    (outcome.kind === 'refused' && passingCodes.has(outcome.code))
  );
});
const twice = retry(passing, {
  maxAttempts: 2,
  backoff: new ExponentialBackoff({ initialDelay: 150, maxDelay: 1_000 }),
});

/**
 * Reads from another system; asks again after what passes, at most three times in about eight seconds. What the registry
 * calls a write is refused: a read goes by no policy.
 */
export async function readTool(call: Omit<ToolCall, 'key'>): Promise<ToolOutcome> {
  const outcome = (await twice.execute(
    async () => (await refuseWrite(call.tool)) ?? callTool({ timeoutMs: 2_500, ...call }),
  )) as ToolOutcome;
  return outcome.kind === 'unknown' ? { kind: 'unavailable', message: outcome.message } : outcome;
}

async function refuseWrite(name: string): Promise<ToolOutcome | null> {
  const found = await findTool(name).catch(() => null); // what is wrong then is said by the call itself
  if (found?.kind !== 'found' || !found.tool.write) return null;
  return {
    kind: 'refused',
    code: 'not_a_read',
    message: `${name} changes something, and is not called to look something up`,
  };
}
