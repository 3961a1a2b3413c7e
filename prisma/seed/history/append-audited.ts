import { hashAudit } from '../../../lib/audit/append-audit';
import type { Prisma, Tx } from '../../../lib/platform/db';
import type { Audited } from './rows';

/** As `appendAudit` does for one: each row carries the hash of the one before it. */
export async function appendAudited(tx: Tx, audited: Audited[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(778201)`;
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { hash: true } });
  let previous = last?.hash ?? 'baton';
  const data = audited
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, actor, action, conversationId, after: then }) => {
      const record = { actor, action, subject: { kind: 'conversation', id: conversationId }, after: then };
      const hash = hashAudit(previous, at.toISOString(), record);
      const row = {
        ...{
          at,
          action,
          subjectKind: 'conversation',
          subjectId: conversationId,
          after: then as Prisma.InputJsonObject,
        },
        ...{ actorKind: actor.kind, actorId: actor.id, previous, hash },
      };
      previous = hash;
      return row;
    });
  await tx.auditEntry.createMany({ data });
}
