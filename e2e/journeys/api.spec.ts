import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, test } from '../fixtures/test';

const good = (email: string) => ({ customer: { email }, text: 'What does standard shipping cost?' });
const failure = async (answer: Response) =>
  ({ status: answer.status, ...((await answer.json()) as { error: { code: string; message: string } }).error }) as {
    status: number;
    code: string;
    message: string;
  };

test('says what is wrong with a bad request and where', async ({ api, product }) => {
  const email = 'bad@journeys.example';
  const malformed = await failure(await api.post('{"customer": {"email": '));
  expect(malformed).toMatchObject({ status: 400, code: 'invalid' });
  expect(malformed.message).toContain('not valid JSON');

  const empty = await failure(await api.post({ ...good(email), text: '  ' }));
  expect(empty).toMatchObject({ status: 400, code: 'invalid' });
  expect(empty.message).toContain('text: must not be empty');

  const address = await failure(await api.post({ customer: { email: 'nobody' }, text: 'hello' }));
  expect(address).toMatchObject({ status: 400, code: 'invalid' });
  expect(address.message).toContain('customer.email');

  const extra = await failure(await api.post({ ...good(email), role: 'admin' }));
  expect(extra).toMatchObject({ status: 400, code: 'invalid' });

  const long = await failure(await api.post({ ...good(email), text: 'x'.repeat(50 * 1_024) }));
  expect(long).toMatchObject({ status: 413, code: 'too_large' });
  expect(long.message).toContain('text: at most 20,000');

  const huge = await failure(await api.post({ ...good(email), text: 'x'.repeat(300 * 1_024) }));
  expect(huge).toMatchObject({ status: 413, code: 'too_large' });

  const nowhere = await failure(await api.post({ ...good(email), conversation: randomUUID() }));
  expect(nowhere).toMatchObject({ status: 404, code: 'not_found' });

  const read = await fetch(`${product.url}/api/v1/conversations/${randomUUID()}`, {
    headers: { authorization: `Bearer ${product.apiKey}` },
  });
  expect(await failure(read)).toMatchObject({ status: 404, code: 'not_found' });
});

test('a wrong key is unauthorized, one without the scope is forbidden', async ({ api, product }) => {
  const none = await failure(await api.post(good('key@journeys.example'), { authorization: '' }));
  expect(none).toMatchObject({ status: 401, code: 'unauthorized' });
  const wrong = await failure(
    await api.post(good('key@journeys.example'), { authorization: 'Bearer bk_0000000000000000000000000000' }),
  );
  expect(wrong).toMatchObject({ status: 401, code: 'unauthorized' });

  const narrow = `bk_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  await client.query(
    `INSERT INTO "ApiKey" (id, name, hash, prefix, scopes) VALUES ($1, 'reads nothing', $2, $3, ARRAY['messages:write'])`,
    [randomUUID(), createHash('sha256').update(narrow).digest('hex'), narrow.slice(0, 8)],
  );
  await client.end();
  const authorization = `Bearer ${narrow}`;
  const posted = await api.post(good('key@journeys.example'), { authorization });
  expect(posted.status).toBe(202);
  const { conversation } = (await posted.json()) as { conversation: string };
  const read = await fetch(`${product.url}/api/v1/conversations/${conversation}`, { headers: { authorization } });
  expect(await failure(read)).toMatchObject({ status: 403, code: 'forbidden' });
  const vouching = { customer: { email: 'key@journeys.example', verified: true }, text: 'Where is my order?' };
  expect(await failure(await api.post(vouching, { authorization }))).toMatchObject({ status: 403, code: 'forbidden' });
});

test('the same external id, also twenty times at once, is one message and one turn', async ({ api }) => {
  const body = { ...good('again@journeys.example'), externalId: `order-form-${randomUUID()}` };
  const answers = await Promise.all(Array.from({ length: 20 }, () => api.say(body)));
  expect(new Set(answers.map(({ message }) => message)).size).toBe(1);
  expect(new Set(answers.map(({ conversation }) => conversation)).size).toBe(1);
  expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
  const [first] = answers;
  await api.settled(String(first?.conversation));
  const later = await api.say(body);
  expect(later).toMatchObject({ message: first?.message, conversation: first?.conversation, repeated: true });
  const { messages, turns } = await api.read(later.conversation);
  expect(messages.filter(({ author }) => author === 'customer')).toHaveLength(1);
  expect(messages.filter(({ author }) => author === 'assistant')).toHaveLength(1);
  expect(turns).toHaveLength(1);
});

test('describes itself', async ({ product }) => {
  const answer = await fetch(`${product.url}/api/v1/openapi.json`);
  const document = (await answer.json()) as { openapi: string; paths: Record<string, object> };
  expect(document.openapi).toMatch(/^3\./);
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([expect.stringMatching(/messages$/), expect.stringMatching(/conversations\/\{id\}$/)]),
  );
});
