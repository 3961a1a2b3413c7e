import { sha256 } from '../platform/crypto';
import type { Tx } from '../platform/db';

export type Actor =
  | { kind: 'person'; id: string }
  | { kind: 'key'; id: string }
  | { kind: 'customer'; id: string }
  | { kind: 'assistant'; id: null }
  | { kind: 'system'; id: null };

export type AuditRecord = {
  actor: Actor;
  action: string;
  subject: { kind: string; id: string };
  before?: unknown;
  after?: unknown;
};

/** Keys in alphabetical order: the database gives JSON back in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** What a row's hash covers: everything in it and the hash before it. */
export function hashAudit(previous: string, at: string, record: AuditRecord): string {
  const { actor, action, subject, before, after } = record;
  return sha256(
    canonical([previous, at, actor.kind, actor.id, action, subject.kind, subject.id, before ?? null, after ?? null]),
  );
}

/**
 * Appends to the audit chain in the caller's transaction. Call it last: the lock that keeps the chain a line is held until the commit.
 */
export async function appendAudit(tx: Tx, record: AuditRecord): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(778201)`;
  const [last] = await tx.$queryRaw<{ hash: string }[]>`SELECT hash FROM "AuditEntry" ORDER BY seq DESC LIMIT 1`;
  const previous = last?.hash ?? 'baton';
  const at = new Date().toISOString();
  await tx.auditEntry.create({
    data: {
      at,
      actorKind: record.actor.kind,
      actorId: record.actor.id,
      action: record.action,
      subjectKind: record.subject.kind,
      subjectId: record.subject.id,
      before: record.before === undefined ? undefined : (record.before as object),
      after: record.after === undefined ? undefined : (record.after as object),
      previous,
      hash: hashAudit(previous, at, record),
    },
  });
}
