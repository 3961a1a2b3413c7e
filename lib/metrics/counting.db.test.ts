import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { allColumns } from './columns';
import { countEverything } from './facts.fixture';

let desk: TestDatabase;
let fixture: typeof import('./story.fixture');
let markChanges: typeof import('./mark-changes').markChanges;
let refreshFacts: typeof import('./refresh-facts').refreshFacts;
let runRebuild: typeof import('./run-rebuild').runRebuild;
let rebuildFacts: typeof import('./rebuild-facts').rebuildFacts;
let saveMetricSettings: typeof import('./metric-settings').saveMetricSettings;
let settings: import('./metric.schema').MetricSettings;

beforeAll(async () => {
  desk = await openTestDatabase();
  fixture = await import('./story.fixture');
  ({ runRebuild } = await import('./run-rebuild'));
  ({ markChanges } = await import('./mark-changes'));
  ({ refreshFacts } = await import('./refresh-facts'));
  ({ rebuildFacts } = await import('./rebuild-facts'));
  ({ saveMetricSettings } = await import('./metric-settings'));
  const { metricSettingsSchema } = await import('./metric.schema');
  settings = metricSettingsSchema.parse({
    timeZone: 'America/Denver',
    labourMicrosPerHour: 38_000_000,
    channelMicros: { web_chat: 1_500 },
  });
  await saveMetricSettings(desk.people.admin, settings);
});
afterAll(() => desk?.close());

/** Everything that is counted, in one order. What came to nothing may be left of moving, and is not there when summed anew. */
async function readAll() {
  const facts = async (table: string, order: string) =>
    desk.db.$queryRawUnsafe<{ row: object }[]>(
      `SELECT to_jsonb(f) - 'version' AS row FROM "${table}" f ORDER BY ${order}`,
    );
  const sums = await desk.db.$queryRawUnsafe(
    `SELECT to_jsonb(s) AS row FROM "MetricSum" s WHERE ${allColumns.map((name) => `"${name}" <> 0`).join(' OR ')}
     ORDER BY grain, cut, slice, at`,
  );
  const spreads = await desk.db.$queryRaw`
    SELECT grain, cut, slice, at, measure, (SELECT array_agg(pair ORDER BY pair) FROM unnest(bins) pair) AS bins FROM "MetricSpread" s WHERE bins <> '{}' ORDER BY grain, cut, slice, at, measure`;
  return {
    conversations: await facts('ConversationFact', 'id'),
    people: await facts('PersonFact', '"conversationId", "personId"'),
    turns: await facts('TurnFact', '"turnId"'),
    sums: sums as unknown[],
    spreads: spreads as unknown[],
  };
}

async function countAll(): Promise<void> {
  await countEverything(desk);
  expect(await desk.db.metricChange.count()).toBe(0);
}

describe('counting', () => {
  it('comes to the same numbers by moving them as from nothing, after a few hundred stories, with several workers', async () => {
    const customers = await Promise.all(Array.from({ length: 24 }, async () => (await desk.customer()).id));
    const teller = new fixture.Teller(desk, customers, Date.now());
    const stories = fc.sample(fixture.storyArbitrary, { numRuns: 300, seed: 20_261_121 });
    for (let from = 0; from < stories.length; from += 20) {
      await Promise.all([
        (async () => {
          for (const story of stories.slice(from, from + 20)) await teller.tell(story);
        })(),
        // Three workers at once, in the middle of it.
        markChanges().then(() => Promise.all([refreshFacts(), refreshFacts(), refreshFacts()])),
      ]);
    }
    await countAll();
    const moved = await readAll();
    expect(moved.conversations.length).toBeGreaterThan(200);
    expect(moved.people.length).toBeGreaterThan(50);
    expect(moved.turns.length).toBeGreaterThan(100);

    expect(await rebuildFacts()).toBe(300);
    const anew = await readAll();
    expect(moved.conversations).toEqual(anew.conversations);
    expect(moved.people).toEqual(anew.people);
    expect(moved.turns).toEqual(anew.turns);
    expect(moved.sums).toEqual(anew.sums);
    expect(moved.spreads).toEqual(anew.spreads);
    // Nothing was compared with nothing: each kind of sum occurred.
    const [total] = await desk.db.$queryRawUnsafe<Record<string, number>[]>(
      `SELECT ${allColumns.map((name) => `sum("${name}")::float8 AS "${name}"`).join(', ')} FROM "MetricSum" WHERE grain = 'd' AND cut IN (0, 64)`,
    );
    const never = Object.entries(total!).flatMap(([name, sum]) => (sum > 0 ? [] : [name]));
    expect(never).toEqual([
      ...['reasonSensitiveTopic', 'reasonNotUnderstood', 'reasonToolFailed', 'reasonNotVerified', 'reasonPlaybook'],
      ...[
        'reasonTechnicalFailure',
        'reasonApprovalRefused',
        'reasonSwitchedOff',
        'reasonTakenByPerson',
        'reasonHandedOver',
      ],
      ...['turnsEscalated', 'partly'],
    ]);
  }, 240_000);

  it('follows another time zone, other costs and another gap to the same numbers as from nothing', async () => {
    const costs = { labourMicrosPerHour: 50_333_333, channelMicros: { api: 777 } };
    for (const more of [{ timeZone: 'Europe/Berlin', ...costs }, { activeGapMinutes: 30 }]) {
      settings = { ...settings, ...more };
      await saveMetricSettings(desk.people.admin, settings);
      await countAll();
      const followed = await readAll();
      await rebuildFacts();
      expect(followed).toEqual(await readAll());
    }
    expect(await desk.db.conversationFact.count({ where: { labourMicros: { gt: 0 } } })).toBeGreaterThan(0);
  }, 120_000);

  it('is put right by the command, from the facts or from what is recorded', async () => {
    const said: string[] = [];
    const voice = { say: (text: string) => void said.push(text), complain: (text: string) => void said.push(text) };
    const right = await readAll();
    await desk.db.$executeRaw`UPDATE "MetricSum" SET conversations = conversations + 5, verified = 0 WHERE cut < 5`;
    await desk.db.$executeRaw`DELETE FROM "MetricSpread" WHERE measure = 'peopleReply'`;
    expect(await readAll()).not.toEqual(right);
    expect(await runRebuild([], voice)).toBe(0);
    expect(await readAll()).toEqual(right);
    expect(said.at(-1)).toMatch(/^\d+ conversations counted in/);

    await desk.db.$executeRaw`UPDATE "ConversationFact" SET rating = 1, resolution = 'verified'`;
    await desk.db.$executeRaw`DELETE FROM "TurnFact"`;
    expect(await runRebuild(['--derive'], voice)).toBe(0);
    expect(await readAll()).toEqual(right);
    expect(said.at(-1)).toMatch(/^300 conversations derived and counted in/);
    expect(await runRebuild(['--everything'], voice)).toBe(2);
    expect(said.at(-1)).toContain('--derive');
  }, 120_000);
});
