import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { openTestMailbox, type TestMailbox } from './open-test-mailbox';

let test: TestDatabase;
let box: TestMailbox;
let inTransaction: typeof import('../platform/db').inTransaction;
let queueMail: typeof import('./queue-mail').queueMail;
let sendMail: typeof import('./send-mail').sendMail;
let arrange: typeof import('./arrange-mail');

beforeAll(async () => {
  test = await openTestDatabase();
  box = await openTestMailbox();
  ({ inTransaction } = await import('../platform/db'));
  ({ queueMail } = await import('./queue-mail'));
  ({ sendMail } = await import('./send-mail'));
  arrange = await import('./arrange-mail');
});
afterAll(async () => {
  await box.close();
  await test.close();
});
beforeEach(async () => {
  await test.db.outgoingMail.deleteMany();
  await test.db.setting.deleteMany({ where: { key: 'mail' } });
  box.received.length = 0;
});

const here = () => ({
  host: '127.0.0.1',
  port: box.port,
  security: 'none' as const,
  user: '',
  from: 'Northline <help@northline.example>',
});
const connect = () => arrange.saveMailSettings(test.people.admin, here());
const queue = (more: Partial<Parameters<typeof queueMail>[1]> = {}) =>
  inTransaction((tx) =>
    queueMail(tx, {
      key: 'one',
      kind: 'alert',
      to: 'ada@customer.example',
      subject: 'Grüße',
      text: 'How did we do?\n',
      ...more,
    }),
  );
const only = () => test.db.outgoingMail.findFirstOrThrow();
const again = () => test.db.outgoingMail.updateMany({ data: { nextAt: new Date(0), createdAt: new Date() } });

describe('a mail that is queued', () => {
  it('waits without a server and is sent once there is one', async () => {
    await queue();
    await sendMail();
    expect(await only()).toMatchObject({ state: 'waiting', attempts: 0 });
    await connect();
    await sendMail();
    expect(box.received).toHaveLength(1);
    const row = await only();
    expect(row).toMatchObject({ state: 'sent', sealed: '', attempts: 1 });
    const [mail] = box.received;
    expect(mail).toMatchObject({ from: 'help@northline.example', to: ['ada@customer.example'] });
    expect(mail?.source).toContain(`Message-ID: <${row.id}@northline.example>`);
    expect(mail?.source).toContain('Auto-Submitted: auto-generated');
    expect(mail?.source).not.toContain('List-Unsubscribe');
  });

  it('is kept sealed, and once for a key', async () => {
    expect(await queue()).not.toBeNull();
    expect(await queue({ to: 'other@customer.example' })).toBeNull();
    expect(JSON.stringify(await test.db.outgoingMail.findMany())).not.toMatch(/ada@|How did/);
  });

  it('goes with the transaction it was queued in', async () => {
    const failing = inTransaction(async (tx) => {
      await queueMail(tx, { key: 'two', kind: 'alert', to: 'a@b.example', subject: 'x', text: 'x' });
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await test.db.outgoingMail.count()).toBe(0);
  });

  it('carries a way to end such mails, and files', async () => {
    await connect();
    const content = Buffer.from('a;b\r\n').toString('base64');
    await queue({
      unsubscribeUrl: 'https://support.example/survey/stop/x',
      attachments: [{ name: 'rows.csv', type: 'text/csv', content }],
    });
    await sendMail();
    const { source } = box.received[0]!;
    expect(source).toContain('List-Unsubscribe: <https://support.example/survey/stop/x>');
    expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(source).toContain('filename=rows.csv');
    expect(source).toContain(content);
  });

  it('cannot smuggle a header or a second address in', async () => {
    for (const bad of [{ subject: 'x\r\nBcc: eve@evil.example' }, { to: 'a@b.example, eve@evil.example' }])
      await expect(queue(bad)).rejects.toThrow();
  });
});

describe('a server that does not take it', () => {
  it('is asked again later on 4xx, five times at most; what it said is not kept', async () => {
    await connect();
    await queue();
    for (let tries = 1; tries <= 5; tries++) {
      box.refuse(451);
      await again();
      await sendMail();
      expect(await only()).toMatchObject({ attempts: tries, state: tries < 5 ? 'waiting' : 'failed' });
    }
    expect((await only()).lastError).toBe('The mail server asked to try later (451).');
    await again();
    await sendMail();
    expect(box.received).toHaveLength(0);
    await arrange.retryMail(test.people.admin, (await only()).id);
    await sendMail();
    expect(box.received).toHaveLength(1);
  });

  it('is not asked again at once, and not at all on 5xx', async () => {
    await connect();
    await queue();
    box.refuse(451);
    await sendMail();
    await sendMail();
    expect(await only()).toMatchObject({ attempts: 1, state: 'waiting' });
    box.refuse(550);
    await again();
    await sendMail();
    expect(await only()).toMatchObject({ attempts: 2, state: 'failed' });
  });

  it('that is gone is waited for; after three days a mail is dropped', async () => {
    await arrange.saveMailSettings(test.people.admin, { ...here(), port: 1 });
    process.env.BATON_ALLOW_PRIVATE_HOSTS = '127.0.0.1:*';
    await queue();
    await sendMail();
    expect(await only()).toMatchObject({ state: 'waiting', lastError: 'The mail server did not answer.' });
    await test.db.outgoingMail.updateMany({
      data: { createdAt: new Date(Date.now() - 73 * 3_600_000), nextAt: new Date(Date.now() - 73 * 3_600_000) },
    });
    await sendMail();
    expect(await only()).toMatchObject({ state: 'dropped', sealed: '' });
  });
});

it('is sent once however many take it at the same time, and taken over when its lease is over', async () => {
  await connect();
  for (let n = 0; n < 12; n++) await queue({ key: `k${n}` });
  // A second process: modules of its own, so that it takes no heed of the first one being busy.
  vi.resetModules();
  const other = await import('./send-mail');
  await Promise.all([sendMail(), other.sendMail()]);
  expect(box.received).toHaveLength(12);
  expect(new Set(box.received.map(({ source }) => /Message-ID: (\S+)/.exec(source)?.[1])).size).toBe(12);

  await queue({ key: 'leased' });
  await test.db.outgoingMail.updateMany({
    where: { key: 'leased' },
    data: { attempts: 1, leasedUntil: new Date(Date.now() + 60_000) },
  });
  await sendMail();
  expect(box.received).toHaveLength(12);
  await test.db.outgoingMail.updateMany({ where: { key: 'leased' }, data: { leasedUntil: new Date(0) } });
  await sendMail();
  expect(box.received).toHaveLength(13);
});

describe('the server', () => {
  it('keeps its password for the machine it was typed for', async () => {
    const named = { ...here(), security: 'tls' as const, user: 'baton' };
    await arrange.saveMailSettings(test.people.admin, { ...named, secret: 'hush' });
    const row = await test.db.setting.findUniqueOrThrow({ where: { key: 'mail' } });
    expect(JSON.stringify(row)).not.toContain('hush');
    await arrange.saveMailSettings(test.people.admin, { ...named, from: 'x@northline.example' });
    const { readMailServer } = await import('./read-mail-server');
    expect((await readMailServer())?.secret).toBe('hush');
    await expect(arrange.saveMailSettings(test.people.admin, { ...named, host: 'evil.example' })).rejects.toThrow(
      /Type it again/,
    );
    expect(JSON.stringify(await test.db.auditEntry.findMany({ omit: { seq: true } }))).not.toContain('hush');
  });

  it('of a private network is asked only where the operator names it', async () => {
    await arrange.saveMailSettings(test.people.admin, { ...here(), host: '10.0.0.9' });
    await queue();
    await sendMail();
    expect((await only()).lastError).toMatch(/BATON_ALLOW_PRIVATE_HOSTS/);
  });

  it('never hears a password over an open line', async () => {
    const { mailSettingsInputSchema } = await import('./mail.schema');
    expect(mailSettingsInputSchema.safeParse({ ...here(), user: 'baton' }).success).toBe(false);
  });

  it('sends a test to whoever asks, and says why not', async () => {
    const { testMail } = await import('./test-mail');
    await expect(testMail(test.people.admin)).rejects.toThrow('No mail server is set.');
    await connect();
    await testMail(test.people.admin);
    expect(box.received[0]?.to).toEqual([test.people.admin.email]);
    box.refuse(550);
    await expect(testMail(test.people.admin)).rejects.toThrow('The mail server refused the address (550).');
  });
});

it('to a customer who is forgotten is not sent', async () => {
  await connect();
  const { id, email } = await test.customer();
  await queue({ customerId: id, to: email });
  await test.db.customerKey.deleteMany({ where: { customerId: id } });
  await sendMail();
  expect(box.received).toHaveLength(0);
  expect(await only()).toMatchObject({ state: 'failed' });
  const { forgetCustomer } = await import('../conversations/forget-customer');
  await forgetCustomer(test.people.admin, { customerId: id, name: 'Ada Winter' });
  expect(await test.db.outgoingMail.count()).toBe(0);
});
