import { parseArgs } from 'node:util';
import { z } from 'zod';
import { db, disconnect } from '../../../lib/platform/db';
import { inventHistory } from './invent-history';
import { writeHistory } from './write-history';

// `npm run demo:history -- --days 90 --per-day 40`: an invented past for the demo desk, once. Its dashboards have something to show then.
const usage = 'npm run demo:history -- [--days 1 to 365] [--per-day 1 to 200]';
const asked = z.object({
  days: z.coerce.number().int().min(1).max(365).default(90),
  'per-day': z.coerce.number().int().min(1).max(200).default(40),
});
const mark = 'demo-history';

try {
  const { values } = parseArgs({ options: { days: { type: 'string' }, 'per-day': { type: 'string' } } });
  const { days, 'per-day': perDay } = asked.parse(values);
  if (process.env.BATON_DEMO !== '1')
    throw new Error('Only the demo desk can be given an invented past (BATON_DEMO=1).');
  const count = await db().$transaction(
    async (tx) => {
      if (await tx.setting.findUnique({ where: { key: mark } })) throw new Error('The demo desk has its past already.');
      const chance = chanceFrom(days * 1_000 + perDay);
      const agents = await tx.person.count({ where: { role: { in: ['agent', 'supervisor'] } } });
      if (agents === 0) throw new Error('Start the product once before: there is nobody at the desk yet.');
      const stories = inventHistory({ days, perDay, agents, now: new Date() }, chance);
      await writeHistory(tx, stories, chance);
      await tx.setting.create({ data: { key: mark, value: { days, perDay } } });
      return stories.length;
    },
    { timeout: 300_000 },
  );
  process.stdout.write(
    `${count} conversations of ${days} days are written down; they are counted within a minute or two.\n`,
  );
} catch (error) {
  const says = error instanceof z.ZodError ? usage : error instanceof Error ? error.message : String(error);
  process.stderr.write(`${says}\n`);
  process.exitCode = 1;
} finally {
  await disconnect();
}

/** mulberry32: 32 bits of state, enough for a past nobody looks behind. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
