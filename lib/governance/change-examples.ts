import type { z } from 'zod';
import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { changeExamplesInput } from './intent.schema';

type Input = z.infer<typeof changeExamplesInput>;

/** Moves examples to another intent, keeps them as test, or removes them. Answers how many. */
export async function changeExamples(person: PersonActor, { ids, change }: Input): Promise<{ changed: number }> {
  return inTransaction(async (tx) => {
    const touched = await tx.intentExample.findMany({
      where: { id: { in: ids } },
      select: { id: true, intentId: true, text: true },
    });
    if (touched.length === 0) throw new AppError('not_found', 'These examples are gone already.');
    const intents = new Set(touched.map(({ intentId }) => intentId));
    switch (change.kind) {
      case 'move':
        await move(tx, touched, change.intentId);
        intents.add(change.intentId);
        break;
      case 'use':
        await tx.intentExample.updateMany({ where: { id: { in: ids } }, data: { use: change.use } });
        break;
      case 'remove':
        await tx.intentExample.deleteMany({ where: { id: { in: ids } } });
        break;
    }
    for (const intentId of intents) await recordEvent(tx, 'intents.changed', { intentId });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: `intent.examples_${change.kind}`,
      subject: { kind: 'intent', id: touched[0]!.intentId },
      after: { change, texts: touched.map(({ text }) => text).slice(0, 20) },
    });
    return { changed: touched.length };
  });
}

async function move(tx: Tx, examples: { id: string; text: string }[], intentId: string): Promise<void> {
  if (!(await tx.intent.findUnique({ where: { id: intentId } })))
    throw new AppError('not_found', 'There is no such intent to move them to.');
  const there = await tx.intentExample.findMany({
    where: { intentId, text: { in: examples.map(({ text }) => text) } },
    select: { text: true },
  });
  const known = new Set(there.map(({ text }) => text));
  const ids = (has: boolean) => examples.filter(({ text }) => known.has(text) === has).map(({ id }) => id);
  // What stands there already would stand there twice.
  await tx.intentExample.deleteMany({ where: { id: { in: ids(true) }, intentId: { not: intentId } } });
  await tx.intentExample.updateMany({ where: { id: { in: ids(false) } }, data: { intentId } });
}
