import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let snooze: typeof import('./snooze-conversation');
let wake: typeof import('./wake-conversation');
let labels: typeof import('./set-labels');
let keep: typeof import('./save-label');
let priority: typeof import('./set-priority');
let bulk: typeof import('./bulk-change');
let undo: typeof import('./undo-bulk');
let hold: typeof import('./hold-conversation');
let append: typeof import('./append-message').appendMessage;
let transact: typeof import('../platform/db').inTransaction;

beforeAll(async () => {
  desk = await openTestDatabase();
  snooze = await import('./snooze-conversation');
  wake = await import('./wake-conversation');
  labels = await import('./set-labels');
  keep = await import('./save-label');
  priority = await import('./set-priority');
  bulk = await import('./bulk-change');
  undo = await import('./undo-bulk');
  hold = await import('./hold-conversation');
  ({ appendMessage: append } = await import('./append-message'));
  ({ inTransaction: transact } = await import('../platform/db'));
});
afterAll(() => desk?.close());

const read = (id: string) => desk.db.conversation.findUniqueOrThrow({ where: { id } });
const queued = (more = {}) => desk.conversation({ holder: 'queue', waitingSince: new Date(), ...more });
const lines = async (conversationId: string) =>
  (await desk.db.message.findMany({ where: { conversationId, kind: 'event' }, orderBy: { createdAt: 'asc' } })).map(
    (one) => one.text,
  );
const audited = (subjectId: string) => desk.db.auditEntry.count({ where: { subjectId } });
const inAnHour = () => new Date(Date.now() + 3_600_000);

describe('snoozing', () => {
  it('sleeps until its time, wakes once, and says both', async () => {
    const { admin } = desk.people;
    const { id } = await queued({ readAt: new Date() });
    await snooze.snoozeConversation(admin, { conversationId: id, until: inAnHour() });
    expect(await read(id)).toMatchObject({ snoozedBy: admin.id, holder: 'queue', state: 'open' });
    expect(await wake.wakeDue()).toBe(0);
    await desk.db.conversation.update({ where: { id }, data: { snoozedUntil: new Date(Date.now() - 1) } });
    // Two workers look at the same moment.
    const woken = await Promise.all([wake.wakeDue(), wake.wakeDue()]);
    expect(woken[0]! + woken[1]!).toBe(1);
    expect(await read(id)).toMatchObject({ snoozedAt: null, snoozedUntil: null, snoozedBy: null, readAt: null });
    expect(await lines(id)).toEqual(['Nora snoozed it', 'Woke up: it is time']);
    expect(await audited(id)).toBe(1);
    expect(await desk.db.outboxEvent.count({ where: { conversationId: id, name: 'conversation.changed' } })).toBe(2);
  });

  it.each([
    ['what is solved', { state: 'closed' }, () => inAnHour(), 'conflict'],
    ['what the assistant holds', { holder: 'assistant' }, () => inAnHour(), 'conflict'],
    ['into the past', {}, () => new Date(Date.now() - 1000), 'invalid'],
    ['for years', {}, () => new Date(Date.now() + 500 * 24 * 3_600_000), 'invalid'],
  ])('refuses %s', async (_, more, until, code) => {
    const { id } = await queued(more);
    await expect(
      snooze.snoozeConversation(desk.people.admin, { conversationId: id, until: until() }),
    ).rejects.toMatchObject({ code });
    expect(await read(id)).toMatchObject({ snoozedAt: null });
  });

  it('ends when somebody takes it, solves it or wakes it', async () => {
    const { admin } = desk.people;
    for (const verb of [hold.takeConversation, hold.solveConversation, snooze.unsnoozeConversation]) {
      const { id } = await queued();
      await snooze.snoozeConversation(admin, { conversationId: id, until: null });
      await verb(admin, id);
      expect(await read(id)).toMatchObject({ snoozedAt: null, snoozedBy: null });
    }
  });
});

describe('labels and priority', () => {
  it('change what they should, say it in one line, and change nothing twice', async () => {
    const { supervisor } = desk.people;
    const [a, b] = [await queued(), await queued()];
    const refund = await keep.saveLabel(supervisor, { name: `Refund ${randomUUID().slice(0, 6)}` });
    const vip = await keep.saveLabel(supervisor, { name: `VIP ${randomUUID().slice(0, 6)}` });
    const conversationIds = [a.id, b.id];
    expect(await labels.setLabels(supervisor, { conversationIds, add: [refund.id, vip.id], remove: [] })).toEqual({
      changed: 2,
    });
    expect(await labels.setLabels(supervisor, { conversationIds, add: [refund.id], remove: [] })).toEqual({
      changed: 0,
    });
    await labels.setLabels(supervisor, { conversationIds: [a.id], add: [], remove: [vip.id] });
    expect((await read(a.id)).labelIds).toEqual([refund.id]);
    expect((await read(b.id)).labelIds).toEqual([refund.id, vip.id]);
    expect(await lines(a.id)).toEqual([`Sam added ${refund.name}, ${vip.name}`, `Sam removed ${vip.name}`]);
    expect(await priority.setPriority(supervisor, { conversationIds, priority: 1 })).toEqual({ changed: 2 });
    expect(await lines(b.id)).toContain('Sam set the priority to urgent');
    expect(await audited(a.id)).toBe(3);
  });

  it('refuses a label that is none and a name that is taken, and brings an old one back', async () => {
    const { supervisor } = desk.people;
    const { id } = await queued();
    await expect(
      labels.setLabels(supervisor, { conversationIds: [id], add: [randomUUID()], remove: [] }),
    ).rejects.toMatchObject({ code: 'not_found' });
    const name = `Storm ${randomUUID().slice(0, 6)}`;
    const made = await keep.saveLabel(supervisor, { name });
    await expect(keep.saveLabel(supervisor, { name: name.toUpperCase() })).rejects.toMatchObject({ code: 'conflict' });
    await keep.archiveLabel(supervisor, made.id);
    expect((await keep.saveLabel(supervisor, { name })).id).toBe(made.id);
  });

  it('hides another team’s conversation, whatever the verb', async () => {
    const [ines] = desk.people.agents;
    const { id } = await queued({ teamId: desk.teams.billing });
    const missing = { code: 'not_found' };
    await expect(snooze.snoozeConversation(ines, { conversationId: id, until: null })).rejects.toMatchObject(missing);
    await expect(labels.setLabels(ines, { conversationIds: [id], add: [], remove: [] })).rejects.toMatchObject(missing);
    await expect(priority.setPriority(ines, { conversationIds: [id], priority: 1 })).rejects.toMatchObject(missing);
    const done = await bulk.bulkChange(ines, { conversationIds: [id], change: { kind: 'priority', priority: 1 } });
    expect(done).toMatchObject({ changed: 0, refused: [{ id, number: null }] });
    expect(await read(id)).toMatchObject({ priority: 3, snoozedAt: null });
  });
});

describe('many at once', () => {
  it('does what it can, says what it could not, and undoes it', async () => {
    const { admin, supervisor } = desk.people;
    const mine = await queued();
    const solved = await queued({ state: 'closed', waitingSince: null });
    const held = await desk.conversation({ holder: 'agent', agentId: supervisor.id });
    const conversationIds = [mine.id, solved.id, held.id, randomUUID()];
    const done = await bulk.bulkChange(admin, { conversationIds, change: { kind: 'snooze', until: null } });
    expect(done).toMatchObject({ changed: 2, says: 'Snoozed 2 conversations' });
    expect(done.refused.map((one) => one.number === null)).toEqual([false, true]);
    expect(await undo.undoBulk(admin, done.id)).toMatchObject({ restored: 2, left: 0, says: 'Undone for 2' });
    expect((await read(mine.id)).snoozedAt).toBeNull();
    await expect(undo.undoBulk(admin, done.id)).rejects.toMatchObject({ code: 'conflict' });
    await expect(undo.undoBulk(supervisor, done.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each(['assign', 'solve', 'hand_back', 'priority'] as const)('puts %s back as it stood', async (kind) => {
    const { admin, supervisor } = desk.people;
    const waitingSince = new Date(Date.now() - 60_000);
    const rows = [
      await queued({ teamId: desk.teams.orders, waitingSince }),
      await desk.conversation({ holder: 'agent', agentId: supervisor.id, waitingSince }),
    ];
    const channelId = desk.channels.api;
    for (const { id } of rows)
      await transact((tx) => append(tx, { conversationId: id, channelId, author: 'assistant', text: 'One moment.' }));
    const draft = await desk.db.draft.create({
      data: { id: randomUUID(), conversationId: rows[0]!.id, label: 'Draft', text: 'Hello' },
    });
    const standing = async (id: string) => {
      const { holder, state, agentId, teamId, priority: urgency, waitingSince: since } = await read(id);
      return { holder, state, agentId, teamId, urgency, since };
    };
    const before = await Promise.all(rows.map((row) => standing(row.id)));
    const change =
      kind === 'assign'
        ? { kind, personId: admin.id }
        : kind === 'priority'
          ? { kind, priority: 1 as const }
          : { kind };
    const done = await bulk.bulkChange(admin, { conversationIds: rows.map((row) => row.id), change });
    expect(done.changed).toBe(2);
    expect(await Promise.all(rows.map((row) => standing(row.id)))).not.toEqual(before);
    expect(await undo.undoBulk(admin, done.id)).toMatchObject({ restored: 2, left: 0 });
    expect(await Promise.all(rows.map((row) => standing(row.id)))).toEqual(before);
    expect(await desk.db.draft.findUnique({ where: { id: draft.id } })).toMatchObject({ state: 'proposed' });
  });

  it('leaves alone what changed since, and what is too long ago', async () => {
    const { admin, supervisor } = desk.people;
    const [a, b] = [await queued(), await queued()];
    const conversationIds = [a.id, b.id];
    const done = await bulk.bulkChange(admin, { conversationIds, change: { kind: 'assign', personId: admin.id } });
    await hold.assignConversation(supervisor, b.id, { personId: supervisor.id });
    expect(await undo.undoBulk(admin, done.id)).toEqual({
      restored: 1,
      left: 1,
      says: 'Undone for 1. 1 changed since and stays as it is',
    });
    expect(await read(a.id)).toMatchObject({ holder: 'queue', agentId: null });
    expect(await read(b.id)).toMatchObject({ holder: 'agent', agentId: supervisor.id });

    const late = await bulk.bulkChange(admin, { conversationIds, change: { kind: 'priority', priority: 4 } });
    await desk.db.bulkChange.update({
      where: { id: late.id },
      data: { createdAt: new Date(Date.now() - 11 * 60_000) },
    });
    await expect(undo.undoBulk(admin, late.id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await read(a.id)).toMatchObject({ priority: 4 });
  });
});
