import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { inWords } from '../../prisma/seed/in-words';
import { policies as seeds } from '../../prisma/seed/policies';
import { policyWords } from '../../prisma/seed/policy-words';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { checkPolicyFile } from './check-policy-file';
import type { PolicyFile } from './export-policies';

let desk: TestDatabase;
let verbs: Awaited<ReturnType<typeof load>>;

async function load() {
  const [db, out, into, draft, release] = await Promise.all([
    import('../platform/db'),
    import('./export-policies'),
    import('./import-policies'),
    import('./draft-definition'),
    import('./release-definition'),
  ]);
  return { ...db, ...out, ...into, ...draft, ...release };
}

const now = new Date('2026-11-21T12:00:00Z');
const fileOf = (files: PolicyFile[], name: string) => files.find((one) => one.name === name);
const casesOf = (files: PolicyFile[], { name }: PolicyFile) =>
  fileOf(files, name.replace('.yaml', '.cases.jsonl')) ?? null;
const bring = (files: PolicyFile[], file: PolicyFile) => verbs.importPolicies(file, casesOf(files, file), now);
const stand = () =>
  verbs.db().definition.findMany({
    where: { kind: 'policy' },
    orderBy: [{ key: 'asc' }, { version: 'asc' }],
    select: { key: true, version: true, state: true, body: true, cases: true },
  });

beforeAll(async () => {
  desk = await openTestDatabase();
  verbs = await load();
});
beforeEach(async () => {
  await verbs.db().definition.deleteMany({ where: { kind: 'policy' } });
  for (const seed of seeds) {
    const cases = policyWords[seed.key]?.cases ?? [];
    const made = { key: seed.key, body: inWords(seed), cases };
    const draft = await verbs.createDefinition(desk.people.admin, { kind: 'policy', ...made });
    await verbs.releaseDefinition(desk.people.admin, { id: draft.id, revision: draft.revision, share: 100 });
  }
});
afterAll(() => desk.close());

it('writes files that check, and that change nothing where they are brought back', async () => {
  const files = await verbs.exportPolicies({ drafts: false });
  const policies = files.filter(({ name }) => name.endsWith('.yaml'));
  expect(policies.map(({ name }) => name)).toEqual(seeds.map(({ key }) => `${key}.yaml`).sort());
  for (const file of policies) expect(checkPolicyFile(file, casesOf(files, file), now)).toMatchObject({ code: 0 });
  const before = await stand();
  for (const file of policies) {
    const { says, refused } = await bring(files, file);
    expect(refused).toBe(false);
    expect(says.at(-1)).toMatch(/v1, in force, says so already\.$/);
  }
  expect(await stand()).toEqual(before);
});

it('makes of every file a draft that says the same, on a desk that knows none of them', async () => {
  const files = await verbs.exportPolicies({ drafts: false });
  const before = await stand();
  await verbs.db().definition.deleteMany({ where: { kind: 'policy' } });
  for (const file of files.filter(({ name }) => name.endsWith('.yaml'))) await bring(files, file);
  expect(await stand()).toEqual(before.map((row) => ({ ...row, state: 'draft' })));
  const again = await verbs.exportPolicies({ drafts: true });
  expect(again.map(({ text }) => text)).toEqual(files.map(({ text }) => text));
  expect(await verbs.exportPolicies({ drafts: false })).toEqual([]);
});

it('drafts what changed, takes a newer file over its own draft, and never over that of a person', async () => {
  const files = await verbs.exportPolicies({ drafts: false });
  const file = fileOf(files, 'refunds.yaml')!;
  const stricter = { ...file, text: file.text.replaceAll('50000', '40000') };
  expect((await bring(files, stricter)).says.at(-2)).toBe('refunds.yaml: refunds: is draft v2 now.');
  expect((await bring(files, { ...file, text: file.text.replaceAll('50000', '30000') })).says).toContain(
    'refunds.yaml: refunds: the draft v2 says this now.',
  );
  const draft = await verbs.openDraft(desk.people.admin, { kind: 'policy', key: 'refunds' });
  const row = await verbs.db().definition.findUniqueOrThrow({ where: { id: draft.id } });
  expect(JSON.stringify(row.body)).toContain('30000');
  expect(row).toMatchObject({ state: 'draft', personId: null, note: 'Imported from refunds.yaml' });
  const written = { id: draft.id, revision: draft.revision, body: row.body as Record<string, unknown>, cases: [] };
  await verbs.saveDefinition(desk.people.admin, { ...written, note: '' });
  const refused = await bring(files, stricter);
  expect(refused).toMatchObject({ refused: true });
  expect(refused.says.join()).toContain('there is a draft v2 that somebody writes');
  expect((await stand()).filter(({ key, state }) => key === 'refunds' && state === 'live')).toMatchObject([
    { version: 1 },
  ]);
});

it('says where a file is wrong, and takes nothing of it', async () => {
  const before = await stand();
  const text =
    'key: loans\ntools: [loans.give]\nrules:\n  - { name: all, when: action.args., effect: deny, agent: No. }\n';
  const { says, refused } = await verbs.importPolicies({ name: 'loans.yaml', text }, null, now);
  expect(refused).toBe(true);
  expect(says[0]).toMatch(/^loans\.yaml:4:\d+: /);
  expect(await stand()).toEqual(before);
});
