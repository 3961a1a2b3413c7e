import pg from 'pg';

/** As many open conversations of as many customers, waiting for a person, with two messages each. In a few statements. */
export async function seedOpen(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `WITH numbers AS (SELECT n, gen_random_uuid() AS customer, gen_random_uuid() AS conversation FROM generate_series(1, $1::int) AS n),
     customers AS (
       INSERT INTO "Customer" (id, name, tier) SELECT customer, 'Customer ' || n, (ARRAY[NULL, 'Trail', 'Ridge', 'Summit'])[n % 4 + 1] FROM numbers
     ),
     conversations AS (
       INSERT INTO "Conversation" (id, "customerId", "channelId", holder, priority, gist, language, "waitingSince", "lastMessageAt", "createdAt")
       SELECT conversation, customer, (SELECT id FROM "Channel" WHERE kind = 'api' LIMIT 1), 'queue', 2 + n % 3,
         'Asks where order number ' || n || ' is and when it comes', (ARRAY['en', 'de', 'fr'])[n % 3 + 1],
         now() - n * interval '10 seconds', now() - n * interval '10 seconds', now() - n * interval '20 seconds'
       FROM numbers
     )
     INSERT INTO "Message" (id, "conversationId", "channelId", author, text, "createdAt")
     SELECT gen_random_uuid(), conversation, (SELECT id FROM "Channel" WHERE kind = 'api' LIMIT 1), author::"Author", text, now() - n * interval '20 seconds' + late
     FROM numbers, (VALUES
       ('customer', 'Where is my order? It should have been here on Tuesday, and nobody tells me anything.', interval '0 seconds'),
       ('assistant', 'I pass you to a colleague now. They can read everything you wrote here.', interval '4 seconds')
     ) AS said (author, text, late)`,
    [count],
  );
  await client.query('ANALYZE');
  await client.end();
}
