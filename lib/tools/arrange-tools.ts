import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, Prisma, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { forgetRegistry } from './read-registry';

/** What was changed, for the audit trail: a secret is never part of it. */
export type Arranged = {
  connectorId: string;
  subject: { kind: 'connector' | 'tool'; id: string };
  before?: unknown;
  after?: unknown;
};

/** One change of a system or its tools: in one transaction, told and audited, and in force here at once. */
export async function arrangeTools(
  person: PersonActor,
  action: string,
  work: (tx: Tx) => Promise<Arranged>,
): Promise<{ id: string }> {
  try {
    return await inTransaction(async (tx) => {
      const { connectorId, subject, before, after } = await work(tx);
      await recordEvent(tx, 'tools.changed', { connectorId });
      await appendAudit(tx, { actor: { kind: 'person', id: person.id }, action, subject, before, after });
      return { id: subject.id };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new AppError('conflict', 'There is one of this name already.');
    throw error;
  } finally {
    forgetRegistry();
  }
}
