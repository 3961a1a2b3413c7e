import type { z } from 'zod';
import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, Prisma, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { writeExamples } from './add-examples';
import { findServing } from './find-serving';
import type { changeIntentInput, NewIntent } from './intent.schema';

/** Adds an intent with its examples. It is understood from the next version on. Throws `conflict` when the key is taken. */
export async function createIntent(person: PersonActor, input: NewIntent): Promise<{ id: string; key: string }> {
  return inTransaction(async (tx) => {
    await assertTeam(tx, input.teamKey);
    const key = input.key ?? keyFrom(input.name);
    const id = newId();
    try {
      await tx.intent.create({
        data: { id, key, name: input.name, description: input.description, teamKey: input.teamKey },
      });
    } catch (error) {
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
        throw new AppError('conflict', `There is an intent with the key ${key} already.`);
      throw error;
    }
    await writeExamples(tx, {
      intentId: id,
      texts: input.examples,
      use: 'train',
      source: 'admin',
      personId: person.id,
    });
    await recordEvent(tx, 'intents.changed', { intentId: id });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'intent.created',
      subject: { kind: 'intent', id },
      after: { key, name: input.name, examples: input.examples.length },
    });
    return { id, key };
  });
}

/** Name, description, team and thresholds: in force everywhere within a second, no training needed. */
export async function changeIntent(person: PersonActor, input: z.infer<typeof changeIntentInput>): Promise<void> {
  const { id, ...data } = input;
  await inTransaction(async (tx) => {
    await assertTeam(tx, input.teamKey);
    const before = await tx.intent.findUnique({ where: { id } });
    if (!before) throw new AppError('not_found', 'There is no such intent.');
    await tx.intent.update({ where: { id }, data });
    await recordEvent(tx, 'intents.changed', { intentId: id });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'intent.changed',
      subject: { kind: 'intent', id },
      before: { name: before.name, teamKey: before.teamKey, thresholds: before.thresholds },
      after: { name: data.name, teamKey: data.teamKey, thresholds: data.thresholds },
    });
  });
}

/** Takes an intent out with its examples. One that a released playbook serves stays: throws `conflict`. */
export async function removeIntent(person: PersonActor, { id }: { id: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const intent = await tx.intent.findUnique({ where: { id } });
    if (!intent) throw new AppError('not_found', 'There is no such intent.');
    if (intent.key === 'unknown')
      throw new AppError('conflict', 'Unknown is what no intent means; it cannot be removed.');
    const playbook = await findServing(tx, intent.key);
    if (playbook) throw new AppError('conflict', `The playbook ${playbook.key} serves this intent.`);
    await tx.intent.delete({ where: { id } });
    await recordEvent(tx, 'intents.changed', { intentId: id });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'intent.removed',
      subject: { kind: 'intent', id },
      before: { key: intent.key, name: intent.name },
    });
  });
}

async function assertTeam(tx: Tx, teamKey: string | null): Promise<void> {
  if (teamKey !== null && !(await tx.team.findUnique({ where: { key: teamKey } })))
    throw new AppError('invalid', `teamKey: there is no team ${teamKey}.`);
}

/** "Gift wrapping!" → `gift_wrapping`. A name without Latin letters gets a key of its own. */
function keyFrom(name: string): string {
  const key = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 60);
  return key === '' ? `intent_${newId().slice(-8)}` : key;
}
