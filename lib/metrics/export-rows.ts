import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { readNames } from '../conversations/list-conversations';
import { seenBy } from '../conversations/where-conversations';
import { formatLanguage } from '../format/format-language';
import { csvLines, csvMark } from '../format/write-csv';
import { db, inTransaction, Prisma } from '../platform/db';
import { env } from '../platform/env';
import type { ConversationFact as FactRow } from '../platform/records';
import { assertMayRead } from './assert-may-read';
import { chooseZone } from './choose-zone';
import { type BehindAsked, selectBehind } from './list-behind';
import { reasonNames } from './measures/handoffs';
import { type Filters, type RowsQuery, rowsQuerySchema } from './metric.schema';
import { planBuckets } from './plan-buckets';
import { readFrame } from './read-metric-state';
import { whereFact } from './read-sums';

/** Rows that are read at a time: a year is written in the memory of one page. */
const atOnce = 2_000;

type Row = FactRow & {
  number: number;
  came: string;
  cameLocal: string;
  solved: string | null;
  solvedLocal: string | null;
};
type Names = Awaited<ReturnType<typeof readNames>>;
type Cell = string | number | null;

const channels: Record<string, string> = {
  ...{ web_chat: 'Web chat', email: 'Email', sms: 'SMS', voice: 'Phone', social: 'Social', api: 'API' },
};
const ends: Record<string, string> = {
  ...{ verified: 'Verified', assumed: 'Assumed', agent: 'Solved by agents', abandoned: 'Abandoned' },
};
const tiers: Record<string, string> = { autonomous: 'By itself', reviewed: 'Reviewed', escalated: 'Passed on' };
const promises: Record<string, string> = { met: 'Kept', breached: 'Broken' };

const said = (words: Record<string, string>, key: string | null): Cell => (key === null ? null : (words[key] ?? key));
const seconds = (ms: bigint | null): Cell => (ms === null ? null : Number(ms) / 1_000);
const dollars = (micros: bigint): Cell => Number(micros) / 1_000_000;
const yes = (fact: boolean): Cell => (fact ? 'yes' : 'no');

/** Every column: its head, and what a row has in it. */
const columns: readonly (readonly [string, (row: Row, names: Names, zone: string) => Cell])[] = [
  ['Conversation', ({ number }) => number],
  ['Came (UTC)', ({ came }) => came],
  ['Came (local)', ({ cameLocal }) => cameLocal],
  ['Time zone', (_, __, zone) => zone],
  ['Channel', ({ channel }) => said(channels, channel)],
  ['Team', ({ teamId }, { teams }) => (teamId ? (teams.get(teamId)?.name ?? teamId) : null)],
  ['Intent', ({ intent }, { intents }) => (intent ? (intents.get(intent) ?? intent) : null)],
  ['Language', ({ language }) => (language ? formatLanguage(language) : null)],
  ['Customer tier', ({ customerTier }) => customerTier],
  ['Tier of the first turn', ({ tier }) => said(tiers, tier)],
  ['State', ({ solvedAt }) => (solvedAt ? 'Closed' : 'Open')],
  ['Ended as', ({ resolution }) => said(ends, resolution)],
  ['Closed (UTC)', ({ solved }) => solved],
  ['Closed (local)', ({ solvedLocal }) => solvedLocal],
  ['First reply by the assistant (s)', ({ assistantReplyMs }) => seconds(assistantReplyMs)],
  ['First reply by agents (s)', ({ peopleReplyMs }) => seconds(peopleReplyMs)],
  ['Wait for a person (s)', ({ peopleWaitMs }) => seconds(peopleWaitMs)],
  ['Resolution time (s)', ({ resolutionMs }) => seconds(resolutionMs)],
  ['First reply by agents, working hours (s)', ({ peopleReplyWorkMs }) => seconds(peopleReplyWorkMs)],
  ['Wait for a person, working hours (s)', ({ peopleWaitWorkMs }) => seconds(peopleWaitWorkMs)],
  ['Resolution time, working hours (s)', ({ resolutionWorkMs }) => seconds(resolutionWorkMs)],
  ['Handle time of agents (s)', ({ peopleHandleMs }) => seconds(peopleHandleMs)],
  ['Handle time of the assistant (s)', ({ assistantHandleMs }) => seconds(assistantHandleMs)],
  ['Agents took part', ({ peopleTookPart }) => yes(peopleTookPart)],
  ['Assistant answered', ({ assistantSpoke }) => yes(assistantSpoke)],
  ['First handed over because', ({ reason }) => (reason ? (reasonNames.get(reason) ?? reason) : null)],
  ['Transfers', ({ transfers }) => transfers],
  ['Reopened', ({ reopened }) => reopened],
  // Younger than seven days: nobody knows yet.
  ['Came back within 7 days', ({ matured, recontacted }) => (matured ? yes(recontacted) : null)],
  ['Rating', ({ rating }) => rating],
  ['Promise', ({ sla }) => said(promises, sla)],
  ['Cost of people ($)', ({ labourMicros }) => dollars(labourMicros)],
  ['Cost of models ($)', ({ modelMicros }) => dollars(modelMicros)],
  ['Cost of the channel ($)', ({ channelMicros }) => dollars(channelMicros)],
  ['Automations', ({ automations }) => automations],
  ['Failed', ({ failed }) => failed],
  ['Taken back', ({ reversed }) => reversed],
  ['Sent to the wrong team', ({ misrouted }) => misrouted],
  ['Other system disagrees', ({ exceptions }) => exceptions],
  ['Link', ({ id }) => `${env().BATON_URL}/inbox/all/${id}`],
];

/**
 * One row for each conversation behind a period and its filters, or behind one of its figures, as CSV in parts, the first that came
 * first. Whoever may read the figures gets the rows of what they may see at the desk. That it was taken out is kept. Throws
 * `forbidden`, `invalid`.
 */
export async function exportRows(person: PersonActor, query: RowsQuery): Promise<AsyncGenerator<string>> {
  const asked = rowsQuerySchema.parse(query);
  const { filters, measure, counted, confidence, period } = asked;
  const behind = measure ? { measure, counted, confidence } : null;
  assertMayRead(person, filters);
  const timeZone = chooseZone(asked, await readFrame());
  const { starts, end } = planBuckets(period, 'day', timeZone);
  const fits = whichFacts({ from: starts[0]!, to: end, filters }, behind);
  await inTransaction((tx) =>
    appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'metrics.export',
      subject: { kind: 'setting', id: 'metrics' },
      after: { period, timeZone, filters, ...behind },
    }),
  );
  const names = await readNames();
  return writeRows(Prisma.sql`${seenBy(person)} AND ${fits}`, names, timeZone);
}

/** People's own figures lead to the conversations they had a part in. */
function whichFacts(span: { from: Date; to: Date; filters: Filters }, behind: BehindAsked | null): Prisma.Sql {
  if (behind) return Prisma.sql`f.id IN (SELECT behind.id FROM (${selectBehind(behind, span)}) behind)`;
  if (!span.filters.agent) return whereFact(span, 'f."cameAt"');
  return Prisma.sql`f.id IN (SELECT f."conversationId" FROM "PersonFact" f WHERE ${whereFact(span, 'f."cameAt"')})`;
}

async function* writeRows(where: Prisma.Sql, names: Names, timeZone: string): AsyncGenerator<string> {
  yield csvMark + csvLines([columns.map(([head]) => head)]);
  for (let after: Row | undefined; ; ) {
    const beyond = after
      ? Prisma.sql`(f."cameAt", f.id) > (${after.cameAt}::timestamptz, ${after.id}::uuid)`
      : Prisma.sql`true`;
    const rows = await db().$queryRaw<Row[]>`
      SELECT f.*, c.number, ${iso('f."cameAt"')} AS came, ${local('f."cameAt"', timeZone)} AS "cameLocal",
        ${iso('f."solvedAt"')} AS solved, ${local('f."solvedAt"', timeZone)} AS "solvedLocal"
      FROM "ConversationFact" f JOIN "Conversation" c ON c.id = f.id
      WHERE ${where} AND ${beyond} ORDER BY f."cameAt", f.id LIMIT ${atOnce}`;
    if (rows.length > 0) yield csvLines(rows.map((row) => columns.map(([, cell]) => cell(row, names, timeZone))));
    if (rows.length < atOnce) return;
    after = rows.at(-1);
  }
}

const iso = (at: string) => Prisma.sql`to_char(${Prisma.raw(at)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const local = (at: string, zone: string) =>
  Prisma.sql`to_char(${Prisma.raw(at)} AT TIME ZONE ${zone}::text, 'YYYY-MM-DD HH24:MI:SS')`;
