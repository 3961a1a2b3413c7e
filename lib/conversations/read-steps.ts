import { z } from 'zod';
import { db } from '../platform/db';

const tried = z.object({ what: z.string(), ok: z.boolean() });
const planned = z.object({ parts: z.array(z.object({ tried: z.array(tried) })) }).catch({ parts: [] });

/** What each turn looked up and did, in order, as past-tense phrases; kept with the turn's plan. */
export async function readSteps(turnIds: string[]): Promise<Map<string, z.infer<typeof tried>[]>> {
  if (turnIds.length === 0) return new Map();
  const where = { turnId: { in: turnIds }, stage: 'Plan' };
  const steps = await db().turnStep.findMany({ where, select: { turnId: true, gave: true } });
  return new Map(steps.map((step) => [step.turnId, planned.parse(step.gave).parts.flatMap((part) => part.tried)]));
}
