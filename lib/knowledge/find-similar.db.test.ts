import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let find: typeof import('./find-similar').findSimilar;
const ids: Record<string, string> = {};

async function converse(name: string, asked: string, answered: string, more: Record<string, unknown> = {}) {
  const { id } = await desk.conversation({ gist: asked.slice(0, 60), language: 'en', ...more });
  const message = (author: 'customer' | 'agent', text: string, minute: number) => ({
    conversationId: id,
    channelId: desk.channels.api,
    author,
    text,
    createdAt: new Date(Date.UTC(2026, 10, 20, 0, minute)),
  });
  await desk.db.message.createMany({ data: [message('customer', asked, 0), message('agent', answered, 1)] });
  ids[name] = id;
}
const solved = { state: 'closed', resolution: 'agent', closedAt: new Date(Date.UTC(2026, 10, 20, 1)) };

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ findSimilar: find } = await import('./find-similar'));
  await converse(
    'pole',
    'The pole of my tent snapped on the first night',
    'A new pole set is on its way to jane@doe.example.',
    { ...solved, rating: 5 },
  );
  await converse('foreign', 'My tent pole snapped yesterday', 'We shipped a pole.', {
    ...solved,
    teamId: desk.teams.billing,
  });
  await converse('left', 'Tent pole snapped, help', 'Hello?', { ...solved, resolution: 'abandoned' });
  await converse('card', 'Please change the card of my membership', 'Your card is changed.', solved);
  await converse('now', 'A tent pole snapped while pitching', 'One moment.', {});
});
afterAll(() => desk?.close());

describe('findSimilar', () => {
  it('finds what was solved and is about the same, redacted, and not what was abandoned', async () => {
    const found = await find(desk.people.admin, ids.now!);
    expect(found.map(({ conversationId }) => conversationId).sort()).toEqual([ids.pole, ids.foreign].sort());
    const pole = found.find(({ conversationId }) => conversationId === ids.pole);
    expect(pole).toMatchObject({ rating: 5, resolution: 'agent', excerpt: expect.stringContaining('A new pole set') });
    expect(pole?.excerpt).not.toContain('jane@doe.example');
  });

  it('shows an agent nothing of other teams', async () => {
    const agent = desk.people.agents.find(({ teamIds }) => !teamIds.includes(desk.teams.billing!))!;
    const found = await find(agent, ids.now!);
    expect(found.map(({ conversationId }) => conversationId)).toEqual([ids.pole]);
    await expect(find(agent, ids.foreign!)).rejects.toMatchObject({ code: 'not_found' });
    await expect(find(agent, 'nonsense')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('forgets at once what was opened again', async () => {
    await desk.db.conversation.update({ where: { id: ids.pole! }, data: { state: 'open', resolution: null } });
    const found = await find(desk.people.admin, ids.now!);
    expect(found.map(({ conversationId }) => conversationId)).toEqual([ids.foreign]);
  });
});
