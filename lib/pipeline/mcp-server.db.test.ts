import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../auth/key.schema';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let verbs: Awaited<ReturnType<typeof load>>;

async function load() {
  const [serve, keys, write, append, db] = await Promise.all([
    import('../http/serve-mcp'),
    import('../auth/save-key'),
    import('../knowledge/create-article'),
    import('../conversations/append-message'),
    import('../platform/db'),
  ]);
  return { ...serve, ...keys, ...write, ...append, ...db };
}

beforeAll(async () => {
  desk = await openTestDatabase();
  verbs = await load();
});
afterAll(() => desk.close());

async function keyWith(...scopes: Scope[]) {
  return verbs.createKey(desk.people.admin, { name: 'Helper bot', scopes });
}

/** A real client, whose requests reach the handler without a network. */
async function connect(key: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL('http://baton.test/api/mcp'), {
    requestInit: { headers: { authorization: `Bearer ${key}` } },
    fetch: async (url, init) => {
      if (init?.method !== 'POST') return new Response(null, { status: 405 });
      return verbs.serveMcp(new Request(url, init as RequestInit));
    },
  });
  await client.connect(transport);
  return client;
}

async function conversationWith(text: string) {
  const made = await desk.conversation();
  await verbs.inTransaction((tx) =>
    verbs.appendMessage(tx, { conversationId: made.id, channelId: desk.channels.api, author: 'customer', text }),
  );
  return made.id;
}

const call = (client: Client, name: string, given: Record<string, unknown>) =>
  client.callTool({ name, arguments: given }) as unknown as Promise<{
    isError?: boolean;
    content: { text: string }[];
    structuredContent: Record<string, never>;
  }>;

describe('another assistant', () => {
  it('is offered what its key may do, and nothing else', async () => {
    const { key } = await keyWith('knowledge:read', 'conversations:read');
    const { tools } = await (await connect(key)).listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(['read_conversation', 'search_knowledge']);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
    const refused = await call(await connect(key), 'hand_over', { conversation: crypto.randomUUID(), why: 'Because' });
    expect(refused.isError).toBe(true);
  });

  it('is not let in without a key, with a made-up one, or with one that was revoked', async () => {
    const ask = (authorization?: string) =>
      verbs.serveMcp(
        new Request('http://baton.test/api/mcp', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json, text/event-stream',
            ...(authorization ? { authorization } : {}),
          },
          body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
        }),
      );
    expect((await ask()).status).toBe(401);
    expect((await ask()).headers.get('www-authenticate')).toContain('Bearer');
    expect((await ask(`Bearer bk_${'x'.repeat(43)}`)).status).toBe(401);
    const { id, key } = await keyWith('knowledge:read');
    expect((await ask(`Bearer ${key}`)).status).toBe(200);
    await verbs.revokeKey(desk.people.admin, { id });
    expect((await ask(`Bearer ${key}`)).status).toBe(401);
  });

  it('reads a conversation with placeholders for what identifies anybody', async () => {
    const id = await conversationWith('Please write to ada.winter@post.example about my tent.');
    const { key } = await keyWith('conversations:read');
    const { structuredContent } = await call(await connect(key), 'read_conversation', { conversation: id });
    const text = JSON.stringify(structuredContent);
    expect(text).toContain('[EMAIL_1]');
    expect(text).not.toContain('ada.winter');
    const unknown = await call(await connect(key), 'read_conversation', { conversation: crypto.randomUUID() });
    expect(unknown).toMatchObject({ isError: true, content: [{ text: 'There is no such conversation.' }] });
  });

  it('proposes a reply that only people see', async () => {
    const id = await conversationWith('How long do refunds take?');
    const { key } = await keyWith('drafts:write');
    await call(await connect(key), 'propose_reply', { conversation: id, text: 'Three to five business days.' });
    const messages = await desk.db.message.findMany({ where: { conversationId: id }, orderBy: { createdAt: 'asc' } });
    expect(messages.map(({ kind, author }) => [kind, author])).toEqual([
      ['reply', 'customer'],
      ['note', 'system'],
    ]);
    expect(messages[1]?.text).toMatch(/bot proposes a reply:\n\nThree to five business days\.$/);
  });

  it('passes a conversation to people once, with its reason, and the customer is told', async () => {
    const id = await conversationWith('My tent broke and I am on a mountain.');
    const { key } = await keyWith('conversations:handover');
    const client = await connect(key);
    const given = { conversation: id, why: 'The customer may be in danger.', missing: ['Where they are'] };
    const [first, second] = await Promise.all([call(client, 'hand_over', given), call(client, 'hand_over', given)]);
    expect([first.structuredContent, second.structuredContent].map((one) => one.already).sort()).toEqual([false, true]);
    const handoffs = await desk.db.handoff.findMany({ where: { conversationId: id } });
    expect(handoffs).toMatchObject([{ reason: 'handed_over', stopped: 'The customer may be in danger.' }]);
    const said = await desk.db.message.findMany({ where: { conversationId: id, author: 'assistant', kind: 'reply' } });
    expect(said).toHaveLength(1);
    expect(await desk.db.conversation.findUniqueOrThrow({ where: { id } })).toMatchObject({ holder: 'queue' });
  });

  it('hears what is wrong with what it sends', async () => {
    const { key } = await keyWith('knowledge:read');
    const answered = await call(await connect(key), 'search_knowledge', { question: 'x'.repeat(600) });
    expect(answered.isError).toBe(true);
    expect(answered.content[0]?.text).toMatch(/500/);
  });
});
