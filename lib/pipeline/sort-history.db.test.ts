import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asUtf16, oldTickets } from '../../e2e/fixtures/old-tickets';
import type { Mapping } from '../history/history.schema';
import type { TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
beforeAll(async () => {
  const { openTestDatabase } = await import('../platform/test-database');
  desk = await openTestDatabase();
}, 120_000);
afterAll(async () => desk.close());

async function* pieces(bytes: Uint8Array, size = 5_000) {
  for (let from = 0; from < bytes.byteLength; from += size) yield bytes.subarray(from, from + size);
}
async function upload(content: string | Uint8Array, name = 'old.csv') {
  const { startHistory } = await import('../history/start-history');
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return (await startHistory(desk.people.admin, name, pieces(bytes))).id;
}
async function view(id: string) {
  const { viewHistory } = await import('../history/list-history');
  return viewHistory(desk.people.admin, id);
}
/** As the form sends what was guessed. */
async function begin(id: string, more: Partial<Mapping> = {}) {
  const { mapHistory } = await import('../history/map-history');
  const { mappingSchema } = await import('../history/history.schema');
  const { guess } = (await view(id)).table!;
  await mapHistory(desk.people.admin, { id, mapping: mappingSchema.parse({ ...guess, ...more }) });
}
async function work(id: string) {
  const { readHistory } = await import('../history/read-history');
  const { sortHistory } = await import('./sort-history');
  await readHistory(id);
  await sortHistory(id);
}
async function bring(content: string | Uint8Array, name?: string) {
  const id = await upload(content, name);
  await begin(id);
  await work(id);
  return view(id);
}
async function drop(id: string) {
  const { dropHistory } = await import('../history/drop-history');
  await dropHistory(desk.people.admin, { id });
}
const wrong = (cells: string[]) => cells.with(9, 'someday');

describe('old tickets', () => {
  it('become categories, with nobody named, and what cannot be read is told', async () => {
    const text = oldTickets('zendesk', 140, { spoil: { 3: wrong, 7: (cells) => cells.slice(2) } });
    const found = await bring(text, 'zendesk.csv');
    expect(found).toMatchObject({ state: 'done', taken: 138, known: 0, refused: 2, sorted: 138, agents: 4 });
    expect(found.refusals.map(({ line }) => line)).toEqual([5, 9]);
    const tickets = await desk.db.pastTicket.findMany({ where: { importId: found.id }, include: { theme: true } });
    const of = (word: string) => tickets.filter(({ gist }) => gist.startsWith(word));
    expect(new Set(of('Where is my order').map(({ intent }) => intent))).toEqual(new Set(['order_status']));
    const workshop = tickets.filter(({ gist }) => /sharpen/i.test(gist));
    expect(workshop.length).toBeGreaterThan(20);
    expect(workshop.map(({ intent, theme }) => [intent, theme?.name])).toEqual(
      workshop.map(() => [null, expect.stringMatching(/axe|crampon/i)]),
    );
    const kept = inspect([tickets, await desk.db.refusedRow.findMany(), await desk.db.historyImport.findMany()], {
      depth: 9,
      maxArrayLength: null,
      maxStringLength: null,
    });
    expect(kept).not.toMatch(/\bada\b|winter@|agent \d/i);
    expect(await desk.db.historyPart.count()).toBe(0);
    expect(tickets[0]).toMatchObject({ firstReplyMs: 600_000n, handleMs: expect.any(BigInt), closed: true });
    await drop(found.id);
  });

  it('come once: the same file is refused, the same ticket in another is known', async () => {
    const one = await bring(oldTickets('intercom', 30));
    await expect(upload(oldTickets('intercom', 30), 'again.csv')).rejects.toMatchObject({ code: 'conflict' });
    const two = await bring(oldTickets('intercom', 30, { from: 20 }));
    expect(two).toMatchObject({ taken: 20, known: 10, refused: 0 });
    await drop(one.id);
    await drop(two.id);
    const left = [
      desk.db.pastTicket.count(),
      desk.db.pastTheme.count(),
      desk.db.refusedRow.count(),
      desk.db.historyImport.count(),
    ];
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0]);
  });

  it('are gone on with where a worker died', async () => {
    const whole = oldTickets('chatwoot', 950);
    const id = await upload(asUtf16(whole), 'utf16.tsv');
    await begin(id);
    const { readHistory } = await import('../history/read-history');
    expect(await readUntil(id, 400, readHistory)).toBeGreaterThanOrEqual(400);
    await work(id);
    expect(await view(id)).toMatchObject({ state: 'done', taken: 950, known: 0, refused: 0, sorted: 950, agents: 1 });
    expect(await desk.db.pastTicket.count({ where: { importId: id } })).toBe(950);
    await drop(id);
  });

  it('end when the import is deleted meanwhile', async () => {
    const id = await upload(oldTickets('zendesk', 900));
    await begin(id);
    const { readHistory } = await import('../history/read-history');
    const reading = readHistory(id);
    await untilTaken(id, 1);
    await drop(id);
    await reading;
    expect(await desk.db.pastTicket.count({ where: { importId: id } })).toBe(0);
  });

  it('are no table where there is none, and leave nothing behind', async () => {
    await expect(upload('Dear support,\nplease help')).rejects.toMatchObject({ code: 'invalid' });
    await expect(upload('')).rejects.toMatchObject({ code: 'invalid' });
    expect(await desk.db.historyImport.count()).toBe(0);
    expect(await desk.db.historyPart.count()).toBe(0);
  });
});

async function untilTaken(id: string, most: number): Promise<number> {
  for (;;) {
    const row = await desk.db.historyImport.findUnique({ where: { id } });
    if ((row?.taken ?? most) >= most) return row?.taken ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Two workers at one file: one of them is behind the other and ends at its first batch; the rest is left for a third. */
async function readUntil(id: string, most: number, read: (id: string) => Promise<void>): Promise<number> {
  const reading = read(id);
  const taken = await untilTaken(id, most);
  // The place is moved under the reader, as a worker that took over would: what it reads next is not its own any more.
  await desk.db.historyImport.update({ where: { id }, data: { readLine: { increment: 1_000_000 } } });
  await reading;
  const row = await desk.db.historyImport.findUniqueOrThrow({ where: { id } });
  const last = await desk.db.pastTicket.findFirstOrThrow({ where: { importId: id }, orderBy: { line: 'desc' } });
  await desk.db.historyImport.update({ where: { id }, data: { readLine: last.line, taken: row.taken } });
  return taken;
}
