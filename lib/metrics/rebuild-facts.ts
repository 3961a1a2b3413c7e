import { DateTime } from 'luxon';
import pg from 'pg';
import { databaseNow } from '../platform/clock';
import { db, inTransaction, Prisma } from '../platform/db';
import { env } from '../platform/env';
import { allColumns } from './columns';
import { allCuts, type Cut } from './cuts';
import { msPerHour } from './derive-conversation-fact';
import { columnsOfKind, spreadsOf, sumsOf } from './fold-facts';
import type { MetricSettings } from './metric.schema';
import { readMetricSettings } from './metric-settings';
import { readMetricState } from './read-metric-state';
import { rebuildingLock, summingLock } from './sum-locks';
import { writeFacts } from './write-facts';

const atOnce = 500;
const lanes = 3;
/** About so many facts are summed in one statement, but whole days. */
const factsAtOnce = 10_000;

type Say = (text: string) => void;

/**
 * Derives every fact anew from what is recorded, then sums everything up: what `npm run metrics:rebuild -- --derive` does. Reading
 * goes on meanwhile, with the figures as they were. Answers how many conversations there are; null when somebody else is at it.
 */
export function rebuildFacts(say: Say = () => undefined): Promise<number | null> {
  return alone(async (client) => {
    // Should this end half-way, the facts no longer fit the sums, and the next round of counting sums up first.
    const settings = await readMetricSettings();
    await db().metricState.update({ where: { id: 1 }, data: { settings, stale: true } });
    const count = await deriveEverything(settings, say);
    await dropGone();
    say('summing up');
    await sumEverything(client, settings, say);
    return count;
  });
}

/**
 * Sums all facts up anew, at the prices that are set: what `npm run metrics:rebuild` does, and what follows a change of the desk's time
 * zone or costs, or a rebuild that ended half-way. Answers how many conversations there are; null when somebody else is at it.
 */
export function rebuildSums(say: Say = () => undefined): Promise<number | null> {
  return alone(async (client) => {
    const { timeZone, labourMicrosPerHour, channelMicros } = await readMetricSettings();
    // The gap between two acts is what the facts were derived by: it is followed by deriving them.
    const settings = { ...(await readMetricState()).settings, timeZone, labourMicrosPerHour, channelMicros };
    await db().metricState.update({ where: { id: 1 }, data: { settings, stale: true } });
    await sumEverything(client, settings, say);
    return db().conversationFact.count();
  });
}

/** Several lanes: while one waits for the database another works out what came back. */
async function deriveEverything(settings: MetricSettings, say: Say): Promise<number> {
  let count = 0;
  let next = listIds('00000000-0000-0000-0000-000000000000');
  const lane = async () => {
    for (;;) {
      const took = next.then(async (ids) => ids);
      next = took.then((ids) => (ids.length > 0 ? listIds(ids.at(-1)!) : []));
      next.catch(() => undefined); // told by who awaits it
      const ids = await took;
      if (ids.length === 0) return;
      await inTransaction(async (tx) => writeFacts(tx, ids, settings, await databaseNow(tx)));
      count += ids.length;
      if (count % 50_000 < ids.length) say(`${count} conversations derived`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return count;
}

async function listIds(after: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Conversation" WHERE id > ${after}::uuid ORDER BY id LIMIT ${atOnce}`;
  return rows.map(({ id }) => id);
}

async function dropGone(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "ConversationFact" f WHERE NOT EXISTS (SELECT FROM "Conversation" c WHERE c.id = f.id AND c."mergedIntoId" IS NULL)`;
  await db().$executeRaw`
    DELETE FROM "PersonFact" f WHERE NOT EXISTS (SELECT FROM "ConversationFact" c WHERE c.id = f."conversationId")`;
  await db().$executeRaw`
    DELETE FROM "TurnFact" f WHERE NOT EXISTS (SELECT FROM "Conversation" c WHERE c.id = f."conversationId")`;
}

/** On a connection of its own: it may take minutes, and a lock that lasts belongs to one connection. */
async function alone<T>(work: (client: pg.Client) => Promise<T>): Promise<T | null> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true });
  client.on('error', () => undefined); // the next query fails and says so
  await client.connect();
  try {
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [rebuildingLock]);
    return rows[0]!.got ? await work(client) : null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const kinds = [
  ['conversations', 'ConversationFact', 'cameAt'],
  ['people', 'PersonFact', 'cameAt'],
  ['turns', 'TurnFact', 'at'],
] as const;

/**
 * Nobody moves any facts meanwhile. First everything is put aside, by few days at a time, then one cut after the other takes the place
 * of what it was: readers always find one or the other whole. No transaction is long, because the log of events is read up to the
 * oldest one that is open: a long one would hold up the whole desk.
 */
async function sumEverything(client: pg.Client, settings: MetricSettings, say: Say): Promise<void> {
  const { timeZone } = settings;
  const run = ({ text, values }: Prisma.Sql) => client.query(text, values as unknown[]);
  await client.query('SELECT pg_advisory_lock($1)', [summingLock]);
  await client.query(`SET work_mem = '128MB'`);
  await client.query('CREATE TEMP TABLE new_sums (LIKE "MetricSum" INCLUDING DEFAULTS)');
  await client.query('CREATE TEMP TABLE new_spreads (LIKE "MetricSpread")');
  for (const [kind, table, at] of kinds) {
    const stretches = await listStretches(client, table, at, timeZone);
    for (const [place, facts] of stretches.entries()) {
      if (kind === 'conversations') await priceFacts(run, facts, settings);
      await run(Prisma.sql`
        INSERT INTO new_sums (grain, cut, slice, at, ${Prisma.raw(columnsOfKind(kind))}) ${sumsOf(kind, facts, timeZone)}`);
      await run(
        Prisma.sql`INSERT INTO new_spreads (grain, cut, slice, at, measure, bins) ${spreadsOf(kind, facts, timeZone)}`,
      );
      if (place % 20 === 19 || place === stretches.length - 1)
        say(`${kind}: ${Math.round((100 * (place + 1)) / stretches.length)}% put aside`);
    }
  }
  await client.query('CREATE INDEX ON new_sums (grain, cut)');
  await client.query('CREATE INDEX ON new_spreads (grain, cut)');
  await client.query('ANALYZE new_sums');
  await client.query('ANALYZE new_spreads');
  for (const cut of allCuts) await replaceCut(client, cut);
  await client.query('UPDATE "MetricState" SET stale = false, "countedAt" = clock_timestamp() WHERE id = 1');
  await client.query('SELECT pg_advisory_unlock($1)', [summingLock]);
  for (const table of ['MetricSum', 'MetricSpread']) await client.query(`VACUUM (ANALYZE) "${table}"`);
}

const summed = allColumns.map((name) => `"${name}"`).join(', ');

/** Written in the order of its key: what a dashboard reads lies together. */
async function replaceCut(client: pg.Client, { grain, cut }: Cut): Promise<void> {
  const which = `grain = '${grain}' AND cut = ${cut}`;
  await client.query('BEGIN');
  try {
    await client.query(`DELETE FROM "MetricSum" WHERE ${which}`);
    await client.query(`DELETE FROM "MetricSpread" WHERE ${which}`);
    await client.query(`
      INSERT INTO "MetricSum" (grain, cut, slice, at, ${summed})
      SELECT grain, cut, slice, at, ${allColumns.map((name) => `sum("${name}")`).join(', ')}
      FROM new_sums WHERE ${which} GROUP BY 1, 2, 3, 4 ORDER BY 3, 4`);
    await client.query(`
      INSERT INTO "MetricSpread" (grain, cut, slice, at, measure, bins)
      SELECT grain, cut, slice, at, measure, sum_bins(bins)
      FROM new_spreads WHERE ${which} GROUP BY grain, cut, measure, slice, at ORDER BY measure, slice, at`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** The same arithmetic as in `priceLabour`, to the last bit: what is derived and what is priced here never differ. */
async function priceFacts(
  run: (query: Prisma.Sql) => Promise<unknown>,
  facts: Prisma.Sql,
  { labourMicrosPerHour, channelMicros }: MetricSettings,
): Promise<void> {
  await run(Prisma.sql`
    UPDATE "ConversationFact" f SET version = f.version + 1, "labourMicros" = priced.labour, "channelMicros" = priced.channel
    FROM (
      SELECT id, floor("peopleHandleMs"::float8 / ${msPerHour}::float8 * ${labourMicrosPerHour}::float8 + 0.5)::bigint AS labour,
        coalesce((${JSON.stringify(channelMicros)}::jsonb ->> channel)::bigint, 0) AS channel FROM (${facts}) facts) priced
    WHERE f.id = priced.id AND (f."labourMicros" <> priced.labour OR f."channelMicros" <> priced.channel)`);
}

/** All facts of one kind, a few of the desk's days at a time: no day of a spread is in two of them. */
async function listStretches(client: pg.Client, table: string, at: string, timeZone: string): Promise<Prisma.Sql[]> {
  const { rows } = await client.query<{ first: Date | null; last: Date | null; count: number }>(
    `SELECT min("${at}") AS first, max("${at}") AS last, count(*)::int FROM "${table}"`,
  );
  const { first, last, count } = rows[0]!;
  if (!first || !last) return [];
  const perDay = count / Math.max(1, (last.getTime() - first.getTime()) / 86_400_000);
  const daysAtOnce = Math.min(60, Math.ceil(factsAtOnce / perDay));
  const stretches: Prisma.Sql[] = [];
  const [name, column] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${at}"`)];
  for (let from = DateTime.fromJSDate(first, { zone: timeZone }).startOf('day'); from.toJSDate() <= last; ) {
    const to = from.plus({ days: daysAtOnce }).startOf('day');
    stretches.push(Prisma.sql`
      SELECT 1 AS sign, * FROM ${name} WHERE ${column} >= ${from.toJSDate()} AND ${column} < ${to.toJSDate()}`);
    from = to;
  }
  return stretches;
}
