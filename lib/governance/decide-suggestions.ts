import type { z } from 'zod';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { writeExamples } from './add-examples';
import type { decideSuggestionsInput } from './intent.schema';

/**
 * Files suggestions under an intent, where they are examples from then on, or rejects them. One that somebody decided
 * meanwhile is left as it is; answers how many were decided here.
 */
export async function decideSuggestions(
  person: PersonActor,
  { ids, intent: key }: z.infer<typeof decideSuggestionsInput>,
): Promise<{ decided: number }> {
  return inTransaction(async (tx) => {
    const intent = key === null ? null : await tx.intent.findUnique({ where: { key } });
    if (key !== null && !intent) throw new AppError('not_found', `There is no intent ${key}.`);
    const open = await tx.exampleSuggestion.findMany({ where: { id: { in: ids }, state: 'open' } });
    for (const { id, text, intent: proposed } of open) {
      const state = key === null ? 'rejected' : key === proposed ? 'approved' : 'moved';
      const { count } = await tx.exampleSuggestion.updateMany({
        where: { id, state: 'open' },
        data: { state, filedAs: key, personId: person.id, decidedAt: new Date() },
      });
      if (count > 0 && intent)
        await writeExamples(tx, {
          intentId: intent.id,
          texts: [text],
          use: 'train',
          source: 'conversation',
          personId: person.id,
        });
    }
    if (intent) await recordEvent(tx, 'intents.changed', { intentId: intent.id });
    return { decided: open.length };
  });
}
