import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, Prisma, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { forgetEndpoints } from './read-endpoints';
import { forgetModelSettings } from './read-settings';

/** What was changed, for the audit trail: a key is never part of it. */
export type Arranged = {
  subject: { kind: 'model_provider' | 'setting'; id: string };
  before?: unknown;
  after?: unknown;
};

/** One change of how models are asked: in one transaction, told and audited, and in force here at once. */
export async function arrangeModels(
  person: PersonActor,
  action: string,
  work: (tx: Tx) => Promise<Arranged>,
): Promise<string> {
  try {
    return await inTransaction(async (tx) => {
      const { subject, before, after } = await work(tx);
      await recordEvent(tx, 'desk.changed', { what: 'models' });
      await appendAudit(tx, { actor: { kind: 'person', id: person.id }, action, subject, before, after });
      return subject.id;
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new AppError('conflict', 'There is a provider of this name already.');
    throw error;
  } finally {
    forgetEndpoints();
    forgetModelSettings();
  }
}
