import type pg from 'pg';

/**
 * Fills an empty, migrated database with what is recorded of so many conversations over the last 90 days: more by day than by
 * night, a few intents that most ask for, a third that people end. The log of events stays empty: what is
 * seeded is counted by counting anew.
 */
export async function seedMetrics(
  client: pg.Client,
  conversations: number,
  say: (text: string) => void,
): Promise<void> {
  const step = async (what: string, sql: string, values: unknown[] = []) => {
    const from = Date.now();
    await client.query(sql, values);
    say(`${what}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
  };
  // Bulk work of one who is alone here: no keys are checked, no trigger runs, and the log need not survive a crash by the row.
  await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'`);
  await step('desk', addDesk);
  await step('customers', addCustomers, [Math.ceil(conversations * 0.6)]);
  await step('what happens', makeUp, [conversations]);
  await client.query(numberOthers);
  await step('conversations', addConversations);
  await step('turns', addTurns);
  await step('messages', addMessages);
  await step('handoffs', addHandoffs);
  await step('moves', addMoves);
  await step('actions', addActions);
  await step('model calls', addCalls);
  await step('vacuum and analyze', 'VACUUM ANALYZE');
  await client.query('SET session_replication_role = origin; SET synchronous_commit = on');
}

const addDesk = `
  INSERT INTO "Channel" (id, kind, key, name) SELECT uuidv7(), kind::"ChannelKind", kind, kind
    FROM unnest(ARRAY['web_chat', 'email', 'sms', 'voice', 'social']) AS kind;
  INSERT INTO "Team" (id, key, name, position) SELECT uuidv7(), 'team' || n, 'Team ' || n, n FROM generate_series(1, 5) n;
  INSERT INTO "Person" (id, name, email, role, "passwordHash")
    SELECT uuidv7(), 'Agent ' || n, 'agent' || n || '@bench.example', 'agent', '' FROM generate_series(1, 40) n;`;

const addCustomers = `
  INSERT INTO "Customer" (id, name, tier, language)
  SELECT uuidv7(), 'Customer ' || n, (ARRAY['trail', 'ridge', 'summit', NULL])[1 + n % 4], 'en' FROM generate_series(1, $1::int) n`;

/** Where a number is drawn it is drawn in the row, so that the whole is random and every figure of one conversation fits the others. */
const makeUp = `
  CREATE TEMP TABLE made AS
  SELECT uuidv7(at - now()) AS id, uuidv7(at - now()) AS turn, uuidv7(at - now()) AS asked, *,
    CASE WHEN people THEN at + wait ELSE NULL END AS taken,
    CASE WHEN NOT open THEN least(at + CASE WHEN people THEN wait + work ELSE interval '1 minute' * (1 + 200 * random()) END, now()) END AS closed
  FROM (
    SELECT n, day + hour AS at, random() < 0.32 AS people, random() < 0.02 AS open, random() < 0.25 AS rated,
      1 + floor(power(random(), 2) * 24)::int AS intent, 1 + floor(power(random(), 1.6) * 5)::int AS channel,
      (ARRAY['en', 'en', 'en', 'en', 'de', 'de', 'fr', 'es', 'nl'])[1 + floor(random() * 9)::int] AS language,
      interval '1 second' * exp(3 + 4 * random()) AS wait, interval '1 minute' * exp(4 * random()) AS work,
      floor(random() * 40)::int AS agent, floor(power(random(), 1.5) * (SELECT count(*) FROM "Customer"))::int AS customer, random() AS luck
    FROM (
      SELECT n, date_trunc('day', now() - interval '90 days') + interval '1 day' * floor(90 * (n::float / $1::int)) AS day,
        interval '1 second' * (86399 * (0.5 + (random() + random() + random() - 1.5) / 3.2)) AS hour
      FROM generate_series(1, $1::int) n) spread) drawn
  WHERE at < now()`;

const numberOthers = `
  CREATE TEMP TABLE customers AS SELECT row_number() OVER () - 1 AS n, id FROM "Customer";
  CREATE TEMP TABLE channels AS SELECT row_number() OVER (ORDER BY array_position(ARRAY['web_chat', 'email', 'sms', 'voice', 'social'], key)) AS n, id FROM "Channel";
  CREATE TEMP TABLE teams AS SELECT row_number() OVER (ORDER BY position) AS n, id FROM "Team";
  CREATE TEMP TABLE agents AS SELECT row_number() OVER (ORDER BY email) - 1 AS n, id FROM "Person";
  ANALYZE made; ANALYZE customers;`;

const addConversations = `
  INSERT INTO "Conversation" (id, "customerId", "channelId", holder, state, "agentId", "teamId", intent, language, resolution, rating,
    "createdAt", "lastMessageAt", "closedAt", "slaPolicyId", "breachedAt", verified)
  SELECT m.id, cu.id, ch.id, CASE WHEN m.people THEN 'agent' ELSE 'assistant' END::"Holder",
    CASE WHEN m.closed IS NULL THEN 'open' ELSE 'closed' END::"ConversationState", CASE WHEN m.people THEN a.id END,
    CASE WHEN m.people THEN t.id END, 'intent_' || m.intent, m.language,
    CASE WHEN m.closed IS NULL THEN NULL WHEN m.people THEN 'agent' WHEN m.luck < 0.6 THEN 'verified' WHEN m.luck < 0.93 THEN 'assumed' ELSE 'abandoned' END::"Resolution",
    CASE WHEN m.rated AND m.closed IS NOT NULL THEN 1 + floor(power(random(), 0.3) * 5)::int END, m.at, m.at, m.closed,
    CASE WHEN m.people THEN '00000000-0000-0000-0000-000000000001'::uuid END, CASE WHEN m.people AND m.luck < 0.04 THEN m.taken END, true
  FROM made m JOIN customers cu ON cu.n = m.customer JOIN channels ch ON ch.n = m.channel
  JOIN teams t ON t.n = 1 + m.intent % 5 JOIN agents a ON a.n = m.agent ORDER BY m.n`;

const addTurns = `
  INSERT INTO "Turn" (id, "conversationId", number, "messageId", status, outcome, tier, language, intents, confidence, "workflowId", "startedAt", "endedAt")
  SELECT m.turn, m.id, 1, m.asked, 'saved', CASE WHEN m.people THEN 'handed_over' ELSE 'replied' END::"Outcome",
    CASE WHEN m.people THEN 'escalated' WHEN m.luck < 0.8 THEN 'autonomous' ELSE 'reviewed' END::"Tier", m.language,
    jsonb_build_array(jsonb_build_object('intent', 'intent_' || m.intent)), 0.5 + m.luck / 2, 'bench', m.at, m.at + interval '1 second' * (0.3 + 6 * random())
  FROM made m ORDER BY m.n`;

const addMessages = `
  INSERT INTO "Message" (id, "conversationId", "channelId", author, text, "personId", "turnId", "createdAt")
  SELECT CASE said.k WHEN 1 THEN m.asked ELSE uuidv7(m.at - now()) END, m.id, ch.id,
    (ARRAY['customer', 'assistant', 'agent', 'agent'])[said.k]::"Author", 'x', CASE WHEN said.k > 2 THEN a.id END, CASE WHEN said.k = 2 THEN m.turn END,
    CASE said.k WHEN 1 THEN m.at WHEN 2 THEN m.at + interval '5 seconds' WHEN 3 THEN m.taken + interval '90 seconds' ELSE m.taken + interval '6 minutes' END
  FROM made m JOIN channels ch ON ch.n = m.channel JOIN agents a ON a.n = m.agent
  CROSS JOIN LATERAL generate_series(1, CASE WHEN m.people THEN 4 ELSE 2 END) AS said(k) ORDER BY m.n`;

const addHandoffs = `
  INSERT INTO "Handoff" (id, "conversationId", "turnId", reason, wants, stopped, "teamId", "createdAt")
  SELECT uuidv7(m.at - now()), m.id, m.turn,
    (ARRAY['playbook', 'playbook', 'low_confidence', 'low_confidence', 'asked_for_person', 'sensitive_topic', 'tool_failed', 'no_answer'])[1 + floor(random() * 8)::int]::"HandoffReason",
    '', '', t.id, m.at + interval '5 seconds'
  FROM made m JOIN teams t ON t.n = 1 + (m.intent + CASE WHEN m.luck < 0.03 THEN 1 ELSE 0 END) % 5 WHERE m.people ORDER BY m.n`;

const addMoves = `
  INSERT INTO "AuditEntry" (at, "actorKind", "actorId", action, "subjectKind", "subjectId", after, previous, hash)
  SELECT CASE move WHEN 'hand_over' THEN m.at + interval '5 seconds' WHEN 'take' THEN m.taken ELSE m.closed END,
    CASE WHEN m.people AND move <> 'hand_over' THEN 'person' ELSE 'system' END, CASE WHEN m.people AND move <> 'hand_over' THEN a.id::text END,
    'conversation.' || move, 'conversation', m.id::text,
    jsonb_build_object('holder', CASE WHEN move = 'hand_over' THEN 'queue' WHEN m.people THEN 'agent' ELSE 'assistant' END,
      'state', CASE WHEN move = 'close' THEN 'closed' ELSE 'open' END, 'agentId', CASE WHEN m.people AND move <> 'hand_over' THEN a.id END),
    '', m.id::text || move
  FROM made m JOIN agents a ON a.n = m.agent
  CROSS JOIN LATERAL unnest(CASE WHEN m.people THEN ARRAY['hand_over', 'take', 'close'] ELSE ARRAY['close'] END) WITH ORDINALITY AS moves(move, place)
  WHERE move <> 'close' OR m.closed IS NOT NULL ORDER BY m.n, place`;

const addActions = `
  INSERT INTO "Action" (id, key, "conversationId", "customerId", "connectorKey", tool, args, status, "startedAt", "createdAt")
  SELECT uuidv7(m.at - now()), 'bench-' || m.n, m.id, cu.id, 'store', 'orders.refund', '{}',
    CASE WHEN m.luck < 0.003 THEN 'failed' WHEN m.luck < 0.006 THEN 'compensated' ELSE 'succeeded' END::"ActionStatus", m.at, m.at
  FROM made m JOIN customers cu ON cu.n = m.customer WHERE NOT m.people AND m.luck < 0.3 ORDER BY m.n`;

const addCalls = `
  INSERT INTO "ModelCall" (id, "turnId", "conversationId", step, role, provider, host, model, why, "costMicros", "tookMs", sent, "sentBytes", at)
  SELECT uuidv7(m.at - now()), m.turn, m.id, 'compose', 'large', 'bench', 'bench', 'bench', '', (500 + 4000 * random())::int, 900, '[]', 0, m.at
  FROM made m WHERE m.luck > 0.5 ORDER BY m.n`;
