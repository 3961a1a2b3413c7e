import { db, type Tx } from '../platform/db';
import { type AssistantStanding, type AssistantSwitch, assistantSwitchSchema } from './assistant-switch.schema';

export const assistantSetting = 'assistant';

/**
 * What the assistant may do now, asked of the database each time: a switch that is kept for a while lets through what it was
 * turned against. Whoever may not answer may not write. A setting that is not understood is off.
 */
export async function readAssistantSwitch(client: Tx = db()): Promise<AssistantSwitch> {
  const setting = await client.setting.findUnique({ where: { key: assistantSetting } });
  if (!setting) return { writes: true, answers: true };
  const { writes, answers } = assistantSwitchSchema.safeParse(setting.value).data ?? { writes: false, answers: false };
  return { writes: writes && answers, answers };
}

/** The same with who turned it, for whoever works here to read. */
export async function readAssistantStanding(): Promise<AssistantStanding> {
  const now = await readAssistantSwitch();
  const setting = await db().setting.findUnique({ where: { key: assistantSetting } });
  const id = (setting?.value as { personId?: string } | null)?.personId;
  const by = id ? await db().person.findUnique({ where: { id }, select: { name: true } }) : null;
  return { ...now, by: by?.name ?? null, at: setting?.updatedAt.toISOString() ?? null };
}
