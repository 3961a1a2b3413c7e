import type { Tx } from '../platform/db';
import type {
  Recorded,
  RecordedAction,
  RecordedHandoff,
  RecordedMessage,
  RecordedMove,
  RecordedTurn,
} from './recorded';
import { calendarJson } from './team-hours';

type Own = Omit<Recorded, 'messages' | 'moves' | 'turns' | 'handoffs' | 'actions' | 'modelMicros' | 'contacts'>;

/**
 * Reads what is recorded of these conversations and of what is merged into them, in one question for each kind, in the
 * order in which it happened. What is gone is not in the answer.
 */
export async function readRecorded(tx: Tx, ids: string[]): Promise<Recorded[]> {
  if (ids.length === 0) return [];
  const own = await readOwn(tx, ids);
  const rooted = await tx.$queryRaw<{ root: string; id: string }[]>`
    SELECT id::text, id::text AS root FROM "Conversation" WHERE id = ANY(${ids}::uuid[])
    UNION ALL SELECT id::text, "mergedIntoId"::text FROM "Conversation" WHERE "mergedIntoId" = ANY(${ids}::uuid[])`;
  const parts = rooted.map(({ id }) => id);
  // One after the other: they share the connection of the transaction.
  const messages = await readMessages(tx, parts);
  const moves = await readMoves(tx, parts);
  const turns = await readTurns(tx, parts);
  const handoffs = await readHandoffs(tx, parts);
  const actions = await readActions(tx, parts);
  const costs = await readCosts(tx, parts);
  const contacts = await readContacts(tx, ids);

  const partsOf = Map.groupBy(rooted, ({ root }) => root);
  const of = <T extends { of: string }>(rows: T[]) => Map.groupBy(rows, (row) => row.of);
  const byPart = {
    ...{ messages: of(messages), moves: of(moves), turns: of(turns), handoffs: of(handoffs) },
    ...{ actions: of(actions), costs: of(costs), contacts: of(contacts) },
  };
  return own.map((row) => {
    const whole = partsOf.get(row.id) ?? [];
    const gather = <T>(rows: Map<string, T[]>): T[] => whole.flatMap(({ id }) => rows.get(id) ?? []);
    const inOrder = <T>(rows: Map<string, T[]>, at: (one: T) => Date): T[] =>
      whole.length > 1 ? gather(rows).sort((a, b) => at(a).getTime() - at(b).getTime()) : gather(rows);
    return {
      ...row,
      messages: inOrder(byPart.messages, ({ at }) => at),
      moves: inOrder(byPart.moves, ({ at }) => at),
      turns: inOrder(byPart.turns, ({ startedAt }) => startedAt),
      handoffs: inOrder(byPart.handoffs, ({ at }) => at),
      actions: gather(byPart.actions),
      modelMicros: gather(byPart.costs).reduce((sum, { micros }) => sum + micros, 0),
      contacts: byPart.contacts.get(row.id) ?? [],
    };
  });
}

const readOwn = (tx: Tx, ids: string[]) => tx.$queryRaw<Own[]>`
  SELECT c.id::text, c."customerId"::text, ch.kind::text AS channel, c."teamId"::text, ${calendarJson} AS hours, c.intent, c.language,
    cu.tier AS "customerTier", c.state::text, c.resolution::text, c.rating, c.reopened,
    c."ratingAskedAt" IS NOT NULL AS "ratingAsked", n.id IS NOT NULL AS "npsAsked", n.score AS nps,
    c."slaPolicyId" IS NOT NULL AS promised, c."dueAt", c."breachedAt", c."createdAt", c."closedAt", c."mergedIntoId"::text
  FROM "Conversation" c JOIN "Channel" ch ON ch.id = c."channelId" JOIN "Customer" cu ON cu.id = c."customerId"
    LEFT JOIN "Team" t ON t.id = c."teamId" LEFT JOIN "Calendar" k ON k.id = t."calendarId"
    LEFT JOIN "Survey" n ON n."conversationId" = c.id AND n.kind = 'nps'
  WHERE c.id = ANY(${ids}::uuid[]) ORDER BY c.id`;

/** Words are not read, nor anything that names a customer. */
const readMessages = (tx: Tx, ids: string[]) => tx.$queryRaw<RecordedMessage[]>`
  SELECT m."conversationId"::text AS of, m.author::text, m.kind::text, m."personId"::text, t.outcome::text,
    m.event ->> 'name' AS event, CASE WHEN m.event ->> 'name' = 'assign' THEN m.event ->> 'teamId' END AS "toTeam",
    coalesce(m.event ->> 'name' = 'split' AND m.event ? 'from', false) AS "begunBySplit", m."createdAt" AS at
  FROM "Message" m LEFT JOIN "Turn" t ON t.id = m."turnId"
  WHERE m."conversationId" = ANY(${ids}::uuid[]) ORDER BY m."createdAt", m.id`;

/** A close that was part of a merge ends nothing for the customer: it is told apart. */
const readMoves = (tx: Tx, ids: string[]) => tx.$queryRaw<RecordedMove[]>`
  SELECT * FROM (
    SELECT a."subjectId" AS of, a."actorKind", a."actorId", a.at, a.seq,
      CASE WHEN a.action = 'conversation.close' AND lead(a.action) OVER whole = 'conversation.merge'
        AND lead(a.before ->> 'state') OVER whole = 'open' THEN 'merge' ELSE split_part(a.action, '.', 2) END AS move,
      a.after ->> 'holder' AS holder, a.after ->> 'state' AS state, a.after ->> 'agentId' AS "agentId"
    FROM "AuditEntry" a
    WHERE a."subjectKind" = 'conversation' AND a."subjectId" = ANY(${ids}::text[])
      AND a.action IN ('conversation.take', 'conversation.assign', 'conversation.hand_over', 'conversation.release',
        'conversation.hand_back', 'conversation.close', 'conversation.reopen', 'conversation.merge')
    WINDOW whole AS (PARTITION BY a."subjectId" ORDER BY a.seq)) moved
  WHERE holder IS NOT NULL ORDER BY seq`;

const readTurns = (tx: Tx, ids: string[]) => tx.$queryRaw<RecordedTurn[]>`
  SELECT t.id::text, t."conversationId"::text AS of, t.number, t.status::text, t.outcome::text, t.tier::text, t.engine,
    t.language, t.intents -> 0 ->> 'intent' AS intent, t.confidence, r.verdict::text, t."startedAt", t."endedAt",
    coalesce((SELECT sum(m."costMicros") FROM "ModelCall" m WHERE m."turnId" = t.id), 0)::float8 AS micros
  FROM "Turn" t LEFT JOIN "Review" r ON r."turnId" = t.id
  WHERE t."conversationId" = ANY(${ids}::uuid[]) ORDER BY t.number`;

const readHandoffs = (tx: Tx, ids: string[]) => tx.$queryRaw<(RecordedHandoff & { of: string })[]>`
  SELECT "conversationId"::text AS of, reason::text, "teamId"::text, "createdAt" AS at FROM "Handoff"
  WHERE "conversationId" = ANY(${ids}::uuid[]) ORDER BY "createdAt", id`;

const readActions = (tx: Tx, ids: string[]) => tx.$queryRaw<(RecordedAction & { of: string })[]>`
  SELECT a."conversationId"::text AS of, a.status::text, a."askedById" IS NOT NULL AS "byPerson",
    a."compensatesId" IS NOT NULL AS "takesBack", a."startedAt" IS NOT NULL AS begun,
    EXISTS (SELECT 1 FROM "ReconciliationFinding" f
      WHERE f."actionId" = a.id AND (f."resolvedAt" IS NULL OR f."resolvedBy" IS NOT NULL)) AS differs
  FROM "Action" a WHERE a."conversationId" = ANY(${ids}::uuid[])`;

const readCosts = (tx: Tx, ids: string[]) => tx.$queryRaw<{ of: string; micros: number }[]>`
  SELECT "conversationId"::text AS of, sum("costMicros")::float8 AS micros FROM "ModelCall"
  WHERE "conversationId" = ANY(${ids}::uuid[]) GROUP BY 1`;

/** What else the customer came with. What was split off is another issue, and what was merged in is this one. */
const readContacts = (tx: Tx, ids: string[]) => tx.$queryRaw<{ of: string; createdAt: Date; intent: string | null }[]>`
  SELECT c.id::text AS of, o."createdAt", o.intent FROM "Conversation" c
  JOIN "Conversation" o ON o."customerId" = c."customerId" AND o.id <> c.id
  WHERE c.id = ANY(${ids}::uuid[]) AND o."mergedIntoId" IS NULL AND o."splitFromId" IS NULL AND o."createdAt" > c."createdAt"`;
