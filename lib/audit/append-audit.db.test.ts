import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let append: typeof import('./append-audit').appendAudit;
let hash: typeof import('./append-audit').hashAudit;
let transact: typeof import('../platform/db').inTransaction;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ appendAudit: append, hashAudit: hash } = await import('./append-audit'));
  ({ inTransaction: transact } = await import('../platform/db'));
});
afterAll(() => desk?.close());

const entry = (index: number) => ({
  actor: index % 2 ? { kind: 'person' as const, id: randomUUID() } : { kind: 'system' as const, id: null },
  action: 'setting.change',
  subject: { kind: 'setting', id: `s${index}` },
  ...(index % 3 ? { before: { z: index, a: [index, null] } } : {}),
  after: { value: index, nested: { b: 1.5, a: 'x' } },
});

describe('the audit trail', () => {
  it('is one line, verifiable from the rows alone, when forty append at once and some undo it', async () => {
    await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        transact(async (tx) => {
          await append(tx, entry(index));
          if (index % 8 === 7) throw new Error('undone');
        }),
      ),
    );
    const rows = await desk.db.auditEntry.findMany({ orderBy: { seq: 'asc' } });
    expect(rows).toHaveLength(35);
    let previous = 'baton';
    for (const row of rows) {
      expect(row.previous).toBe(previous);
      const actor = { kind: row.actorKind, id: row.actorId } as Parameters<typeof append>[1]['actor'];
      const subject = { kind: row.subjectKind, id: row.subjectId };
      const { before, after, action } = row;
      expect(row.hash).toBe(hash(previous, row.at.toISOString(), { actor, action, subject, before, after }));
      previous = row.hash;
    }
  });

  it.each([
    ['changed', `UPDATE "AuditEntry" SET action = 'x'`],
    ['deleted', `DELETE FROM "AuditEntry"`],
    ['emptied', `TRUNCATE "AuditEntry"`],
  ])('is never %s', async (_, sql) => {
    const count = await desk.db.auditEntry.count();
    await expect(desk.db.$executeRawUnsafe(sql)).rejects.toThrow(/append-only/);
    expect(await desk.db.auditEntry.count()).toBe(count);
  });
});
