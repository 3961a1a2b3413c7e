import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { Finding, Looked } from './decide-alerts';

let desk: TestDatabase;
let keeping: typeof import('./keep-alerts');
let finding: typeof import('./find-troubles');
let arranging: typeof import('./arrange-telling');
let acknowledging: typeof import('./acknowledge-alert');
let reading: typeof import('./read-alerts');
let sending: typeof import('./send-webhooks');
let ruling: typeof import('./rules');
let receiver: Receiver;

type Received = { headers: IncomingMessage['headers']; body: string };
type Receiver = { url: string; received: Received[]; answer: number; server: Server };

async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    response.writeHead(one.answer).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const one = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received, answer: 204, server };
  return one;
}

beforeAll(async () => {
  desk = await openTestDatabase();
  keeping = await import('./keep-alerts');
  finding = await import('./find-troubles');
  arranging = await import('./arrange-telling');
  acknowledging = await import('./acknowledge-alert');
  reading = await import('./read-alerts');
  sending = await import('./send-webhooks');
  ruling = await import('./rules');
  receiver = await openReceiver();
});
afterAll(async () => {
  receiver?.server.close();
  await desk?.close();
});
beforeEach(async () => {
  await desk.db
    .$executeRaw`TRUNCATE "Alert", "AlertHook", "AlertDelivery", "AlertRule", "Notification", "OutgoingMail", "Conversation", "DeadLetter" CASCADE`;
  await desk.db.setting.deleteMany({ where: { key: { in: ['alert-mail', 'assistant'] } } });
  receiver.received.length = 0;
  receiver.answer = 204;
});

const oldest = (more: Partial<Finding> = {}): Finding => ({
  ...{
    rule: 'queue.oldest',
    subject: 'none',
    state: 'on',
    severity: 'urgent',
    says: 'Somebody has waited for 2 h',
    value: 120,
  },
  ...more,
});
const looked = (...findings: Finding[]): Looked => ({ rules: new Set(['queue.oldest']), findings });
const settle = (...findings: Finding[]) => keeping.settleAlerts(looked(...findings), () => 60);
const hook = (more: object = {}) =>
  arranging.saveHook(desk.people.admin, {
    name: 'Pager',
    url: receiver.url,
    enabled: true,
    urgentOnly: false,
    ...more,
  });
const longAgo = async (column: 'calmSince' | 'toldAt') => {
  const at = new Date(Date.now() - 61 * 60_000);
  await desk.db.alert.updateMany({ data: { [column]: at } });
};
const types = () => receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type);

function verify(secret: string, { headers, body }: Received): boolean {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

describe('an alert', () => {
  it('is opened and told once, however many workers look', async () => {
    await hook();
    await Promise.all(Array.from({ length: 8 }, () => settle(oldest())));
    await settle(oldest());
    expect(await desk.db.alert.count()).toBe(1);
    const { admin, supervisor, agents } = desk.people;
    const told = await desk.db.notification.findMany();
    const ids = new Set(told.map(({ personId }) => personId));
    expect(told).toHaveLength(ids.size);
    expect(ids).toContain(admin.id);
    expect(ids).toContain(supervisor.id);
    expect(ids).not.toContain(agents[0].id);
    expect(await desk.db.alertDelivery.count()).toBe(1);
  });

  it('is held to one by the database even without the lock', async () => {
    await settle(oldest());
    await expect(
      desk.db.alert.create({ data: { rule: 'queue.oldest', subject: 'none', severity: 'urgent', says: 'Again' } }),
    ).rejects.toThrow();
  });

  it('is acknowledged once, with who, when and a note, and reminds nobody then', async () => {
    const { admin, supervisor } = desk.people;
    await settle(oldest());
    const { id } = await desk.db.alert.findFirstOrThrow();
    const both = await Promise.allSettled([
      acknowledging.acknowledgeAlert(admin, { id, note: 'Calling Ben in' }),
      acknowledging.acknowledgeAlert(supervisor, { id, note: '' }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [open] = (await reading.readAlerts(admin)).open;
    expect([admin.name, supervisor.name]).toContain(open!.acknowledged!.name);
    await longAgo('toldAt');
    await settle(oldest({ says: 'Somebody has waited for 3 h' }));
    expect(await desk.db.alert.findFirstOrThrow()).toMatchObject({ told: 1, says: 'Somebody has waited for 3 h' });
    expect(await desk.db.auditEntry.count({ where: { action: 'alert.acknowledge' } })).toBe(1);
  });

  it('says it again after its time, ends when it has been over for a while, and says so where it was heard', async () => {
    const { secret } = await hook();
    await settle(oldest());
    await longAgo('toldAt');
    await settle(oldest());
    await settle();
    expect(await desk.db.alert.findFirstOrThrow()).toMatchObject({ endedAt: null, told: 2 });
    await longAgo('calmSince');
    await settle();
    expect((await desk.db.alert.findFirstOrThrow()).endedAt).not.toBeNull();
    const lines = await desk.db.notification.findMany({ where: { personId: desk.people.admin.id } });
    expect(lines.map(({ says }) => says)).toEqual(['Over: Somebody has waited for 2 h']);
    while ((await sending.sendWebhooks()) > 0);
    expect(types().sort()).toEqual(['alert.ended', 'alert.opened', 'alert.reminded']);
    for (const one of receiver.received) expect(verify(secret!, one)).toBe(true);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    expect(verify(secret!, { ...receiver.received[0]!, body: `${receiver.received[0]!.body} ` })).toBe(false);
  });

  it('is silent while it is silenced', async () => {
    await settle(oldest());
    const { id } = await desk.db.alert.findFirstOrThrow();
    await acknowledging.silenceAlert(desk.people.admin, { id, minutes: 60 });
    await longAgo('toldAt');
    await settle(oldest());
    expect((await desk.db.alert.findFirstOrThrow()).told).toBe(1);
    await acknowledging.silenceAlert(desk.people.admin, { id, minutes: 0 });
    await settle(oldest());
    expect((await desk.db.alert.findFirstOrThrow()).told).toBe(2);
  });

  it('is mailed to whoever is named, once', async () => {
    await arranging.saveAlertMail(desk.people.admin, { to: ['night@desk.example'], urgentOnly: true });
    await settle(oldest());
    await settle(oldest());
    expect(await desk.db.outgoingMail.count()).toBe(1);
    await settle(oldest(), oldest({ subject: 'other', severity: 'notice' }));
    expect(await desk.db.outgoingMail.count()).toBe(1);
  });
});

describe('a webhook', () => {
  it('is tried again until it is taken, and its log says how it went', async () => {
    await hook();
    await settle(oldest());
    receiver.answer = 503;
    await sending.sendWebhooks();
    const waiting = await desk.db.alertDelivery.findFirstOrThrow();
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, status: 503 });
    expect(waiting.nextAt.getTime()).toBeGreaterThan(Date.now());
    expect(await sending.sendWebhooks()).toBe(0);
    receiver.answer = 204;
    await desk.db.alertDelivery.updateMany({ data: { nextAt: new Date() } });
    // Eight workers at once: one sends.
    await Promise.all(Array.from({ length: 8 }, () => sending.sendWebhooks()));
    expect(receiver.received).toHaveLength(2);
    expect(receiver.received[0]!.headers['webhook-id']).toBe(receiver.received[1]!.headers['webhook-id']);
    const [view] = (await reading.readTelling()).hooks;
    expect(view!.deliveries).toMatchObject([{ state: 'sent', attempts: 2, status: 204 }]);
  });

  it('that is gone is switched off; one that hears only what is urgent hears nothing else', async () => {
    await hook();
    await hook({ urgentOnly: true });
    receiver.answer = 410;
    await settle(oldest({ severity: 'notice' }));
    await sending.sendWebhooks();
    expect(await desk.db.alertDelivery.count()).toBe(1);
    expect((await reading.readTelling()).hooks.map(({ enabled }) => enabled)).toEqual([false, true]);
  });

  it('never asks an address within', async () => {
    const { id } = await hook({ url: 'http://169.254.169.254/latest' });
    await arranging.testHook(desk.people.admin, id);
    await sending.sendWebhooks();
    const [view] = (await reading.readTelling()).hooks;
    expect(view!.deliveries[0]).toMatchObject({
      state: 'waiting',
      status: null,
      why: expect.stringContaining('private network'),
    });
  });

  it('keeps its secret sealed and shows it once', async () => {
    const { id, secret } = await hook();
    expect((await desk.db.alertHook.findUniqueOrThrow({ where: { id } })).secret).not.toContain(secret!.slice(6));
    expect(
      (
        await arranging.saveHook(desk.people.admin, {
          id,
          name: 'Other',
          url: receiver.url,
          enabled: true,
          urgentOnly: false,
        })
      ).secret,
    ).toBeNull();
    expect(JSON.stringify(await reading.readTelling())).not.toContain(secret);
    expect(
      JSON.stringify(await desk.db.auditEntry.findMany(), (_, value) =>
        typeof value === 'bigint' ? Number(value) : value,
      ),
    ).not.toContain(secret);
  });
});

describe('what is found', () => {
  const find = async (now = new Date()) => {
    const { findings, rules } = await finding.findTroubles(await ruling.readRules(), now);
    expect(rules.size).toBe(ruling.rules.length);
    return findings.map(({ rule, subject, state, value }) => [rule, subject, state, value]);
  };
  const hours = (count: number) => new Date(Date.now() - count * 3_600_000);

  it('nothing, on a desk where nothing happens', async () => expect(await find()).toEqual([]));

  it('a queue whose oldest waits too long, by team', async () => {
    const [team] = Object.values(desk.teams);
    await desk.conversation({ holder: 'queue', teamId: team, waitingSince: hours(2) });
    await desk.conversation({ holder: 'queue', waitingSince: new Date(Date.now() - 50 * 60_000) });
    await desk.conversation({ holder: 'queue', teamId: team, waitingSince: hours(9), snoozedAt: new Date() });
    const found = await find();
    expect(found).toContainEqual(['queue.oldest', team, 'on', 120]);
    // Fifty of sixty minutes: what is on stays on, and nothing begins.
    expect(found).toContainEqual(['queue.oldest', 'none', 'between', 50]);
    await arranging.saveRule(desk.people.admin, {
      key: 'queue.oldest',
      enabled: true,
      threshold: 300,
      againMinutes: 60,
    });
    expect(await find()).toEqual([]);
  });

  it('broken promises, dead letters, and an assistant that is switched off', async () => {
    for (let count = 0; count < 5; count++) await desk.conversation({ breachedAt: new Date() });
    await desk.conversation({ breachedAt: hours(2) });
    await desk.db.deadLetter.create({
      data: { workflowId: randomUUID(), event: 'message.received', eventSeq: 1n, data: {}, cause: 'Error: no' },
    });
    await desk.db.setting.create({ data: { key: 'assistant', value: { writes: true, answers: false } } });
    expect(await find()).toEqual([
      ['promises.broken', 'desk', 'on', 5],
      ['assistant.off', 'desk', 'on', null],
      ['letters.dead', 'desk', 'on', 1],
    ]);
    await arranging.saveRule(desk.people.admin, {
      key: 'assistant.off',
      enabled: false,
      threshold: null,
      againMinutes: 60,
    });
    expect((await find()).map(([rule]) => rule)).not.toContain('assistant.off');
  });

  it('a level that burns and whose budget is spent', async () => {
    const { readArranged, saveLevel } = await import('../levels/arrange-levels');
    for (let count = 0; count < 22; count++) {
      const { id } = await desk.conversation({ lastMessageAt: new Date(Date.now() - 60_000) });
      const message = await desk.db.message.create({
        data: {
          conversationId: id,
          channelId: desk.channels.api,
          author: 'customer',
          text: 'Hello?',
          createdAt: new Date(Date.now() - 60_000),
        },
      });
      await desk.db.conversation.update({ where: { id }, data: { lastMessageId: message.id } });
    }
    // A window is read once a minute.
    const found = await find(new Date(Date.now() + 61_000));
    // One of three begins: what burns fast burns slowly as well.
    expect(found.map(([rule, subject, state]) => [rule, subject, state])).toEqual([
      ['level.fast', 'intake', 'on'],
      ['level.slow', 'intake', 'between'],
      ['level.creeping', 'intake', 'between'],
      ['level.spent', 'intake', 'on'],
    ]);
    const intake = (await readArranged()).find(({ key }) => key === 'intake')!;
    await saveLevel(desk.people.admin, { ...intake, enabled: false });
    expect(await find()).toEqual([]);
  });
});
