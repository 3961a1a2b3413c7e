import { readFileSync } from 'node:fs';
import pg from 'pg';
import { expect, test } from '../fixtures/test';

const card = '4111 1111 1111 1111';
const anyCard = '4111[ -]?1111[ -]?1111[ -]?1111';

/** Every table of every schema, the workflow journal's and the shop's among them, whose rows match somewhere. */
async function tablesWith(client: pg.Client, pattern: string): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${name} AS row WHERE row::text ~ $1 LIMIT 1`, [pattern]);
    if (rowCount) found.push(name);
  }
  return found;
}

test('a card number written into the chat is in no table, no log and on no screen', async ({
  product,
  api,
  chatAs,
  deskOf,
}) => {
  const chat = await chatAs(null);
  await chat.say(`My card ${card}, cvv 987, was declined on Tuesday at the zirconium counter. Why?`);
  const conversation = await api.settled(chat.conversation);
  expect(conversation.messages[0]?.text).toContain('zirconium');
  expect(conversation.messages[0]?.text).not.toMatch(new RegExp(anyCard));
  expect(conversation.messages[0]?.text).not.toContain('987');

  const desk = await deskOf('nora');
  await desk.open(chat.conversation);
  await expect(desk.log).toContainText('zirconium');
  await expect(desk.page.locator('body')).not.toContainText(new RegExp(anyCard));
  await desk.page.goto(`/inbox/turns/${conversation.turns[0]?.id}`);
  await expect(desk.page.getByRole('table').first()).toBeVisible();
  await expect(desk.page.locator('body')).not.toContainText(new RegExp(anyCard));
  await chat.page.reload();
  await chat.sees('zirconium');
  await expect(chat.log).not.toContainText(new RegExp(anyCard));

  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    // The search itself is tried on a word of the same message first.
    expect(await tablesWith(client, 'zirconium')).toContain('public."Message"');
    expect(await tablesWith(client, anyCard)).toEqual([]);
  } finally {
    await client.end();
  }
  const log = readFileSync(product.logFile, 'utf8');
  expect(log.length).toBeGreaterThan(0);
  expect(log).not.toMatch(new RegExp(anyCard));
});

test('what a customer tells of themselves is in no table, trace, journal or log, and reads as written', async ({
  product,
  api,
  chatAs,
  deskOf,
}) => {
  const told = {
    name: 'Perpetua Vandersloot',
    email: 'perpetua.vs@mailbox.example',
    phone: '+1 303 555 0147',
    iban: 'DE89 3704 0044 0532 0130 00',
    national: '536-22-8741',
    address: '4417 Juniper Street, Boulder, CO 80302',
    ip: '203.0.113.77',
    born: '03/14/1979',
  };
  const chat = await chatAs(null);
  await chat.say(`Hi, my name is ${told.name}. My email is ${told.email} and my phone is ${told.phone}.`);
  await api.settled(chat.conversation);
  await chat.say(`My address is ${told.address} and my IBAN is ${told.iban}. I was born on ${told.born}.`);
  await api.settled(chat.conversation);
  await chat.say(`My SSN is ${told.national}, and I wrote from ${told.ip}. I want to talk to a person.`);
  const conversation = await api.settled(chat.conversation);

  // The customer, the people of the desk and a key that may read customers see it as it was written.
  expect(conversation.messages[0]?.text).toContain(told.email);
  await chat.page.reload();
  await chat.sees(told.phone);
  const desk = await deskOf('nora');
  await desk.open(chat.conversation);
  await expect(desk.log).toContainText(told.address);
  await expect(desk.log).toContainText(told.name);
  await desk.page.goto(`/inbox/turns/${conversation.turns[0]?.id}`);
  await expect(desk.page.getByRole('table').first()).toBeVisible();

  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    // The search itself is tried on a word that stays.
    expect(await tablesWith(client, 'my SSN is|My SSN is')).toContain('public."Message"');
    for (const value of Object.values(told)) {
      expect(await tablesWith(client, value.replace(/[.+]/g, '\\$&')), value).toEqual([]);
    }
    const { rows } = await client.query(
      `SELECT count(*)::int AS count FROM "PrivateToken" WHERE "conversationId" = $1`,
      [chat.conversation],
    );
    expect(rows[0].count).toBeGreaterThanOrEqual(Object.keys(told).length);
  } finally {
    await client.end();
  }
  const log = readFileSync(product.logFile, 'utf8');
  for (const value of Object.values(told)) expect(log.includes(value), value).toBe(false);
});
