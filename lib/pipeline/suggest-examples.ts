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
  const turns = await db().turn.findMany({
    where: { id: { gt: after }, status: { not: 'running' } },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true, conversationId: true, messageId: true, intents: true, language: true, outcome: true },
  });
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
    const nearest = classifyText(text, model).ranked.find(({ intent }) => intent !== UNKNOWN);
    const wishes = turn.intents as { intent: string; probability: number }[];
    const chosen = nearest && chooseSuggestion({ text, wishes, outcome: turn.outcome, nearest });
    if (!chosen) return [];
    const { id, conversationId, language } = turn;
    return [{ id: newId(), turnId: id, conversationId, text, language, ...chosen }];
  });
  return inTransaction(async (tx) => {
    const value = { after: turns.at(-1)!.id };
    const claimed = setting
      ? (await tx.setting.updateMany({ where: { key: settingKey, value: { equals: { after } } }, data: { value } }))
          .count
      : (await tx.setting.createMany({ data: [{ key: settingKey, value }], skipDuplicates: true })).count;
    if (claimed === 0) return 0;
    return (await tx.exampleSuggestion.createMany({ data: found, skipDuplicates: true })).count;
  });
}
