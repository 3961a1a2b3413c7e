import type { z } from 'zod';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { addExamplesInput, exampleSources, exampleUses } from './intent.schema';

type Written = {
  intentId: string;
  texts: string[];
  use: (typeof exampleUses)[number];
  source: (typeof exampleSources)[number];
  personId: string | null;
};

/** Adds labelled utterances; what the intent has already is passed over. Answers how many are new. */
export async function addExamples(
  person: PersonActor,
  input: z.infer<typeof addExamplesInput>,
): Promise<{ added: number }> {
  return inTransaction(async (tx) => {
    if (!(await tx.intent.findUnique({ where: { id: input.intentId } })))
      throw new AppError('not_found', 'There is no such intent.');
    const added = await writeExamples(tx, { ...input, source: 'admin', personId: person.id });
    await recordEvent(tx, 'intents.changed', { intentId: input.intentId });
    return { added };
  });
}

export async function writeExamples(tx: Tx, { intentId, texts, use, source, personId }: Written): Promise<number> {
  const { count } = await tx.intentExample.createMany({
    data: [...new Set(texts)].map((text) => ({ id: newId(), intentId, text, use, source, personId })),
    skipDuplicates: true,
  });
  return count;
}
