import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let rewordText: typeof import('./reword-text').rewordText;
let server: Server;
/** What the endpoint was asked, as it came over the wire. */
const asked: string[] = [];
let answer: (prompt: string) => { status?: number; text?: string } = () => ({ text: '' });

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ rewordText } = await import('./reword-text'));
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(body);
      const prompt = JSON.parse(body).messages.at(-1).content as string;
      const { status = 200, text } = answer(typeof prompt === 'string' ? prompt : JSON.stringify(prompt));
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(
          text === undefined
            ? { error: { message: `it said ${body}` } }
            : {
                id: 'c1',
                object: 'chat.completion',
                created: 1,
                model: 'test',
                choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
                usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
              },
        ),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  await desk.db.modelProvider.create({
    data: { name: 'Test', url, choices: { create: { role: 'large', model: 'test' } } },
  });
});
afterAll(async () => {
  server?.close();
  await desk?.close();
});

const written = 'Dear Marla, write to marla.quint@example.org, card 4111 1111 1111 1111.';

describe('a text in another tone', () => {
  it('leaves with placeholders, comes back restored, and leaves nothing behind', async () => {
    const { id } = await desk.conversation({ holder: 'queue' });
    answer = (prompt) => ({ text: `Hi there! Write to ${/\[EMAIL_\d+\]/.exec(prompt)?.[0]}.` });
    const { text } = await rewordText(desk.people.admin, id, { kind: 'rewrite', text: written, tone: 'friendlier' });
    expect(text).toBe('Hi there! Write to marla.quint@example.org.');
    expect(asked.join()).not.toContain('marla.quint');
    expect(asked.join()).not.toContain('4111');
    expect(await desk.db.privateToken.count({ where: { conversationId: id } })).toBe(0);
  });

  it('opens no placeholder for who may not see what is behind it', async () => {
    const { id } = await desk.conversation({ holder: 'queue' });
    const { inTransaction } = await import('../platform/db');
    const { openVault } = await import('../privacy/open-vault');
    await inTransaction(async (tx) => {
      const vault = await openVault(tx, id);
      vault.hide('eve@stranger.example');
      await vault.keep();
    });
    answer = (prompt) => ({ text: (prompt.match(/\[EMAIL_\d+\]/g) ?? []).join(' and ') });
    const permissions = desk.people.admin.permissions.filter((one) => one !== 'privacy.reveal');
    const text = 'Write to [EMAIL_1] or me@own.example.';
    const blind = await rewordText({ ...desk.people.admin, permissions }, id, {
      kind: 'rewrite',
      text,
      tone: 'formal',
    });
    expect(blind.text).toBe('[EMAIL_1] and me@own.example');
    const seeing = await rewordText(desk.people.admin, id, { kind: 'rewrite', text, tone: 'formal' });
    expect(seeing.text).toBe('eve@stranger.example and me@own.example');
  });

  it('names the language it is translated into', async () => {
    const { id } = await desk.conversation({ holder: 'queue' });
    answer = () => ({ text: 'Guten Tag' });
    const { text } = await rewordText(desk.people.admin, id, { kind: 'translate', text: 'Good day', to: 'de' });
    expect(text).toBe('Guten Tag');
    expect(asked.at(-1)).toContain('German');
  });

  it.each([
    ['a placeholder that nobody gave it', () => ({ text: 'Write to [EMAIL_9]' })],
    ['nothing', () => ({ text: '  ' })],
    ['an error that repeats the text', () => ({ status: 400 })],
    ['far too much', () => ({ text: 'x'.repeat(20_000) })],
  ])('changes nothing when the model answers with %s', async (_, wrong) => {
    const { id } = await desk.conversation({ holder: 'queue' });
    answer = wrong;
    const failed = rewordText(desk.people.admin, id, { kind: 'rewrite', text: written, tone: 'formal' });
    await expect(failed).rejects.toMatchObject({ code: 'unavailable', message: expect.not.stringContaining('marla') });
  });

  it('hides another team’s conversation', async () => {
    const { id } = await desk.conversation({ holder: 'queue', teamId: desk.teams.billing });
    const [ines] = desk.people.agents;
    await expect(rewordText(ines, id, { kind: 'rewrite', text: 'x', tone: 'formal' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
