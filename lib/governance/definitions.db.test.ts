import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '../auth/permissions';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let verbs: Awaited<ReturnType<typeof load>>;
let nora: PersonActor;

async function load() {
  const [draft, list, read, release, policies, view] = await Promise.all([
    import('./draft-definition'),
    import('./list-definitions'),
    import('./read-released'),
    import('./release-definition'),
    import('./list-policies'),
    import('./view-policy'),
  ]);
  return { ...draft, ...list, ...read, ...release, ...policies, ...view };
}

beforeAll(async () => {
  desk = await openTestDatabase();
  verbs = await load();
  nora = desk.people.admin;
});
afterAll(() => desk.close());

let later = 0;
/** What a process would read a moment later, when it has forgotten what it knew. */
const inForce = async (key: string, conversationId: string | null = null) => {
  later += 10_000;
  const { policies } = await verbs.readReleased(conversationId, Date.now() + later);
  return policies.find((one) => one.key === key)?.version ?? null;
};

const rule = { name: 'all', when: 'true', effect: 'deny', agent: 'Nothing is allowed.' };
const policy = (more: object = {}) => ({ tools: ['things.do'], rules: [rule], ...more });
// One policy decides on a tool: each key has one of its own.
const begin = (key: string, more: object = {}, cases: Record<string, unknown>[] = []) =>
  verbs.createDefinition(nora, { kind: 'policy', key, body: policy({ tools: [`${key}.do`], ...more }), cases });
const release = (draft: { id: string; revision: number }, share = 100) =>
  verbs.releaseDefinition(nora, { id: draft.id, revision: draft.revision, share });

describe('a definition', () => {
  it('goes from draft to a share, to all, and back', async () => {
    const key = 'way';
    const first = await begin(key);
    expect(await inForce(key)).toBeNull();
    await release(first);
    expect(await inForce(key)).toBe(1);

    const second = await verbs.openDraft(nora, { kind: 'policy', key });
    expect(second.version).toBe(2);
    await release(second, 30);
    const met = await Promise.all(Array.from({ length: 60 }, (_, n) => inForce(key, `conversation-${n}`)));
    expect(new Set(met)).toEqual(new Set([1, 2]));
    expect(met.filter((version) => version === 2).length).toBeLessThan(35);

    await release(second, 100);
    expect(await inForce(key, 'any')).toBe(2);
    expect(await verbs.rollBackDefinition(nora, { kind: 'policy', key })).toEqual({ from: 2, to: 1 });
    expect(await inForce(key, 'any')).toBe(1);
    await expect(verbs.rollBackDefinition(nora, { kind: 'policy', key })).rejects.toMatchObject({ code: 'conflict' });
    expect(
      (await verbs.listDefinitionVersions({ kind: 'policy', key })).map(({ version, state }) => [version, state]),
    ).toEqual([
      [2, 'retired'],
      [1, 'live'],
    ]);
  });

  it('on trial is rolled back to what is live, and a share that was given up never comes back as live', async () => {
    const key = 'trial';
    await release(await begin(key));
    const second = await verbs.openDraft(nora, { kind: 'policy', key });
    await release(second, 10);
    expect(await verbs.rollBackDefinition(nora, { kind: 'policy', key })).toEqual({ from: 2, to: 1 });
    expect(await inForce(key, 'any')).toBe(1);
    await expect(verbs.rollBackDefinition(nora, { kind: 'policy', key })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('on trial is what a change goes on from: what one sees is what one edits', async () => {
    const key = 'goes-on';
    await release(await begin(key));
    const tried = await verbs.openDraft(nora, { kind: 'policy', key });
    const body = policy({ tools: [`${key}.do`], rules: [{ ...rule, agent: 'Tried first.' }] });
    const saved = await verbs.saveDefinition(nora, { ...tried, body, cases: [], note: '' });
    await release(saved, 10);
    const next = await verbs.openDraft(nora, { kind: 'policy', key });
    const { draft } = await verbs.viewPolicy(key);
    expect(draft).toMatchObject({ id: next.id, version: 3, definition: { rules: [{ agent: 'Tried first.' }] } });
  });

  it('is changed by one at a time: who was slower is told, and nothing of the first is lost', async () => {
    const key = 'two-editors';
    const draft = await begin(key);
    const save = (title: string) =>
      verbs.saveDefinition(nora, {
        id: draft.id,
        revision: draft.revision,
        body: policy({ rules: [{ ...rule, agent: title }] }),
        cases: [],
        note: '',
      });
    const both = await Promise.allSettled([save('one'), save('other')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    await expect(release(draft)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('has one draft, however many open it at once', async () => {
    const key = 'one-draft';
    await release(await begin(key));
    const opened = await Promise.all(Array.from({ length: 8 }, () => verbs.openDraft(nora, { kind: 'policy', key })));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    await verbs.discardDefinition(nora, { id: opened[0]!.id });
    expect((await verbs.readDefinition({ kind: 'policy', key }))?.draft).toBeNull();
  });

  it('says where a body is not what its kind wants', async () => {
    await expect(
      verbs.createDefinition(nora, { kind: 'policy', key: 'wrong', body: { tools: [], rules: [rule] }, cases: [] }),
    ).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('tools') });
    const nodes = { a: { kind: 'verify', next: 'gone', otherwise: 'a' } };
    const body = { name: 'X', team: 'orders', wants: 'Y', trigger: {}, start: 'a', nodes };
    await expect(
      verbs.createDefinition(nora, { kind: 'playbook', key: 'wrong', body, cases: [] }),
    ).rejects.toMatchObject({ code: 'invalid', message: 'nodes.a: leads to "gone", which is not a node' });
  });

  it('that is switched off is in force nowhere, and an earlier one can be drafted again', async () => {
    const key = 'off';
    const first = await begin(key);
    await release(first);
    await verbs.switchOffDefinition(nora, { kind: 'policy', key });
    expect(await inForce(key)).toBeNull();
    const again = await verbs.draftFrom(nora, { id: first.id });
    expect(again.version).toBe(2);
    await release(again);
    expect(await inForce(key)).toBe(2);
    expect((await verbs.listDefinitions('policy')).find((one) => one.key === key)?.live?.version).toBe(2);
  });

  it('is not released with a mistake, with a case that fails, or for a tool another one decides on', async () => {
    const wrong = await begin('mistaken', { rules: [{ ...rule, when: 'action.args.' }] });
    await expect(release(wrong)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('rules[0].when'),
    });

    const must = { name: 'A thing', tool: 'failing.do', expect: { effect: 'allow' } };
    const failing = await begin('failing', {}, [must, { name: 'no case' }]);
    await expect(release(failing, 10)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^The case “A thing” fails\. .*1 more fail/),
    });

    await release(await begin('alone'));
    const second = await begin('second', { tools: ['second.do', 'alone.do'] });
    await expect(release(second)).rejects.toMatchObject({
      code: 'conflict',
      message: 'alone.do is ruled by the policy “alone” already.',
    });
  });

  it('is read for its page: what stands, who wrote it, and where rolling back leads', async () => {
    const key = 'shown';
    const begun = await begin(key, { title: 'Shown things' });
    await release(begun);
    const second = await verbs.openDraft(nora, { kind: 'policy', key });
    expect(await verbs.viewPolicy(key)).toMatchObject({
      live: { version: 1, by: nora.name, sentences: [expect.any(String)] },
      draft: { id: second.id, version: 2, revision: 1 },
      trial: null,
      backTo: null,
    });
    const row = async () => (await verbs.listPolicies()).policies.find((one) => one.key === key);
    expect(await row()).toMatchObject({
      title: 'Shown things',
      tools: ['shown.do'],
      live: { version: 1 },
      draft: { version: 2, by: nora.name },
      decisions: { allow: 0, needs_approval: 0, deny: 0 },
    });
    await release(second);
    expect(await verbs.viewPolicy(key)).toMatchObject({ live: { version: 2 }, draft: null, backTo: 1 });
    expect(await verbs.viewPolicyVersion(key, 1)).toMatchObject({
      state: 'retired',
      definition: { title: 'Shown things' },
    });
    await expect(verbs.viewPolicy('nowhere')).rejects.toMatchObject({ code: 'not_found' });
    await expect(verbs.viewPolicyVersion(key, 9)).rejects.toMatchObject({ code: 'not_found' });
  });
});
