import { db, inTransaction, type Tx } from '../platform/db';
import { appendEvent } from './append-event';
import { lockConversation } from './lock-conversation';
import { notifyPerson } from './notify-person';
import { clocksSchema, type DueKind } from './sla.schema';
import { stampPromise } from './stamp-promise';

/** So long before a promise breaks its holder hears of it; one that is shorter is heard of when it breaks. */
const soonMinutes = 15;
const most = 200;

const promiseNames: Record<DueKind, string> = {
  first_reply: 'The first reply',
  next_reply: 'The reply',
  resolve: 'The solution',
};

/** Marks promises that broke and tells the holder, once each, of these and of those that soon will. By the database's clock; twice is once. */
export async function noticeLate(): Promise<number> {
  const due = await db().$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Conversation"
    WHERE state = 'open' AND "dueAt" < clock_timestamp() + make_interval(mins => ${soonMinutes})
      AND (clocks ->> 'told') IS DISTINCT FROM 'late'
      AND ((clocks ->> 'told') IS NULL OR "dueAt" <= clock_timestamp())
    ORDER BY "dueAt" LIMIT ${most}`;
  let noticed = 0;
  for (const { id } of due) if (await inTransaction((tx) => noticeOne(tx, id))) noticed++;
  return noticed;
}

async function noticeOne(tx: Tx, id: string): Promise<boolean> {
  await lockConversation(tx, id);
  // A policy may have changed since: what is due is decided anew before anybody is told.
  const policy = await stampPromise(tx, id);
  const row = await lockConversation(tx, id);
  const [look] = await tx.$queryRaw<{ late: boolean; soon: boolean }[]>`
    SELECT "dueAt" <= clock_timestamp() AS late, "dueAt" < clock_timestamp() + make_interval(mins => ${soonMinutes}) AS soon
    FROM "Conversation" WHERE id = ${id}::uuid AND state = 'open' AND "dueAt" IS NOT NULL`;
  const clocks = clocksSchema.catch({}).parse(row.clocks);
  const told = look?.late ? 'late' : look?.soon ? 'soon' : undefined;
  if (!told || told === clocks.told || !policy || !row.dueKind) return false;
  const kind = row.dueKind as DueKind;
  await tx.$executeRaw`
    UPDATE "Conversation" SET clocks = jsonb_set(clocks, '{told}', to_jsonb(${told}::text)),
      "breachedAt" = CASE WHEN ${told} = 'late' THEN clock_timestamp() ELSE "breachedAt" END
    WHERE id = ${id}::uuid`;
  if (told === 'late')
    await appendEvent(tx, row, {
      name: 'late',
      says: `${promiseNames[kind]} is late`,
      more: { kind, policyId: policy.id, dueAt: row.dueAt?.toISOString() },
    });
  const minutes = {
    first_reply: policy.firstReplyMinutes,
    next_reply: policy.nextReplyMinutes,
    resolve: policy.resolveMinutes,
  }[kind];
  if (row.agentId && (told === 'late' || (minutes ?? 0) > soonMinutes))
    await notifyPerson(tx, {
      personId: row.agentId,
      kind: 'late',
      conversationId: id,
      says:
        told === 'late'
          ? `${promiseNames[kind]} is late`
          : `${promiseNames[kind]} is due within ${soonMinutes} minutes`,
    });
  return true;
}
