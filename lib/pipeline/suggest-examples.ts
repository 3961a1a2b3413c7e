import { db, inTransaction } from '../platform/db';
import { newId } from '../platform/ids';
import { redactText } from '../privacy/redact-text';
import { chooseSuggestion } from './choose-suggestion';
import { readIntentModel } from './read-intent-model';
import { classifyText } from './understanding/classify-text';
import { UNKNOWN } from './understanding/understanding.schema';

const most = 100;
const settingKey = 'suggestions';

/**
 * Looks through what customers said since the last time and proposes what the classifier could learn from. Any worker may
 * run it: how far it has come is compared and set with what it proposes, so that nothing is proposed twice.
 */
export async function suggestExamples(): Promise<number> {
  const setting = await db().setting.findUnique({ where: { key: settingKey } });
  const after = (setting?.value as { after?: string } | undefined)?.after ?? '00000000-0000-0000-0000-000000000000';
  const select = { id: true, conversationId: true, messageId: true, intents: true, language: true, outcome: true };
  const fresh = await db().turn.findMany({
    where: { id: { gt: after }, status: { not: 'running' } },
    orderBy: { id: 'asc' },
    take: most,
    select,
  });
  const misread = await db().turn.findMany({ where: { id: { in: await findMisread() } }, select });
  const wrong = new Set(misread.map(({ id }) => id));
  const turns = [...misread, ...fresh.filter(({ id }) => !wrong.has(id))];
  if (turns.length === 0) return 0;
  const messages = await db().message.findMany({
    where: { id: { in: turns.map(({ messageId }) => messageId) }, author: 'customer' },
    select: { id: true, text: true },
  });
  const textOf = new Map(messages.map(({ id, text }) => [id, redactText(text).text.replace(/\s+/g, ' ').trim()]));
  const model = await readIntentModel();
  const known = await db().intentExample.findMany({
    where: { text: { in: [...textOf.values()] } },
    select: { text: true },
  });
  const taught = new Set(known.map(({ text }) => text));
  const found = turns.flatMap((turn) => {
    const text = textOf.get(turn.messageId);
    if (!text || taught.has(text)) return [];
    const ranked = classifyText(text, model).ranked.filter(({ intent }) => intent !== UNKNOWN);
    const wishes = turn.intents as { intent: string; probability: number }[];
    const chosen = chooseSuggestion({ text, wishes, outcome: turn.outcome, misread: wrong.has(turn.id), ranked });
    if (!chosen) return [];
    const { id, conversationId, language } = turn;
    return [{ id: newId(), turnId: id, conversationId, text, language, ...chosen }];
  });
  return inTransaction(async (tx) => {
    const value = { after: fresh.at(-1)?.id ?? after };
    const claimed = setting
      ? (await tx.setting.updateMany({ where: { key: settingKey, value: { equals: { after } } }, data: { value } }))
          .count
      : (await tx.setting.createMany({ data: [{ key: settingKey, value }], skipDuplicates: true })).count;
    if (claimed === 0) return 0;
    return (await tx.exampleSuggestion.createMany({ data: found, skipDuplicates: true })).count;
  });
}

/** Turns a supervisor called misunderstood and nobody was shown yet. */
async function findMisread(): Promise<string[]> {
  const rows = await db().$queryRaw<{ turnId: string }[]>`
    SELECT r."turnId" FROM "Review" r
    WHERE r.state = 'done' AND r.cause = 'intent' AND r.verdict <> 'right'
      AND NOT EXISTS (SELECT 1 FROM "ExampleSuggestion" s WHERE s."turnId" = r."turnId")
    ORDER BY r."decidedAt" DESC LIMIT ${most}`;
  return rows.map(({ turnId }) => turnId);
}
