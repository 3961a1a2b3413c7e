import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let verbs: Awaited<ReturnType<typeof load>>;

async function load() {
  const [draft, release, waiting, list] = await Promise.all([
    import('./draft-definition'),
    import('./release-definition'),
    import('./list-waiting'),
    import('./list-definitions'),
  ]);
  return { ...draft, ...release, ...waiting, ...list };
}

beforeAll(async () => {
  desk = await openTestDatabase();
  verbs = await load();
});
afterAll(() => desk.close());

const body = (effect: 'deny' | 'allow') => ({
  title: 'Loans',
  tools: ['loans.give'],
  rules: [{ name: 'all', when: 'true', effect, agent: 'Nothing is lent.' }],
});
const name = { kind: 'policy', key: 'loans' } as const;

it('lists drafts with their failing cases, trials with their share and who released them, and nothing that is live', async () => {
  const { admin, supervisor } = desk.people;
  const waits = async () => (await verbs.listWaiting()).changes.filter(({ key }) => key === name.key);
  const cases = [{ name: 'A loan', tool: 'loans.give', expect: { effect: 'allow' } }];
  const draft = await verbs.createDefinition(admin, { ...name, body: body('deny'), cases });
  expect(await waits()).toMatchObject([
    { state: 'draft', version: 1, share: 0, title: 'Loans', by: admin.name, cases: { all: 1, failing: 1 } },
  ]);
  const saved = await verbs.saveDefinition(admin, { ...draft, body: body('allow'), cases, note: '' });
  const release = { id: saved.id, revision: saved.revision };
  await verbs.releaseDefinition(supervisor, { ...release, share: 25, note: 'Tried on some' });
  expect(await waits()).toMatchObject([
    { state: 'trial', share: 25, by: supervisor.name, note: 'Tried on some', cases: { all: 1, failing: 0 } },
  ]);
  await verbs.releaseDefinition(admin, { ...release, share: 100 });
  expect(await waits()).toEqual([]);
});

it('says of a playbook whose cases nobody ran since the last change that it is not known', async () => {
  const nodes = { say: { kind: 'reply', text: 'Hello.' } };
  const playbook = { name: 'Hello', team: 'orders', wants: 'A hello', trigger: {}, start: 'say', nodes };
  const cases = [{ name: 'One', says: ['hello'], expect: { end: 'reply' } }];
  await verbs.createDefinition(desk.people.admin, { kind: 'playbook', key: 'hello', body: playbook, cases });
  const { changes } = await verbs.listWaiting();
  expect(changes.find(({ key }) => key === 'hello')).toMatchObject({
    title: 'Hello',
    cases: { all: 1, failing: null },
  });
});

it('keeps who released a version, with which words, and who took it back, and why', async () => {
  const { admin, supervisor } = desk.people;
  const history = async () => verbs.listDefinitionVersions(name);
  expect((await history())[0]).toMatchObject({
    by: admin.name,
    releasedBy: admin.name,
    note: 'Tried on some',
    takenBack: null,
  });
  const second = await verbs.openDraft(admin, name);
  await verbs.releaseDefinition(admin, { id: second.id, revision: second.revision, share: 100, note: 'For everybody' });
  await verbs.rollBackDefinition(supervisor, { ...name, why: 'Too much was lent' });
  const [two, one] = await history();
  expect(two).toMatchObject({
    state: 'retired',
    releasedBy: admin.name,
    note: 'For everybody',
    takenBack: { by: supervisor.name, why: 'Too much was lent' },
  });
  expect(one).toMatchObject({ state: 'live', releasedBy: supervisor.name, takenBack: null });
  await verbs.switchOffDefinition(admin, { ...name, why: 'No loans any more' });
  expect((await history())[1]).toMatchObject({ state: 'retired', takenBack: { why: 'No loans any more' } });
});
