import { randomInt } from 'node:crypto';
import pg from 'pg';

/** What a seeded desk is asked for afterwards. */
export type Seeded = { conversations: number; long: string; words: { common: string; middling: string; rare: string } };

const longMessages = 2_000;
const customersShare = 0.2;
const vocabularySize = 30_000;
const phrases = 60_000;
const wordsInPhrase = 6;
const agents = 40;

const tables = ['Conversation', 'Message', 'Customer', 'Identity', 'Turn', 'Review', 'Action'];

/**
 * Fills an empty desk with so many conversations of two to four messages over two years, three in a hundred of them open,
 * and one of two thousand messages. The texts are phrases of a vocabulary in which the n-th word is n times rarer than the first.
 */
export async function seedInbox(url: string, conversations: number, say: (text: string) => void): Promise<Seeded> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const step = async (what: string, sql: string, values: unknown[] = []) => {
    const from = Date.now();
    await client.query(sql, values);
    say(`${what}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
  };
  try {
    // Bulk work of one who is alone here: no keys of other tables are checked, and the log need not survive a crash by the row.
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off;
      SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'; SET max_parallel_maintenance_workers = 2`);
    const words = makeVocabulary();
    const made = makePhrases(words);
    await client.query('CREATE TEMP TABLE phrase (n int PRIMARY KEY, says text)');
    await client.query('INSERT INTO phrase SELECT n, says FROM unnest($1::int[], $2::text[]) AS x(n, says)', [
      made.map((_, n) => n),
      made,
    ]);
    await step('people', addPeople, [agents]);

    const { rows: indexes } = await client.query<{ name: string; makes: string }>(
      `SELECT indexname AS name, indexdef AS makes FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY($1)
       AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
      [tables],
    );
    for (const { name } of indexes) await client.query(`DROP INDEX "${name}"`);
    await step('customers', addCustomers, [Math.round(conversations * customersShare)]);
    await client.query(numberOthers);
    await step('conversations', addConversations, [conversations]);
    await client.query('ANALYZE "Conversation"');
    await step('messages', addMessages, [phrases]);
    await step('the long one', addLong, [longMessages, phrases]);
    await step('reviews and approvals', addWork);
    for (const { name, makes } of indexes) await step(`index ${name}`, makes);
    await step('vacuum and analyze', 'VACUUM ANALYZE');

    const { rows } = await client.query<{ id: string }>('SELECT id FROM "Conversation" ORDER BY number DESC LIMIT 1');
    return { conversations, long: rows[0]!.id, words: chooseWords(words, made, conversations * 3) };
  } finally {
    await client.end();
  }
}

/** Words that can be said, each its own. */
function makeVocabulary(): string[] {
  const [first, second] = ['bdfgklmnprstvz', 'aeiou'];
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    let word = '';
    const parts = randomInt(2, 5);
    for (let part = 0; part < parts; part++)
      word += first[randomInt(first.length)]! + second[randomInt(second.length)]!;
    words.add(word + (randomInt(2) === 0 ? first[randomInt(first.length)] : ''));
  }
  return [...words];
}

function makePhrases(words: string[]): string[] {
  return Array.from({ length: phrases }, () =>
    Array.from({ length: wordsInPhrase }, () => {
      // A rank whose logarithm is even: the n-th word is n times rarer than the first.
      const rank = Math.floor(Math.exp(Math.random() * Math.log(words.length + 1))) - 1;
      return words[Math.min(rank, words.length - 1)]!;
    }).join(' '),
  );
}

/** One word in most conversations, one about where the two ways of searching cross, and one in a few dozen messages. */
function chooseWords(words: string[], made: string[], messages: number): Seeded['words'] {
  const inPhrases = new Map<string, number>();
  for (const phrase of made)
    for (const word of new Set(phrase.split(' '))) inPhrases.set(word, (inPhrases.get(word) ?? 0) + 1);
  const nearest = (wanted: number) => {
    const share = (wanted / messages / phrasesInMessage) * phrases;
    return words
      .filter(
        (word) => word.length >= 5 && inPhrases.has(word) && !words.some((one) => one !== word && one.startsWith(word)),
      )
      .reduce((best, word) =>
        Math.abs(inPhrases.get(word)! - share) < Math.abs(inPhrases.get(best)! - share) ? word : best,
      );
  };
  return { common: nearest(messages), middling: nearest(6_000), rare: nearest(60) };
}

const phrasesInMessage = 2.5;

const addPeople = `
  WITH made AS (
    INSERT INTO "Person" (id, name, email, role, "passwordHash")
    SELECT uuidv7(), 'Agent ' || n, 'agent' || n || '@bench.example', 'agent', '' FROM generate_series(1, $1::int) n RETURNING id)
  INSERT INTO "TeamMember" ("teamId", "personId")
  SELECT t.id, m.id FROM (SELECT id, row_number() OVER () AS n FROM made) m
  JOIN (SELECT id, row_number() OVER (ORDER BY position) AS n FROM "Team") t ON t.n = 1 + m.n % 4`;

/** Named by words read backwards: what is said of an order is seldom somebody's name. */
const addCustomers = `
  WITH made AS (
    INSERT INTO "Customer" (id, name, tier, language, "createdAt")
    SELECT uuidv7('-2 years'::interval), initcap(reverse(a.says)) || ' ' || initcap(reverse(b.says)), (ARRAY['trail', 'ridge', 'summit', NULL])[1 + made.n % 4],
      (ARRAY['en', 'en', 'en', 'de', 'fr', 'es'])[1 + made.n % 6], now() - interval '2 years'
    FROM generate_series(1, $1::int) made(n)
    JOIN LATERAL (SELECT split_part(says, ' ', 6) AS says FROM phrase WHERE phrase.n = (made.n::bigint * 7919) % 60000) a ON true
    JOIN LATERAL (SELECT split_part(says, ' ', 5) AS says FROM phrase WHERE phrase.n = (made.n::bigint * 104729) % 60000) b ON true
    RETURNING id, name)
  INSERT INTO "Identity" (id, "customerId", kind, value, "verifiedAt")
  SELECT uuidv7(), id, 'email', lower(replace(name, ' ', '.')) || '.' || row_number() OVER () || '@mail.example', now() FROM made`;

const numberOthers = `
  CREATE TEMP TABLE customers AS SELECT row_number() OVER () - 1 AS n, id FROM "Customer";
  CREATE UNIQUE INDEX ON customers (n);
  ANALYZE customers;
  CREATE TEMP TABLE teams AS SELECT row_number() OVER (ORDER BY position) AS n, id FROM "Team";
  CREATE TEMP TABLE agents AS SELECT row_number() OVER (ORDER BY email) - 1 AS n, id FROM "Person";`;

// The last two in a hundred are nearly all open, and of the older ones a few: about three in a hundred of all.
const addConversations = `
  INSERT INTO "Conversation" (id, "customerId", "channelId", holder, state, "agentId", "teamId", priority, gist, intent, language,
    sentiment, confidence, tier, "waitingSince", "dueAt", "lastMessageAt", "readAt", "snoozedAt", "snoozedUntil", "createdAt",
    "closedAt", "firstReplyAt", resolution, verified)
  SELECT uuidv7(at - now()), cu.id, ch.id, x.holder::"Holder", CASE WHEN x.open THEN 'open' ELSE 'closed' END::"ConversationState",
    CASE WHEN x.holder = 'agent' THEN a.id END, t.id, x.priority, initcap(p.says), (ARRAY['refund', 'order_status', 'warranty', NULL])[1 + x.n % 4],
    (ARRAY['en', 'en', 'en', 'de', 'fr', 'es'])[1 + x.n % 6], random() * 2 - 1, random(), 'escalated',
    CASE WHEN x.open AND x.holder <> 'assistant' THEN now() - random() * interval '8 hours' END,
    CASE WHEN x.open AND x.holder <> 'assistant' THEN now() + random() * interval '3 days' END,
    CASE WHEN x.open THEN now() - random() * interval '40 hours' ELSE at + interval '1 hour' END,
    CASE WHEN random() < 0.6 THEN now() END, CASE WHEN x.open AND x.asleep THEN now() END,
    CASE WHEN x.open AND x.asleep THEN now() + interval '300 days' END,
    at, CASE WHEN NOT x.open THEN at + interval '1 day' END, at, CASE WHEN NOT x.open THEN 'agent' END::"Resolution", true
  FROM (
    SELECT n, now() - interval '2 years' * (1 - n / $1::float) AS at,
      (n > $1 * 0.98 AND random() < 0.9) OR random() < 0.012 AS open, random() < 0.05 AS asleep,
      (ARRAY['assistant', 'assistant', 'queue', 'queue', 'agent'])[1 + floor(random() * 5)::int] AS holder,
      (ARRAY[1, 2, 3, 3, 3, 3, 4])[1 + floor(random() * 7)::int] AS priority, floor(random() * 60000)::int AS said,
      floor(random() * 4.4)::int AS team, floor(random() * (SELECT count(*) FROM agents))::int AS agent,
      floor(power(random(), 2) * (SELECT count(*) FROM customers))::int AS customer
    FROM generate_series(1, $1::int) n) x
  JOIN customers cu ON cu.n = x.customer JOIN phrase p ON p.n = x.said
  LEFT JOIN teams t ON t.n = x.team LEFT JOIN agents a ON a.n = x.agent
  CROSS JOIN (SELECT id FROM "Channel" ORDER BY key LIMIT 1) ch
  ORDER BY x.n`;

const addMessages = `
  INSERT INTO "Message" (id, "conversationId", "channelId", author, kind, text, "personId", "createdAt")
  SELECT uuidv7(x.at - now()), x.id, x."channelId", x.author::"Author", 'reply', a.says || '. ' || b.says || '. '
      || CASE WHEN x.r < 0.5 THEN c.says ELSE '' END || CASE WHEN x.r < 0.2 THEN ' NL-' || (100000 + floor(x.r * 40000000)::int) ELSE '' END,
    NULL, x.at
  FROM (
    SELECT c.id, c."channelId", c."createdAt" + k * interval '7 minutes' AS at, random() AS r,
      CASE WHEN k % 2 = 1 THEN 'customer' ELSE 'assistant' END AS author,
      floor(random() * $1)::int AS a, floor(random() * $1)::int AS b, floor(random() * $1)::int AS c
    FROM "Conversation" c CROSS JOIN LATERAL generate_series(1, 2 + c.number % 3) k) x
  JOIN phrase a ON a.n = x.a JOIN phrase b ON b.n = x.b JOIN phrase c ON c.n = x.c
  ORDER BY x.at`;

const addLong = `
  WITH long AS (SELECT id, "channelId" FROM "Conversation" ORDER BY number DESC LIMIT 1)
  INSERT INTO "Message" (id, "conversationId", "channelId", author, kind, text, "createdAt")
  SELECT uuidv7(), long.id, long."channelId", CASE WHEN said.n % 2 = 1 THEN 'customer' ELSE 'assistant' END::"Author", 'reply', p.says,
    now() - (($1::int - said.n) * interval '5 minutes')
  FROM generate_series(1, $1::int) said(n) JOIN phrase p ON p.n = (said.n * 31) % $2 CROSS JOIN long ORDER BY said.n`;

const addWork = `
  WITH open AS (SELECT id, "customerId", row_number() OVER () AS n FROM "Conversation" WHERE state = 'open' AND holder <> 'assistant' LIMIT 200),
  acts AS (
    INSERT INTO "Action" (id, key, "conversationId", "customerId", "connectorKey", tool, args, says, rule, status)
    SELECT uuidv7(), 'bench-' || n, id, "customerId", 'store', 'refund_order', '{}', 'Refund', 'over-500', 'waiting_approval' FROM open RETURNING 1),
  seen AS (SELECT id, row_number() OVER () AS n FROM "Conversation" WHERE state = 'closed' ORDER BY number DESC LIMIT 1000),
  turns AS (
    INSERT INTO "Turn" (id, "conversationId", number, "messageId", status, "workflowId", confidence)
    SELECT uuidv7(), id, 1, gen_random_uuid(), 'saved', 'bench-' || n, 0.8 FROM seen RETURNING id)
  INSERT INTO "Review" (id, "turnId", confidence) SELECT uuidv7(), id, 0.8 FROM turns`;
