import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { ViewKey } from './conversation.schema';

let desk: TestDatabase;
let list: typeof import('./list-conversations').listConversations;
let count: typeof import('./list-conversations').countConversations;
let fold: typeof import('./fold-tally').foldTally;
let counts: typeof import('./count-views').countViews;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ listConversations: list, countConversations: count } = await import('./list-conversations'));
  ({ foldTally: fold } = await import('./fold-tally'));
  ({ countViews: counts } = await import('./count-views'));
});
afterAll(() => desk?.close());

const views: ViewKey[] = [
  'needs-me',
  'unassigned',
  'open',
  'approvals',
  'reviewed',
  'assistant',
  'snoozed',
  'solved',
  'all',
];
const queues: ViewKey[] = ['needs-me', 'unassigned', 'open', 'approvals'];
const minute = (n: number) => new Date(Date.UTC(2026, 10, 20, 0, n));

async function pages(person: TestDatabase['people']['admin'], view: ViewKey, limit: number) {
  const rows = [];
  let after: string | undefined;
  for (let page = 0; page < 200; page++) {
    const one = await list(person, { view, limit, ...(after ? { after } : {}) });
    rows.push(...one.rows);
    if (!one.next) break;
    after = one.next;
  }
  return { rows };
}

describe('listConversations', () => {
  // Few values for every column, so that many rows tie and the id has to break the tie.
  const row = fc.record({
    holder: fc.constantFrom('assistant', 'queue', 'agent'),
    closed: fc.boolean(),
    priority: fc.integer({ min: 1, max: 3 }),
    waiting: fc.option(fc.nat(2)),
    last: fc.nat(3),
    team: fc.constantFrom(null, 'orders', 'billing'),
    mine: fc.boolean(),
    asleep: fc.boolean(),
  });

  type Made = typeof row extends fc.Arbitrary<infer T> ? T : never;
  const columns = (one: Made, customerId: string) => ({
    customerId,
    holder: one.holder,
    agentId: one.holder === 'agent' ? desk.people.agents[one.mine ? 0 : 1].id : null,
    state: one.closed ? 'closed' : 'open',
    priority: one.priority,
    waitingSince: one.waiting === null ? null : minute(one.waiting),
    lastMessageAt: minute(one.last),
    teamId: one.team && desk.teams[one.team],
    snoozedAt: one.asleep ? minute(0) : null,
  });

  async function expectCounts() {
    const { admin, agents } = desk.people;
    const counted = await counts(agents[0]);
    for (const view of ['needs-me', 'unassigned', 'assistant', 'snoozed'] as const)
      expect(counted.views[view]).toBe((await pages(agents[0], view, 50)).rows.length);
    for (const { id, count } of counted.teams)
      expect(count).toBe((await list(agents[0], { view: 'open', team: id, limit: 50 })).rows.length);
    for (const view of queues)
      expect((await pages(admin, view, 50)).rows.filter(({ snoozedAt }) => snoozedAt)).toEqual([]);
  }

  it('gives every row of every view once, in order, whatever the size of a page', async () => {
    const { admin, agents } = desk.people;
    const customer = await desk.customer();
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 5, maxLength: 18 }),
        fc.integer({ min: 2, max: 9 }),
        async (made, limit) => {
          await desk.db.conversation.deleteMany();
          for (const one of made) await desk.conversation(columns(one, customer.id));
          for (const view of views) {
            for (const person of [admin, agents[0]]) {
              const { rows } = await pages(person, view, limit);
              expect(new Set(rows.map((one) => one.id)).size).toBe(rows.length);
              expect(await count(person, { view })).toBe(['solved', 'all'].includes(view) ? null : rows.length);
              const keys = rows.map((one) =>
                queues.includes(view)
                  ? `${one.priority} ${one.waitingSince ?? 'never'} ${one.id}`
                  : `${one.lastMessageAt} ${one.id}`,
              );
              const sorted = [...keys].sort();
              expect(keys).toEqual(queues.includes(view) ? sorted : sorted.reverse());
            }
          }
          const everything = (await pages(admin, 'all', limit)).rows;
          expect(everything).toHaveLength(made.length);
          const seen = (await pages(agents[0], 'all', limit)).rows.map((one) => one.id).sort();
          const allowed = everything.filter(
            (one) => !one.team || agents[0].teamIds.includes(one.team.id) || one.agent?.id === agents[0].id,
          );
          expect(seen).toEqual(allowed.map((one) => one.id).sort());
          await expectCounts();
          // The tally is right after changes of many at once, and whoever folds it, even two at a time, changes no number.
          await desk.db.conversation.updateMany({ where: { priority: 1 }, data: { holder: 'queue', agentId: null } });
          await Promise.all([fold(), fold(), expectCounts()]);
          await desk.db.conversation.updateMany({
            where: { holder: 'queue' },
            data: { snoozedAt: null, state: 'closed' },
          });
          await expectCounts();
        },
      ),
      { numRuns: 4 },
    );
  });

  it.each(['x', 'W10', Buffer.from('[1,"now(); drop table x","y"]').toString('base64url')])(
    'refuses the place %s',
    async (after) => {
      await expect(list(desk.people.admin, { view: 'all', limit: 5, after })).rejects.toMatchObject({
        code: 'invalid',
      });
    },
  );

  it('refuses a team that is no id', async () => {
    await expect(list(desk.people.admin, { view: 'all', limit: 5, team: 'x' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});
