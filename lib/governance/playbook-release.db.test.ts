import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonActor } from '../auth/permissions';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let verbs: Awaited<ReturnType<typeof load>>;
let nora: PersonActor;
let team: string;

async function load() {
  const [draft, list, note, release, view] = await Promise.all([
    import('./draft-definition'),
    import('./list-playbooks'),
    import('./note-tested'),
    import('./release-definition'),
    import('./view-playbook'),
  ]);
  return { ...draft, ...list, ...note, ...release, ...view };
}

beforeAll(async () => {
  desk = await openTestDatabase();
  verbs = await load();
  nora = desk.people.admin;
  const { db } = await import('../platform/db');
  team = (await db().team.findFirstOrThrow()).key;
});
afterAll(() => desk.close());

const body = (text: string, more: object = {}) => ({
  name: 'Bottles',
  team,
  wants: 'What a bottle is made of',
  trigger: {},
  start: 'reply',
  nodes: { reply: { kind: 'reply', text, ...more } },
});
const cases = [{ name: 'answers', says: ['is it steel?'], expect: { end: 'reply' } }];

it('is released when its cases were run on this very revision, and passed', async () => {
  const draft = await verbs.createDefinition(nora, { kind: 'playbook', key: 'bottles', body: body('Steel.'), cases });
  const release = (revision: number) => verbs.releaseDefinition(nora, { id: draft.id, revision, share: 100 });
  await expect(release(1)).rejects.toThrow('Its cases were not run since the last change.');
  await verbs.noteTested({ id: draft.id, revision: 1 }, { passed: 0, failed: 1 });
  await expect(release(1)).rejects.toThrow('1 of 1 cases fail.');
  await verbs.noteTested({ id: draft.id, revision: 1 }, { passed: 1, failed: 0 });
  await verbs.saveDefinition(nora, { id: draft.id, revision: 1, body: body('Glass.'), cases, note: '' });
  await expect(release(2)).rejects.toThrow('Its cases were not run since the last change.');
  await expect(verbs.noteTested({ id: draft.id, revision: 1 }, { passed: 1, failed: 0 })).rejects.toMatchObject({
    code: 'conflict',
  });
  await verbs.noteTested({ id: draft.id, revision: 2 }, { passed: 1, failed: 0 });
  expect(await release(2)).toEqual({ version: 1, state: 'live' });
  const view = await verbs.viewPlaybook('bottles');
  expect(view).toMatchObject({ draft: null, live: { version: 1, by: nora.name }, ran: 0 });
  const { rows } = await verbs.listPlaybooks();
  expect(rows.find(({ key }) => key === 'bottles')).toMatchObject({
    name: 'Bottles',
    live: { version: 1 },
    draft: null,
    runs: { total: 0 },
    stuck: null,
  });
});

it('is not released with what a customer would run into, in words that say where', async () => {
  const wrong = body('Steel.', { title: 'The answer', articles: ['no-such-article'] });
  const draft = await verbs.createDefinition(nora, { kind: 'playbook', key: 'wrong-article', body: wrong, cases: [] });
  await expect(verbs.releaseDefinition(nora, { id: draft.id, revision: 1, share: 100 })).rejects.toThrow(
    'The answer: There is no published article no-such-article.',
  );
});

it('is not found under a key nobody has', async () => {
  await expect(verbs.viewPlaybook('nobody-has-it')).rejects.toMatchObject({ code: 'not_found' });
});
