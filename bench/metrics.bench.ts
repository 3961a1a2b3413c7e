/** Dashboards over 90 days, how far counting is behind, and counting everything anew: --conversations 1000000 */
import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { PersonActor } from '../lib/auth/permissions';
import type { MetricsQuery } from '../lib/metrics/metric.schema';
import { type Bars, percentile, report, round } from './report';
import { seedMetrics } from './seed-metrics';

const bars: Bars = { dashboard_p95_ms: ['<=', 50], rollup_lag_s: ['<=', 5], rebuild_min: ['<=', 15] };
const deskZone = 'America/Denver';
/** Each kind of dashboard is read so often. */
const times = 40;
/** Changes of conversations in a second, and how many, while the lag is measured. */
const [changesPerSecond, changes] = [10, 300];
const bytesEach = 12_000;

const { values } = parseArgs({ options: { conversations: { type: 'string', default: '1000000' } } });
const conversations = Number(values.conversations);
const root = process.env.BATON_ROOT ?? process.cwd();
const folder = path.join(root, '.baton', `bench-metrics-${conversations}`);
const noteFile = path.join(folder, 'seeded.json');
const say = (text: string) => console.log(`  ${text}`);

type Postgres = { url: string; stop(): Promise<void> };

async function main(): Promise<void> {
  if (!Number.isInteger(conversations) || conversations < 1_000)
    throw new Error('--conversations: a whole number from 1000');
  mkdirSync(folder, { recursive: true });
  const script = (name: string) => import(path.join(root, 'scripts', `${name}.mjs`));
  const { startPostgres } = (await script('postgres')) as { startPostgres(folder: string): Promise<Postgres> };
  const { migrate } = (await script('migrate')) as { migrate(url: string): Promise<string[]> };
  const postgres = await startPostgres(folder);
  try {
    const databaseUrl = `${postgres.url}/metrics`;
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl,
      BATON_SECRET: 'a secret for benches, long enough for it',
      LOG_LEVEL: 'error',
    });
    process.env.BATON_URL ||= 'http://localhost:3000';
    if (!existsSync(noteFile)) await seed(postgres, databaseUrl, migrate);
    await migrate(databaseUrl);
    const counted = JSON.parse(readFileSync(noteFile, 'utf8')) as { rebuild_min: number; derive_per_s: number };
    const read = await readDashboards();
    const lag = await measureLag(databaseUrl);
    report('metrics', { conversations, ...read, rollup_lag_s: lag, ...counted }, bars);
  } finally {
    await (await import('../lib/platform/db')).disconnect();
    await postgres.stop();
  }
}

/** Once, with the first counting: what was made is kept beside the repository's other data, and is there the next time. */
async function seed(
  postgres: Postgres,
  databaseUrl: string,
  migrate: (url: string) => Promise<string[]>,
): Promise<void> {
  const { bavail, bsize } = statfsSync(folder);
  const needs = conversations * bytesEach;
  if (bavail * bsize < needs) throw new Error(`${folder}: needs ${Math.ceil(needs / 1e9)} GB of free disk.`);
  const admin = new pg.Client({ connectionString: `${postgres.url}/postgres` });
  await admin.connect();
  // What an interrupted seeding left is of no use.
  await admin.query('DROP DATABASE IF EXISTS metrics WITH (FORCE)');
  await admin.query('CREATE DATABASE metrics');
  await admin.end();
  await migrate(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // the server stops first where a step failed; that step says why
  await client.connect();
  const { metricSettingsSchema } = await import('../lib/metrics/metric.schema');
  const settings = metricSettingsSchema.parse({
    timeZone: deskZone,
    labourMicrosPerHour: 38_000_000,
    platformMicrosPerMonth: 900_000_000,
  });
  await client.query(`INSERT INTO "Setting" (key, value, "updatedAt") VALUES ('metrics', $1, now())`, [
    JSON.stringify(settings),
  ]);
  say(`Seeding ${conversations} conversations, once`);
  await seedMetrics(client, conversations, (text) => say(`  ${text}`));
  const { rebuildFacts } = await import('../lib/metrics/rebuild-facts');
  const from = performance.now();
  let summing = from;
  await rebuildFacts((text) => {
    if (text === 'summing up') summing = performance.now();
    say(`  counting: ${text}`);
  });
  const counted = {
    // Summing anew from the facts is what `npm run metrics:rebuild` does; deriving them from what is recorded goes before it here.
    rebuild_min: round((performance.now() - summing) / 60_000, 2),
    derive_per_s: Math.round(conversations / ((summing - from) / 1_000)),
  };
  await client.query('VACUUM ANALYZE');
  await client.end();
  writeFileSync(noteFile, JSON.stringify(counted));
}

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
/** Compared with nearly as many days that are just as full: those before the first have nothing to be read. */
const period = { from: day(89), to: day(0) };
const compare = { from: day(96), to: day(7) };

/** What the pages ask for: each names the measures it shows. */
const tiles = ['verified_resolution', 'csat', 'first_reply_agents', 'first_contact', 'sla', 'cost_per_verified'];
const apart = [
  ...['closed_assistant', 'closed_agents', 'first_reply_assistant', 'first_reply_agents', 'resolution_time_assistant'],
  ...['resolution_time_agents', 'handle_time_assistant', 'handle_time_agents', 'csat_assistant', 'csat_agents'],
];
const reasons = [
  'handed_over',
  'reason_asked_for_person',
  'reason_low_confidence',
  'reason_playbook',
  'reason_tool_failed',
];
const speed = [
  ...['first_reply_agents', 'first_reply_agents_p90', 'resolution_time', 'resolution_time_p90'],
  ...['wait_for_agents', 'handle_time_agents'],
];
const working = ['first_reply_working', 'wait_working', 'resolution_time_working'];
const costs = ['cost', 'cost_people', 'cost_models', 'cost_channels', 'cost_platform', 'cost_per_verified'];
const turns = ['coverage', 'containment', 'deflection', 'error_rate', 'autonomous', 'reviewed', 'escalated', 'turns'];
const people = ['person_conversations', 'person_solved', 'person_first_reply', 'person_handle_time', 'person_csat'];

async function readDashboards(): Promise<Record<string, number>> {
  const { db } = await import('../lib/platform/db');
  const { readMetrics } = await import('../lib/metrics/read-metrics');
  const { readTeam } = await import('../lib/metrics/read-team');
  const { readFlow } = await import('../lib/metrics/read-flow');
  const { readHeat } = await import('../lib/metrics/read-heat');
  const { readConfidence } = await import('../lib/metrics/read-confidence');
  const { permissionsOf } = await import('../lib/auth/permissions');
  const [team, person] = [await db().team.findFirstOrThrow(), await db().person.findFirstOrThrow()];
  const actor = { id: person.id, teamIds: [], permissions: permissionsOf('admin', null) } as unknown as PersonActor;
  const [intent, channel] = [['intent_1'], ['email' as const]];
  const { chooseGranularity } = await import('../lib/format/metrics-place');
  const ask = (query: Omit<MetricsQuery, 'period' | 'compare'>) => () =>
    readMetrics(actor, { period, compare, granularity: query.by ? 'period' : chooseGranularity(period), ...query });
  const three = { intent, channel, team: [team.id] };
  const kinds: Record<string, (() => Promise<unknown>)[]> = {
    dashboard: [
      ...[
        ask({ measures: tiles }),
        ask({ measures: apart }),
        ask({ measures: reasons }),
        ask({ measures: [...speed, ...working] }),
      ],
      ...[ask({ measures: costs }), ask({ measures: turns })],
      ...[
        ask({ measures: tiles, by: 'channel' }),
        ask({ measures: tiles, by: 'intent' }),
        ask({ measures: turns, by: 'intent' }),
      ],
      ...[
        ask({ measures: [...speed, 'first_reply_working'], by: 'team' }),
        () => readTeam(actor, { period, compare, filters: {} }),
      ],
      ...[ask({ measures: tiles, filters: { channel } }), ask({ measures: apart, filters: { intent } })],
      ...[ask({ measures: tiles, filters: { channel }, by: 'intent' })],
      ...[ask({ measures: tiles, filters: { intent, team: [team.id] } })],
      ...[ask({ measures: people, filters: { agent: [person.id] } })],
      ...[
        () => readFlow(actor, { period }),
        () => readHeat(actor, { period }),
        () => readConfidence(actor, { period }),
      ],
    ],
    by_day: [
      ask({ measures: tiles, granularity: 'day' }),
      ask({ measures: apart, granularity: 'day' }),
      ask({ measures: speed, granularity: 'day', filters: { channel } }),
    ],
    other_zone: [
      ask({ measures: tiles, timeZone: 'Europe/Berlin' }),
      ask({ measures: speed, timeZone: 'Europe/Berlin', filters: { channel } }),
    ],
    three_filters: [ask({ measures: tiles, filters: three }), ask({ measures: speed, filters: three })],
    all_measures: [ask({}), ask({ by: 'intent' }), ask({ filters: { channel }, by: 'intent' }), ask({ by: 'agent' })],
  };
  const figures: Record<string, number> = {};
  for (const [name, requests] of Object.entries(kinds)) {
    const took: number[] = [];
    for (let turn = 0; turn < times + 3; turn++)
      for (const request of requests) {
        const from = performance.now();
        await request();
        if (turn >= 3) took.push(performance.now() - from);
      }
    figures[`${name}_p50_ms`] = round(percentile(took, 0.5));
    figures[`${name}_p95_ms`] = round(percentile(took, 0.95));
  }
  return figures;
}

/** From the commit of a rating until the figures have it, with a worker that counts once a second. */
async function measureLag(databaseUrl: string): Promise<number> {
  const { keepCounting } = await import('../lib/metrics/keep-counting');
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // the server stops first where a step failed; that step says why
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `SELECT c.id::text FROM "ConversationFact" c WHERE "solvedAt" IS NOT NULL ORDER BY random() LIMIT $1`,
    [changes],
  );
  const worker = setInterval(() => void keepCounting(), 1_000);
  const since = new Map<string, number>();
  const lags: number[] = [];
  const look = async () => {
    const found = await client.query<{ id: string }>(
      `SELECT id::text FROM "ConversationFact" WHERE id = ANY($1::uuid[]) AND rating = 7`,
      [[...since.keys()]],
    );
    for (const { id } of found.rows) {
      lags.push((performance.now() - since.get(id)!) / 1_000);
      since.delete(id);
    }
  };
  let next = performance.now();
  for (const { id } of rows) {
    await client.query(
      `WITH rated AS (UPDATE "Conversation" SET rating = 7 WHERE id = $1 RETURNING id)
       INSERT INTO "OutboxEvent" (name, "conversationId", data)
       SELECT 'conversation.rated', id, jsonb_build_object('conversationId', id) FROM rated`,
      [id],
    );
    since.set(id, performance.now());
    await look();
    next += 1_000 / changesPerSecond;
    await pause(Math.max(0, next - performance.now()));
  }
  for (let tries = 0; since.size > 0 && tries < 600; tries++) {
    await pause(50);
    await look();
  }
  clearInterval(worker);
  if (since.size > 0) throw new Error(`${since.size} changes were never counted`);
  // So that the next run finds them as they were.
  await client.query(`UPDATE "Conversation" SET rating = 5 WHERE rating = 7`);
  await client.query(
    `INSERT INTO "MetricChange" ("conversationId") SELECT id FROM "ConversationFact" WHERE rating = 7`,
  );
  while ((await keepCounting()) > 0);
  await client.end();
  return round(percentile(lags, 0.95), 2);
}

await main();
