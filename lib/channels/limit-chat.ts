import { AppError } from '../platform/errors';
import { consume } from '../platform/limit';

/**
 * A visitor writes 20 messages a minute and attaches 10 files. An address may be a whole office or a phone network, so it has six times that;
 * it is what stops one machine that makes itself many visitors.
 */
const limits = {
  message: { visitor: 20, address: 120 },
  file: { visitor: 10, address: 60 },
  session: { visitor: null, address: 240 },
} as const;

/** Throws `rate_limited` when this visitor or this address does it too often. */
export async function limitChat(kind: keyof typeof limits, visitor: string | null, headers: Headers): Promise<void> {
  const { visitor: own, address } = limits[kind];
  const checks = [consume(`chat-${kind}-address`, addressOf(headers), { points: address, seconds: 60 })];
  if (own !== null && visitor !== null) {
    checks.push(consume(`chat-${kind}-visitor`, visitor, { points: own, seconds: 60 }));
  }
  const within = await Promise.all(checks);
  if (within.includes(false)) {
    throw new AppError('rate_limited', 'That was a lot at once. Wait a minute, then send it again.');
  }
}

/** The last one is what the nearest proxy, or the web process itself, saw; those before it anybody may have written. */
function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}
