import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../lib/audit/append-audit';
import { openTestDatabase, type TestDatabase } from '../../../lib/platform/test-database';
import { inventHistory } from './invent-history';

let desk: TestDatabase;
beforeAll(async () => {
  desk = await openTestDatabase();
});
afterAll(() => desk.close());

describe('the invented past', () => {
  it('is recorded as the desk records, counted like everything, and leaves the audit a chain', async () => {
    const [{ db, inTransaction }, { writeHistory }, { keepCounting }, { hashAudit }] = await Promise.all([
      import('../../../lib/platform/db'),
      import('./write-history'),
      import('../../../lib/metrics/keep-counting'),
      import('../../../lib/audit/append-audit'),
    ]);
    let state = 11;
    const chance = () => {
      state = (state * 16_807) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const stories = inventHistory({ days: 20, perDay: 5, agents: 1, now: new Date() }, chance);
    await inTransaction((tx) => writeHistory(tx, stories, chance));
    while ((await db().metricChange.count()) > 0) await keepCounting();
    const facts = await db().conversationFact.findMany();
    expect(facts).toHaveLength(stories.length);
    const count = <T>(of: T[], fits: (one: T) => boolean) => of.filter(fits).length;
    expect(count(facts, ({ resolution }) => resolution === 'verified')).toBe(
      count(stories, ({ resolution }) => resolution === 'verified'),
    );
    expect(count(facts, ({ reason }) => reason !== null)).toBe(count(stories, ({ people }) => people !== null));
    expect(count(facts, ({ peopleHandleMs }) => peopleHandleMs > 0)).toBe(
      count(stories, ({ people }) => people !== null),
    );
    const chain = await db().auditEntry.findMany({ orderBy: { seq: 'asc' } });
    for (const [index, row] of chain.entries()) {
      const previous = chain[index - 1]?.hash ?? 'baton';
      const actor = { kind: row.actorKind, id: row.actorId } as Actor;
      const { action, before, after } = row;
      const record = { actor, action, subject: { kind: row.subjectKind, id: row.subjectId }, before, after };
      expect(row.hash).toBe(hashAudit(previous, row.at.toISOString(), record));
    }
  });
});
