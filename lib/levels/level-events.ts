import { Prisma } from '../platform/db';
import type { Level } from './level.schema';

/**
 * The events of a level as SQL: `(id, at, good)`, the conversation, when it was known, and whether it was good. What waits is
 * known when its time is over, not when it is answered: an outage shows while it lasts, and the answer that comes at last
 * changes nothing. `from` is where it is read from; rows before it may be among them.
 */
export function levelEvents(level: Level, from: Date): Prisma.Sql {
  const within = Prisma.sql`make_interval(secs => ${level.withinSeconds ?? 0})`;
  const withinMs = (level.withinSeconds ?? 0) * 1_000;
  switch (level.key) {
    case 'intake':
      return Prisma.sql`
        SELECT t."conversationId" AS id, least(t."startedAt", m."createdAt" + ${within}) AS at,
          t."startedAt" <= m."createdAt" + ${within} AS good
        FROM "Turn" t JOIN "Message" m ON m.id = t."messageId" AND m.author = 'customer'
        WHERE t."startedAt" >= ${from}
        UNION ALL
        SELECT c.id, m."createdAt" + ${within}, false
        FROM "Conversation" c JOIN "Message" m ON m.id = c."lastMessageId" AND m.author = 'customer' AND m.kind = 'reply'
        WHERE c.state = 'open' AND c.holder = 'assistant' AND c."lastMessageAt" >= ${since(from, 1)}
          AND m."createdAt" + ${within} < clock_timestamp()
          AND NOT EXISTS (SELECT FROM "Turn" t WHERE t."messageId" = m.id)`;
    case 'first_reply_assistant':
      // Handed over without an answer is no reply of the assistant's: it counts with people.
      return Prisma.sql`
        SELECT f.id, f."cameAt" + make_interval(secs => least(coalesce(f."assistantReplyMs", ${withinMs}), ${withinMs}) / 1000.0) AS at,
          coalesce(f."assistantReplyMs" <= ${withinMs}, false) AS good
        FROM "ConversationFact" f
        WHERE f."cameAt" >= ${since(from, 1)} AND (f."assistantReplyMs" IS NOT NULL
          OR (NOT f."peopleTookPart" AND f."cameAt" + ${within} < clock_timestamp()))`;
    case 'first_reply_agents':
      return Prisma.sql`
        SELECT f.id, f."cameAt" + make_interval(secs => (f."peopleReplyMs" - f."peopleWaitMs" + least(f."peopleWaitMs", ${withinMs})) / 1000.0) AS at,
          f."peopleWaitMs" <= ${withinMs} AS good
        FROM "ConversationFact" f WHERE f."cameAt" >= ${since(from, 30)} AND f."peopleWaitMs" IS NOT NULL
        UNION ALL
        SELECT c.id, c."waitingSince" + ${within}, false
        FROM "Conversation" c JOIN "ConversationFact" f ON f.id = c.id
        WHERE c.state = 'open' AND c.holder IN ('queue', 'agent') AND c."waitingSince" + ${within} < clock_timestamp()
          AND f."peopleReplyMs" IS NULL`;
    case 'automated_resolution': {
      const solved = level.counts === 'verified' ? ['verified'] : ['verified', 'assumed'];
      return Prisma.sql`
        SELECT f.id, f."solvedAt" AS at, f.resolution = ANY(${solved}) AS good
        FROM "ConversationFact" f WHERE f."solvedAt" >= ${from} AND f.resolution IS NOT NULL`;
    }
    case 'escalation_accuracy':
      return Prisma.sql`
        SELECT s."conversationId" AS id, s."judgedAt" AS at, s.escalated = s.needed AS good
        FROM "EscalationSample" s WHERE s."judgedAt" >= ${from}`;
    case 'hallucination':
      // What a reviewer called made up counts when they said so; the machine's own check when the turn ended.
      return Prisma.sql`
        SELECT t."conversationId" AS id, coalesce(CASE WHEN r.cause = 'made_up' THEN r."decidedAt" END, t."endedAt") AS at,
          coalesce(r.cause, '') <> 'made_up' AND NOT jsonb_path_exists(t.claims, '$[*] ? (@.supported == false)') AS good
        FROM "Turn" t LEFT JOIN "Review" r ON r."turnId" = t.id AND r.state = 'done'
        WHERE t."startedAt" >= ${since(from, 30)} AND t.status = 'saved' AND t.outcome IN ('replied', 'asked', 'approval_requested')
          AND (t.claims <> '[]'::jsonb OR r.verdict IS NOT NULL)`;
  }
}

/** What is known later than it began is looked for from so many days before. */
const since = (from: Date, days: number): Date => new Date(from.getTime() - days * 86_400_000);
