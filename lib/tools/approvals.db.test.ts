import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '../auth/permissions';
import type { Decision } from '../governance/policy.schema';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let propose: typeof import('./propose-action').proposeAction;
let decide: typeof import('./decide-approval').decideApproval;
let list: typeof import('./list-approvals').listApprovals;
let view: typeof import('./list-approvals').viewApproval;
let count: typeof import('./list-approvals').countDecidable;
let ask: typeof import('./ask-about-action').askAboutAction;
let remind: typeof import('./remind-approvals').remindApprovals;
let expire: typeof import('./expire-approvals').expireApprovals;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ proposeAction: propose } = await import('./propose-action'));
  ({ decideApproval: decide } = await import('./decide-approval'));
  ({ listApprovals: list, viewApproval: view, countDecidable: count } = await import('./list-approvals'));
  ({ askAboutAction: ask } = await import('./ask-about-action'));
  ({ remindApprovals: remind } = await import('./remind-approvals'));
  ({ expireApprovals: expire } = await import('./expire-approvals'));
});
afterAll(() => desk?.close());

type More = { approvals?: number; approvers?: string; askedById?: string; conversation?: Record<string, unknown> };

async function waiting({ approvals, approvers = 'supervisor', askedById, conversation = {} }: More = {}) {
  const { id: conversationId, customerId } = await desk.conversation(conversation);
  const decision: Decision & { approvals?: number } = {
    effect: 'needs_approval',
    policy: 'refunds',
    version: 1,
    rule: 'over-500',
    cel: 'true',
    agent: 'Over $500.',
    customer: null,
    approvers,
    amountCents: 62_000,
    findings: [],
    shows: [],
    ...(approvals ? { approvals } : {}),
  };
  const { action } = await propose(
    {
      key: randomUUID(),
      conversationId,
      turnId: null,
      customerId,
      connector: 'shop',
      tool: 'refunds.create',
      args: { order: 'NL-1' },
      subject: `cus_${customerId}`,
      facts: {},
      factsReadAt: new Date(),
      says: 'Refund of $620.00 for NL-1',
      tells: 'Done.',
      ...(askedById ? { askedById } : {}),
    },
    () => decision,
  );
  return { actionId: action.id, conversationId };
}
const row = (id: string) => desk.db.action.findUniqueOrThrow({ where: { id }, include: { approvals: true } });
const events = (actionId: string, name: string) =>
  desk.db.outboxEvent.count({ where: { name, data: { path: ['actionId'], equals: actionId } } });
const yes = (person: PersonActor, actionId: string) => decide(person, { actionId, decision: 'approve' });
const no = (person: PersonActor, actionId: string) => decide(person, { actionId, decision: 'refuse', reason: 'No' });

describe('two at once', () => {
  it('one is heard, the other is told who decided, a hundred times', async () => {
    const { supervisor, admin } = desk.people;
    for (let round = 0; round < 100; round++) {
      const { actionId } = await waiting();
      const second = round % 2 === 0 ? yes(admin, actionId) : no(admin, actionId);
      const tries = await Promise.allSettled([yes(supervisor, actionId), second]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const late = tries.find((one) => one.status === 'rejected')!;
      const { status, decidedBy } = await row(actionId);
      const by = decidedBy === admin.id ? admin : supervisor;
      expect(late.reason).toMatchObject({
        code: 'conflict',
        message: expect.stringMatching(new RegExp(`^${by.name} ${status} this at \\d\\d:\\d\\d UTC\\.$`)),
      });
      expect((await events(actionId, 'action.approved')) + (await events(actionId, 'action.refused'))).toBe(1);
    }
  });
});

describe('two approvers', () => {
  it('the first yes waits for a second person, and the same one twice is refused', async () => {
    const { supervisor, admin } = desk.people;
    const { actionId } = await waiting({ approvals: 2 });
    expect(await yes(supervisor, actionId)).toEqual({ status: 'waiting_approval' });
    await expect(yes(supervisor, actionId)).rejects.toMatchObject({
      message: 'You have agreed already. It waits for a second person.',
    });
    expect(await events(actionId, 'action.approved')).toBe(0);
    expect((await view(supervisor, actionId)).standing).toBe('you_agreed');
    expect((await view(admin, actionId)).agreed.map(({ id }) => id)).toEqual([supervisor.id]);
    expect(await yes(admin, actionId)).toEqual({ status: 'approved' });
    expect(await events(actionId, 'action.approved')).toBe(1);
    expect((await row(actionId)).approvals).toHaveLength(2);
  });

  it('of both at once each counts once, twenty times', async () => {
    const { supervisor, admin } = desk.people;
    for (let round = 0; round < 20; round++) {
      const { actionId } = await waiting({ approvals: 2 });
      const heard = await Promise.allSettled([
        yes(supervisor, actionId),
        yes(supervisor, actionId),
        yes(admin, actionId),
        yes(admin, actionId),
      ]);
      expect(heard.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      expect(await row(actionId)).toMatchObject({ status: 'approved' });
      expect(await events(actionId, 'action.approved')).toBe(1);
    }
  });

  it('one no refuses what another agreed to', async () => {
    const { supervisor, admin } = desk.people;
    const { actionId } = await waiting({ approvals: 2 });
    await yes(supervisor, actionId);
    expect(await no(admin, actionId)).toEqual({ status: 'refused' });
    expect(await events(actionId, 'action.refused')).toBe(1);
  });
});

describe('who may', () => {
  it('not who asked for it, nor a rank below', async () => {
    const { supervisor, admin, agents } = desk.people;
    const own = await waiting({ askedById: supervisor.id });
    await expect(yes(supervisor, own.actionId)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'You asked for this yourself. Somebody else has to decide.',
    });
    expect((await view(supervisor, own.actionId)).standing).toBe('your_own');
    await yes(admin, own.actionId);
    const high = await waiting({ approvers: 'admin' });
    await expect(yes(supervisor, high.actionId)).rejects.toMatchObject({ message: 'This needs an admin.' });
    await expect(yes(agents[0], high.actionId)).rejects.toMatchObject({ code: 'forbidden' });
    await yes(admin, high.actionId);
  });

  it('what one may not see is not found, listed or counted', async () => {
    const [ines, kofi] = desk.people.agents;
    const foreign = desk.teams.billing!;
    const outside = [ines, kofi].find(({ teamIds }) => !teamIds.includes(foreign))!;
    const inside = [ines, kofi].find(({ teamIds }) => teamIds.includes(foreign))!;
    const before = [await count(inside), await count(outside)] as const;
    const { actionId } = await waiting({ approvers: 'agent', conversation: { teamId: foreign } });
    await expect(view(outside, actionId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(yes(outside, actionId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      ask(outside, { actionId, to: 'colleague', text: 'Is that right?', take: false }),
    ).rejects.toMatchObject({ code: 'not_found' });
    const ids = async (person: PersonActor) => (await list(person)).waiting.map(({ id }) => id);
    expect(await ids(outside)).not.toContain(actionId);
    expect(await ids(inside)).toContain(actionId);
    expect([await count(inside), await count(outside)]).toEqual([before[0] + 1, before[1]]);
    await yes(inside, actionId);
    expect(await count(inside)).toBe(before[0]);
  });
});

it('lists the longest waiting of the highest priority first, and what was decided with who did it', async () => {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const late = await waiting({ conversation: { priority: 3, waitingSince: ago(50) } });
  const urgent = await waiting({ conversation: { priority: 1, waitingSince: ago(5) } });
  const longer = await waiting({ conversation: { priority: 1, waitingSince: ago(20) } });
  const mine = [late, urgent, longer].map(({ actionId }) => actionId);
  const { supervisor } = desk.people;
  const listed = (await list(supervisor)).waiting.map(({ id }) => id).filter((id) => mine.includes(id));
  expect(listed).toEqual([longer, urgent, late].map(({ actionId }) => actionId));
  await no(supervisor, longer.actionId);
  const { waiting: left, decided } = await list(desk.people.admin);
  expect(left.map(({ id }) => id)).not.toContain(longer.actionId);
  expect(decided[0]).toMatchObject({ id: longer.actionId, status: 'refused', decidedBy: { id: supervisor.id } });
});

describe('asking', () => {
  it('a colleague is a note that calls them, and the approval goes on waiting', async () => {
    const { supervisor, admin } = desk.people;
    const { actionId, conversationId } = await waiting();
    const text = `@${admin.name} did the photos arrive?`;
    const { messageId } = await ask(supervisor, { actionId, to: 'colleague', text, take: false });
    expect(await desk.db.message.findUnique({ where: { id: messageId } })).toMatchObject({ kind: 'note' });
    expect(await desk.db.notification.count({ where: { personId: admin.id, conversationId, kind: 'mentioned' } })).toBe(
      1,
    );
    expect(await view(admin, actionId)).toMatchObject({
      status: 'waiting_approval',
      questions: [{ text, toCustomer: false, person: { id: supervisor.id } }],
    });
  });

  it('the customer is asked by who holds the conversation; nobody speaks beside the assistant', async () => {
    const { supervisor, admin } = desk.people;
    const { actionId, conversationId } = await waiting();
    const question = { actionId, to: 'customer', text: 'Is the box still sealed?' } as const;
    await expect(ask(supervisor, { ...question, take: false })).rejects.toMatchObject({
      code: 'conflict',
      message: 'Take the conversation first. Your question was not sent.',
    });
    expect(await desk.db.message.count({ where: { conversationId, author: 'agent' } })).toBe(0);
    await ask(supervisor, { ...question, take: true });
    expect(await desk.db.conversation.findUnique({ where: { id: conversationId } })).toMatchObject({
      holder: 'agent',
      agentId: supervisor.id,
    });
    await expect(ask(admin, { ...question, take: true })).rejects.toMatchObject({ code: 'conflict' });
    expect(await row(actionId)).toMatchObject({ status: 'waiting_approval' });
    await yes(admin, actionId);
    await expect(ask(supervisor, { ...question, take: false })).rejects.toMatchObject({
      message: 'It was decided meanwhile. Your question was not sent.',
    });
  });
});

describe('time', () => {
  const shift = (id: string, created: number, due: number) =>
    desk.db.action.update({
      where: { id },
      data: { createdAt: new Date(Date.now() + created * 60_000), dueAt: new Date(Date.now() + due * 60_000) },
    });
  const told = (conversationId: string) =>
    desk.db.notification.findMany({ where: { conversationId, kind: 'approval' } });

  it('reminds those who may decide twice, once each, however many look at once', async () => {
    await desk.db.action.updateMany({ where: { status: 'waiting_approval' }, data: { status: 'expired' } });
    const { actionId, conversationId } = await waiting({ approvals: 2 });
    await yes(desk.people.supervisor, actionId);
    expect(await remind()).toBe(0);
    await shift(actionId, -35, 25);
    await Promise.all([remind(), remind(), remind()]);
    expect((await told(conversationId)).map(({ personId }) => personId)).toEqual([desk.people.admin.id]);
    await shift(actionId, -55, 5);
    await Promise.all([remind(), remind()]);
    expect(await remind()).toBe(0);
    expect(await told(conversationId)).toMatchObject([{ says: expect.stringContaining('4 min left') }]);
    expect(await row(actionId)).toMatchObject({ reminded: 2 });
  });

  it('is as long as the setting says, and what is over cannot be decided any more', async () => {
    await desk.db.setting.create({ data: { key: 'approvals', value: { minutes: 5 } } });
    const { actionId } = await waiting();
    const { createdAt, dueAt } = await row(actionId);
    expect(dueAt!.getTime() - createdAt.getTime()).toBe(5 * 60_000);
    await shift(actionId, -6, -1);
    await expect(yes(desk.people.supervisor, actionId)).rejects.toMatchObject({
      message: 'The time to decide is over. People take the conversation over.',
    });
    const heard = await Promise.allSettled([expire(), yes(desk.people.supervisor, actionId)]);
    expect(heard[1]!.status).toBe('rejected');
    expect(await row(actionId)).toMatchObject({ status: 'expired' });
    await desk.db.setting.delete({ where: { key: 'approvals' } });
  });
});
