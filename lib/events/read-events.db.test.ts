import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { Cursor, StoredEvent } from './read-events';

let desk: TestDatabase;
let read: typeof import('./read-events').readEvents;
let latest: typeof import('./read-events').latestCursor;
let record: typeof import('./record-event').recordEvent;
let hear: typeof import('./live-hub').hearEvents;
let transact: typeof import('../platform/db').inTransaction;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ readEvents: read, latestCursor: latest } = await import('./read-events'));
  ({ recordEvent: record } = await import('./record-event'));
  ({ hearEvents: hear } = await import('./live-hub'));
  ({ inTransaction: transact } = await import('../platform/db'));
});
afterAll(() => desk?.close());

const tell = (conversationId: string) => transact((tx) => record(tx, 'conversation.changed', { conversationId }));
const start: Cursor = { xid: 0n, seq: 0n };
/** Another file's open transaction on the same server holds readers back for a moment: never loses, only delays. */
async function readAll(conversationId: string, wanted: number): Promise<StoredEvent[]> {
  for (let tries = 0; ; tries++) {
    const all = (await read(start, 10_000)).filter((one) => one.conversationId === conversationId);
    if (all.length >= wanted || tries > 200) return all;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe('the stream of events', () => {
  it('never passes by one whose transaction commits late', async () => {
    const { id } = await desk.conversation();
    const slow = new pg.Client({ connectionString: desk.url });
    await slow.connect();
    const insert = `INSERT INTO "OutboxEvent" (name, "conversationId", data) VALUES ('conversation.changed', $1, '{}') RETURNING seq`;
    await slow.query('BEGIN');
    const { rows } = await slow.query<{ seq: string }>(insert, [id]);
    await tell(id);
    await tell(id);
    const cursor = await latest();
    const early = (await read(start)).filter((one) => one.conversationId === id);
    expect(early).toEqual([]);
    await slow.query('COMMIT');
    await slow.end();
    const all = await readAll(id, 3);
    expect(all.map((one) => one.seq)).toContain(BigInt(rows[0]!.seq));
    expect(all).toHaveLength(3);
    // Who stood at the latest place while it was open gets all three from there.
    expect((await read(cursor)).filter((one) => one.conversationId === id)).toHaveLength(3);
  });

  it('is in one order, page by page, under many writers', async () => {
    const { id } = await desk.conversation();
    await Promise.all(Array.from({ length: 60 }, () => tell(id)));
    const whole = await readAll(id, 60);
    expect(whole).toHaveLength(60);
    const paged: StoredEvent[] = [];
    for (let after = start; ; ) {
      const page = await read(after, 7);
      if (page.length === 0) break;
      paged.push(...page);
      after = page.at(-1)!;
    }
    expect(paged.filter((one) => one.conversationId === id)).toEqual(whole);
    expect(new Set(paged.map((one) => one.seq)).size).toBe(paged.length);
  });

  it('tells nothing of what was undone', async () => {
    const { id } = await desk.conversation();
    await transact(async (tx) => {
      await record(tx, 'conversation.changed', { conversationId: id });
      throw new Error('undone');
    }).catch(() => undefined);
    await tell(id);
    expect(await readAll(id, 1)).toHaveLength(1);
  });
});

describe('hearEvents', () => {
  it('goes on from a cursor without a gap or a double, while others write', async () => {
    const { id } = await desk.conversation();
    const heard: bigint[] = [];
    let last = await latest();
    let sent = 0;
    const listenFor = async (rounds: number) => {
      const stop = await hear(last, {
        onEvent: (event) => {
          last = { xid: event.xid, seq: event.seq };
          if (event.conversationId === id) heard.push(event.seq);
        },
      });
      for (let round = 0; round < rounds; round++) {
        await Promise.all([tell(id), tell(id), tell(id)]);
        sent += 3;
      }
      return stop;
    };
    for (let visit = 0; visit < 4; visit++) {
      const stop = await listenFor(5);
      stop();
      await tell(id); // while nobody listens
      sent++;
    }
    const stop = await listenFor(1);
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(sent);
    stop();
    expect(new Set(heard).size).toBe(sent);
    expect(heard).toEqual([...(await readAll(id, sent))].map((one) => one.seq));
  });
});
