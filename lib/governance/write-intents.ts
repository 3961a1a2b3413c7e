import type { Actor } from '../audit/append-audit';
import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { writeExamples } from './add-examples';
import type { TrainBody } from './intents-api.schema';

type Given = TrainBody['intents'][number];

/** Adds intents and their examples, or changes those there are: all of them or, when one is wrong, none. */
export async function writeIntents(actor: Actor, intents: Given[]): Promise<void> {
  if (intents.length === 0) return;
  await inTransaction(async (tx) => {
    const teams = new Set((await tx.team.findMany({ select: { key: true } })).map(({ key }) => key));
    for (const [at, given] of intents.entries()) {
      if (given.team && !teams.has(given.team))
        throw new AppError('invalid', `intents.${at}.team: there is no team ${given.team}.`);
      const intentId = await upsert(tx, given);
      if (given.replace) await tx.intentExample.deleteMany({ where: { intentId } });
      const by = { intentId, source: 'api' as const, personId: null };
      await writeExamples(tx, { ...by, texts: given.examples, use: 'train' });
      await writeExamples(tx, { ...by, texts: given.tests, use: 'test' });
      await recordEvent(tx, 'intents.changed', { intentId });
    }
    await appendAudit(tx, {
      actor,
      action: 'intents.written',
      subject: { kind: 'intents', id: actor.id ?? 'system' },
      after: intents.map(({ key, examples, tests, replace }) => ({
        key,
        examples: examples.length,
        tests: tests.length,
        replace,
      })),
    });
  });
}

async function upsert(tx: Tx, { key, name, description, team }: Given): Promise<string> {
  const said = {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(team === undefined ? {} : { teamKey: team }),
  };
  const { id } = await tx.intent.upsert({
    where: { key },
    update: said,
    create: { id: newId(), key, name: key.replaceAll('_', ' '), ...said },
    select: { id: true },
  });
  return id;
}
