import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Letter } from '../mail/mail.schema';
import { fillFacts } from '../metrics/facts.fixture';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { ReportInput } from './report.schema';

let test: TestDatabase;
let saveReport: typeof import('./save-report').saveReport;
let pauseReport: typeof import('./pause-report').pauseReport;
let removeReport: typeof import('./remove-report').removeReport;
let lists: typeof import('./list-reports');
let links: typeof import('./follow-link');
let sendReports: typeof import('./send-reports').sendReports;
let sendReportNow: typeof import('./send-report-now').sendReportNow;
let askAgain: typeof import('./ask-recipient').askAgain;
let openLetter: typeof import('../mail/seal-letter').openLetter;
let readMetrics: typeof import('../metrics/read-metrics').readMetrics;

beforeAll(async () => {
  test = await openTestDatabase();
  ({ saveReport } = await import('./save-report'));
  ({ pauseReport } = await import('./pause-report'));
  ({ removeReport } = await import('./remove-report'));
  lists = await import('./list-reports');
  links = await import('./follow-link');
  ({ sendReports } = await import('./send-reports'));
  ({ sendReportNow } = await import('./send-report-now'));
  ({ askAgain } = await import('./ask-recipient'));
  ({ openLetter } = await import('../mail/seal-letter'));
  ({ readMetrics } = await import('../metrics/read-metrics'));
  const { rebuildSums } = await import('../metrics/rebuild-facts');
  await fillFacts(test, Object.values(test.teams).slice(0, 2));
  await rebuildSums();
});
afterAll(() => test?.close());
beforeEach(async () => {
  await test.db.report.deleteMany();
  await test.db.outgoingMail.deleteMany();
  await test.db.rateWindow.deleteMany();
});

const period = { from: '2026-10-19', to: '2026-11-12' };
const weekly = { every: 'week' as const, weekday: 1, hour: 8, timeZone: 'UTC' };
const input = (more: Partial<ReportInput> = {}): ReportInput => ({
  ...{ name: 'Weekly numbers', page: 'overview', shared: true, schedule: weekly, people: [], outside: [] },
  view: { days: period, comparison: 'before', filters: {} },
  ...more,
});
const makeDue = (minutes = 1) =>
  test.db.$executeRaw`UPDATE "Report" SET "nextAt" = clock_timestamp() - make_interval(mins => ${minutes})`;
const letters = async (): Promise<Letter[]> => {
  const rows = await test.db.outgoingMail.findMany({ orderBy: { id: 'asc' } });
  return Promise.all(rows.map(async (row) => (await openLetter(test.db, row))!));
};
const tokenIn = ({ text }: Letter, kind: 'confirm' | 'stop'): string =>
  new RegExp(`/report/${kind}/([\\w.-]+)`).exec(text)![1]!;
const only = async (person = test.people.admin) => (await lists.listReports(person)).reports[0]!;

describe('a report', () => {
  it('is seen by its owner, and by all who may read figures once it is shared', async () => {
    const { admin, supervisor, agents } = test.people;
    const own = await saveReport(supervisor, input({ name: 'Mine', shared: false, schedule: null }));
    await saveReport(supervisor, input({ people: [agents[0].id] }));
    const names = async (person: typeof admin) => (await lists.listReports(person)).reports.map(({ name }) => name);
    expect(await names(supervisor)).toEqual(['Mine', 'Weekly numbers']);
    expect(await names(admin)).toEqual(['Weekly numbers']);
    expect(await names(agents[0])).toEqual([]);
    await expect(lists.listSendings(admin, own.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await only(admin)).toMatchObject({
      ...{ own: false, mayChange: true, owner: { name: supervisor.name }, gets: 1, trouble: null },
      recipients: [{ name: agents[0].name, state: 'gets' }],
    });
  });

  it('is changed by its owner or an admin, who does not make it private, and told in the audit', async () => {
    const { admin, supervisor, agents } = test.people;
    const other = { ...supervisor, id: agents[1].id };
    const { id } = await saveReport(supervisor, input());
    await expect(saveReport(other, input({ id, name: 'Mine now' }))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removeReport(other, id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(pauseReport(other, { id, paused: true })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(sendReportNow(other, id)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await only(other)).toMatchObject({ mayChange: false, recipients: [] });
    await expect(saveReport(admin, input({ id, shared: false }))).rejects.toMatchObject({ code: 'forbidden' });
    await saveReport(admin, input({ id, name: 'Numbers', schedule: null }));
    expect(await only()).toMatchObject({ name: 'Numbers', schedule: null, nextAt: null, owner: { id: supervisor.id } });
    await expect(saveReport(agents[0], input())).rejects.toMatchObject({ code: 'forbidden' });
    const audit = await test.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } });
    expect(audit.map(({ action }) => action)).toEqual(['report.save', 'report.change']);
    expect(audit[1]).toMatchObject({ before: { name: 'Weekly numbers' }, after: { name: 'Numbers', schedule: null } });
  });

  it('keeps when it is due while nothing of its schedule changes, and skips what fell due while it was paused', async () => {
    const { supervisor } = test.people;
    const { id } = await saveReport(supervisor, input());
    await makeDue();
    const { nextAt } = await only();
    await saveReport(supervisor, input({ id, name: 'Another' }));
    expect((await only()).nextAt).toBe(nextAt);
    await pauseReport(supervisor, { id, paused: true });
    expect(await only()).toMatchObject({ paused: true, nextAt: null });
    await pauseReport(supervisor, { id, paused: false });
    expect(Date.parse((await only()).nextAt!)).toBeGreaterThan(Date.now());
    expect(await sendReports()).toBe(0);
  });
});

describe('what is due', () => {
  it('is sent once by two workers, and once where many times were missed', async () => {
    const { supervisor, agents } = test.people;
    await saveReport(supervisor, input({ people: [agents[0].id, agents[1].id] }));
    await makeDue(60 * 24 * 30);
    vi.resetModules();
    const other = await import('./send-reports');
    expect(other.sendReports).not.toBe(sendReports);
    const taken = await Promise.all([sendReports(), other.sendReports()]);
    expect(taken.reduce((sum, one) => sum + one)).toBe(1);
    expect(await sendReports()).toBe(0);
    expect((await letters()).map(({ to }) => to).sort()).toEqual(agents.map(({ email }) => email).sort());
    expect(await test.db.reportSending.count()).toBe(1);
    expect(Date.parse((await only()).nextAt!)).toBeGreaterThan(Date.now());
  });

  it('is taken up again where a worker died with it, and given up after five', async () => {
    const { supervisor, agents } = test.people;
    const { id } = await saveReport(supervisor, input({ people: [agents[0].id] }));
    await makeDue();
    await test.db
      .$executeRaw`UPDATE "Report" SET attempts = 1, "leasedUntil" = clock_timestamp() + interval '1 minute'`;
    expect(await sendReports()).toBe(0);
    await test.db.$executeRaw`UPDATE "Report" SET "leasedUntil" = clock_timestamp()`;
    expect(await sendReports()).toBe(1);
    expect(await letters()).toHaveLength(1);
    await makeDue();
    await test.db.report.update({ where: { id }, data: { attempts: 4, view: { days: 'never' } } });
    expect(await sendReports()).toBe(1);
    expect(await test.db.reportSending.findMany({ orderBy: { at: 'asc' } })).toMatchObject([
      { why: null },
      { why: 'failed' },
    ]);
  });

  it.each([
    ['left', { disabledAt: new Date() }, 'owner_gone'],
    ['may not read figures any more', { role: 'agent' as const }, 'owner_may_not'],
  ])('is not sent where its owner %s, and says so', async (_, change, why) => {
    const { admin, supervisor, agents } = test.people;
    const { id } = await saveReport(supervisor, input({ people: [agents[0].id] }));
    const back = await test.db.person.update({ where: { id: supervisor.id }, data: change });
    try {
      expect(await only()).toMatchObject({ trouble: why });
      await makeDue();
      expect(await sendReports()).toBe(1);
      expect(await letters()).toEqual([]);
      expect((await only()).last).toMatchObject({ why, mails: 0 });
      await expect(sendReportNow(admin, id)).rejects.toMatchObject({ code: 'conflict' });
      await saveReport(admin, input({ id, people: [agents[0].id] }));
      expect(await only()).toMatchObject({ own: true, trouble: null });
      expect(await sendReportNow(admin, id)).toEqual({ mails: 1 });
    } finally {
      await test.db.person.update({ where: { id: back.id }, data: { disabledAt: null, role: 'supervisor' } });
    }
  });
});

describe('an address of nobody at the desk', () => {
  const outside = ['Owner@Partner.example'];

  it('is added by an admin only, and one of the desk is that person', async () => {
    const { admin, supervisor, agents } = test.people;
    await expect(saveReport(supervisor, input({ outside }))).rejects.toMatchObject({ code: 'forbidden' });
    expect(await test.db.report.count()).toBe(0);
    await saveReport(supervisor, input({ outside: [agents[0].email] }));
    expect((await only()).recipients).toMatchObject([{ personId: agents[0].id, email: null, state: 'gets' }]);
    const { id } = await saveReport(admin, input({ name: 'Another', outside }));
    // Who may not add one may keep it.
    await test.db.report.update({ where: { id }, data: { ownerId: supervisor.id } });
    await saveReport(supervisor, input({ id, name: 'Another one', outside }));
    expect(await test.db.reportRecipient.count({ where: { email: 'owner@partner.example' } })).toBe(1);
  });

  it('gets nothing before it says yes, then does, and nothing after it stopped', async () => {
    const { admin, agents } = test.people;
    const { id } = await saveReport(admin, input({ people: [agents[0].id], outside }));
    const [asking] = await letters();
    expect(asking).toMatchObject({
      to: 'owner@partner.example',
      subject: 'Do you want the report “Weekly numbers”? · Northline',
    });
    await makeDue();
    await sendReports();
    expect((await letters()).slice(1).map(({ to }) => to)).toEqual([agents[0].email]);

    const token = tokenIn(asking!, 'confirm');
    expect(await links.readConfirming(token)).toMatchObject({ state: 'open', owner: admin.name });
    expect((await only()).recipients[1]).toMatchObject({ state: 'asked' });
    expect(await links.confirmRecipient(token)).toMatchObject({ state: 'done' });
    expect(await links.confirmRecipient(token)).toMatchObject({ state: 'done' });
    expect(await sendReportNow(admin, id)).toEqual({ mails: 2 });
    const got = (await letters()).find(({ to, subject }) => to.startsWith('owner@') && subject.startsWith('Weekly'))!;
    expect(got.unsubscribeUrl).toContain(`/report/stop/${tokenIn(got, 'stop')}`);

    const stop = tokenIn(got, 'stop');
    expect(await links.readStopping(stop)).toMatchObject({ state: 'open' });
    expect(await links.confirmRecipient(stop)).toMatchObject({ state: 'unknown' });
    expect(await links.stopRecipient(stop)).toMatchObject({ state: 'done' });
    expect(await links.readConfirming(token)).toMatchObject({ state: 'expired' });
    expect(await links.confirmRecipient(token)).toMatchObject({ state: 'expired' });
    // What waited for it was taken back, the question with it.
    expect((await letters()).map(({ to }) => to)).toEqual([agents[0].email, agents[0].email]);
    expect(await sendReportNow(admin, id)).toEqual({ mails: 1 });
    expect((await only()).recipients[1]).toMatchObject({ state: 'stopped' });
    await expect(askAgain(admin, { id, recipientId: (await only()).recipients[1]!.id })).rejects.toMatchObject({
      code: 'conflict',
    });
    const { sendings } = await lists.listSendings(admin, id);
    expect(sendings[1]!.mails).toMatchObject([
      { to: agents[0].name, state: 'waiting' },
      { to: 'owner@partner.example', state: 'withdrawn' },
    ]);
  });

  it('is asked three times a day at most, and its link ends', async () => {
    const { admin } = test.people;
    const { id } = await saveReport(admin, input({ outside }));
    const { recipients } = await only();
    const again = () => askAgain(admin, { id, recipientId: recipients[0]!.id });
    await again();
    await again();
    await expect(again()).rejects.toMatchObject({ code: 'rate_limited' });
    await test.db.reportRecipient.updateMany({ data: { askedAt: new Date(Date.now() - 8 * 86_400_000) } });
    const [asking] = await letters();
    expect(await links.confirmRecipient(tokenIn(asking!, 'confirm'))).toMatchObject({ state: 'expired' });
    expect((await only()).recipients[0]).toMatchObject({ state: 'expired' });
    await expect(sendReportNow(admin, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('has nothing to stop once it was taken away, and waiting mails go with the report', async () => {
    const { admin, agents } = test.people;
    const { id } = await saveReport(admin, input({ people: [agents[0].id], outside }));
    await sendReportNow(admin, id);
    const [asking] = await letters();
    await saveReport(admin, input({ id, people: [agents[0].id] }));
    expect(await links.confirmRecipient(tokenIn(asking!, 'confirm'))).toMatchObject({ state: 'unknown' });
    expect(await letters()).toHaveLength(1);
    await removeReport(admin, id);
    expect(await letters()).toHaveLength(0);
    expect(await test.db.reportSending.count()).toBe(0);
  });
});

describe('the mail', () => {
  const csvOf = (letter: Letter): string[][] => {
    const [file] = letter.attachments;
    return Buffer.from(file!.content, 'base64')
      .toString('utf8')
      .slice(1)
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
  };

  it('tells the figures the page tells, in text, HTML and CSV', async () => {
    const { supervisor, agents } = test.people;
    const filters = { channel: ['email' as const] };
    const days = { from: '2026-10-30', to: '2026-11-12' };
    const view = { days, comparison: 'before' as const, filters };
    const { id } = await saveReport(supervisor, input({ view, people: [agents[0].id] }));
    await sendReportNow(supervisor, id);
    const [letter] = (await letters()) as [Letter];
    const compare = { from: '2026-10-16', to: '2026-10-29' };
    const answer = await readMetrics(supervisor, { period: days, compare, filters });
    const { verified_resolution: verified, first_reply_agents: reply } = answer.measures;
    const share = `${(verified!.total.value! * 100).toFixed(1)}%`;
    expect(verified!.total.n).toBeGreaterThan(30);
    expect(letter.subject).toBe('Weekly numbers: Oct 30 to Nov 12 · Northline');
    expect(letter.text).toContain(`The assistant solved ${share} of ${verified!.total.n} closed conversations`);
    expect(letter.text).toContain(`Verified resolution: ${share}`);
    expect(letter.text).toContain('Channel: Email');
    expect(letter.text).toMatch(/\/metrics\?from=2026-10-30&to=2026-11-12&channel=email\n/);
    expect(letter.html).toContain(share);
    expect(letter.html).not.toMatch(/<img|<link|<script|url\(|src=/);
    const rows = csvOf(letter);
    expect(rows).toHaveLength(7);
    expect(rows[1]).toEqual([
      ...['Verified resolution', share, String(verified!.total.value), String(verified!.previous!.value)],
      ...['share of 1', '', '', String(verified!.total.n), '2026-10-30', '2026-11-12', '2026-10-16', '2026-10-29'],
    ]);
    // Its name has a comma in it.
    expect(Number(rows[3]!.at(-10))).toBeCloseTo(reply!.total.value! / 1_000, 2);
  });

  it('computes days by a name when it is sent', async () => {
    const { supervisor, agents } = test.people;
    const { readCounting } = await import('../metrics/read-counting');
    const { choosePeriod, formatPeriod } = await import('../format/period');
    const view = { days: '7d' as const, comparison: 'none' as const, filters: {} };
    const { id } = await saveReport(supervisor, input({ view, people: [agents[0].id] }));
    await sendReportNow(supervisor, id);
    const { today } = await readCounting();
    const [letter] = (await letters()) as [Letter];
    expect(letter.subject).toContain(formatPeriod(choosePeriod('7d', today), today));
    expect(csvOf(letter)[1]!.slice(-2)).toEqual(['', '']);
  });

  it.each(['resolution', 'satisfaction', 'speed', 'assistant', 'cost', 'team'] as const)(
    'of %s has its sentence and six measures',
    async (page) => {
      const { supervisor, agents } = test.people;
      const { id } = await saveReport(supervisor, input({ page, people: [agents[0].id] }));
      await sendReportNow(supervisor, id);
      const [letter] = (await letters()) as [Letter];
      expect(csvOf(letter)).toHaveLength(7);
      expect(letter.text.split('\n')[0]).toMatch(/\w.+\.$/);
      expect(letter.text).not.toMatch(/undefined|NaN|null/);
      // Names of people stay at the desk.
      expect(letter.text).not.toContain(agents[1].name);
    },
  );
});
