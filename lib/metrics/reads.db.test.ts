import { parse } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationFact, TurnFact } from '../platform/records';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { fillFacts } from './facts.fixture';
import type { Filters, RowsQuery } from './metric.schema';
import { planBuckets } from './plan-buckets';

let desk: TestDatabase;
let readFlow: typeof import('./read-flow').readFlow;
let readHeat: typeof import('./read-heat').readHeat;
let readConfidence: typeof import('./read-confidence').readConfidence;
let exportRows: typeof import('./export-rows').exportRows;
let admin: TestDatabase['people']['admin'];
let ana: TestDatabase['people']['agents'][0];
let teams: string[];
let conversations: ConversationFact[];
let turns: TurnFact[];

const zone = 'America/Denver';
// The clocks go back on 1 November.
const period = { from: '2026-10-20', to: '2026-11-12' };
const { starts, end } = planBuckets(period, 'day', zone);
const within = (at: Date) => at >= starts[0]! && at < end;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ readFlow } = await import('./read-flow'));
  ({ readHeat } = await import('./read-heat'));
  ({ readConfidence } = await import('./read-confidence'));
  ({ exportRows } = await import('./export-rows'));
  const { rebuildSums } = await import('./rebuild-facts');
  const { saveMetricSettings } = await import('./metric-settings');
  const { metricSettingsSchema } = await import('./metric.schema');
  ({ admin } = desk.people);
  ana = desk.people.agents[0];
  teams = Object.values(desk.teams).slice(0, 2);
  await saveMetricSettings(admin, metricSettingsSchema.parse({ timeZone: zone }));
  await fillFacts(desk, teams);
  await rebuildSums();
  conversations = (await desk.db.conversationFact.findMany()).filter(({ cameAt }) => within(cameAt));
  turns = (await desk.db.turnFact.findMany()).filter(({ at }) => within(at));
}, 120_000);
afterAll(() => desk?.close());

const asked: [string, Filters, (fact: { channel: string; intent: string | null; teamId: string | null }) => boolean][] =
  [
    ['everything', {}, () => true],
    ['a channel', { channel: ['email'] }, ({ channel }) => channel === 'email'],
    ['what has no intent', { intent: [''] }, ({ intent }) => intent === null],
  ];

describe('the flow', () => {
  it.each(asked)('of %s goes to four ends that sum to what is closed', async (_, filters, fits) => {
    const flow = await readFlow(admin, { period, filters });
    const facts = conversations.filter(fits);
    const closed = facts.filter(({ solvedAt }) => solvedAt);
    expect([flow.came, flow.closed, flow.open]).toEqual([facts.length, closed.length, facts.length - closed.length]);
    for (const { key, count, share } of flow.ends) {
      expect([key, count]).toEqual([key, closed.filter(({ resolution }) => resolution === key).length]);
      expect(share).toBe(count / closed.length);
    }
    expect(flow.ends.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 12);
    const abandoned = closed.filter(({ resolution, peopleTookPart }) => resolution === 'abandoned' && peopleTookPart);
    const agents = closed.filter(({ resolution }) => resolution === 'agent').length + abandoned.length;
    expect(flow.held.map(({ count }) => count)).toEqual([closed.length - agents, agents]);
    for (const { key, count } of flow.channels)
      expect([key, count]).toEqual([key, closed.filter(({ channel }) => channel === key).length]);
    for (const { channel, end: how, count } of flow.links.filter(({ held }) => held === 'agents'))
      expect(count).toBe(
        closed.filter((one) => one.channel === channel && one.resolution === how && one.peopleTookPart).length,
      );
    expect(flow.links.reduce((sum, { count }) => sum + count, 0)).toBe(closed.length);
    expect(flow.cameBack).toBe(
      closed.filter((one) => one.matured && one.recontacted && one.resolution !== 'abandoned').length,
    );
  });

  it('is the same from the facts as from sums', async () => {
    const narrow = { channel: ['email', 'web_chat'] as ('email' | 'web_chat')[], team: teams, language: ['en'] };
    const flow = await readFlow(admin, { period, filters: narrow });
    const facts = conversations.filter(({ teamId, language }) => teams.includes(teamId ?? '') && language === 'en');
    expect([flow.came, flow.closed]).toEqual([facts.length, facts.filter(({ solvedAt }) => solvedAt).length]);
  });

  it('of nothing has no shares', async () => {
    const flow = await readFlow(admin, { period: { from: '2025-01-01', to: '2025-01-31' } });
    expect(flow).toMatchObject({ came: 0, closed: 0, open: 0, links: [], channels: [] });
    expect(flow.ends.map(({ share }) => share)).toEqual([null, null, null, null]);
  });
});

describe('the hours of the week', () => {
  it.each([zone, 'Europe/Berlin', 'Asia/Kolkata'])(
    'in %s have what came in them, and how long it waited',
    async (timeZone) => {
      const { starts: from, end: to } = planBuckets(period, 'day', timeZone);
      const facts = (await desk.db.conversationFact.findMany({ where: { cameAt: { gte: from[0]!, lt: to } } })).map(
        (fact) => ({
          ...fact,
          local: DateTime.fromJSDate(fact.cameAt, { zone: timeZone }),
        }),
      );
      const heat = await readHeat(admin, { period, timeZone });
      expect(heat.cells).toHaveLength(168);
      let answered = 0;
      for (const { weekday, hour, came, replies, firstReply } of heat.cells) {
        const own = facts.filter(({ local }) => local.weekday === weekday && local.hour === hour);
        const waits = own
          .flatMap(({ peopleReplyMs }) => (peopleReplyMs === null ? [] : Number(peopleReplyMs)))
          .sort((a, b) => a - b);
        expect([weekday, hour, came, replies]).toEqual([weekday, hour, own.length, waits.length]);
        const middle = waits[Math.ceil(waits.length / 2) - 1];
        if (middle === undefined) expect(firstReply).toBeNull();
        else expect(Math.abs(firstReply! / Math.max(middle, 100) - 1)).toBeLessThan(0.1);
        answered += replies;
      }
      expect(answered).toBeGreaterThan(50);
      // 24 days: the hour that came twice is a Sunday's.
      const times = Math.round((to.getTime() - from[0]!.getTime()) / 3_600_000);
      expect(heat.cells.reduce((sum, cell) => sum + cell.times, 0)).toBe(times);
    },
  );
});

describe('how sure it was', () => {
  it('is told in twenty bins, with what was found right', async () => {
    const answer = await readConfidence(admin, { period });
    const sure = turns.flatMap((turn) => (turn.confidence === null ? [] : { ...turn, confidence: turn.confidence }));
    expect(sure.length).toBeLessThan(turns.length);
    expect(answer.turns).toBe(sure.length);
    const judged = sure.filter(({ verdict }) => verdict);
    expect(answer.reviewed).toBe(judged.length);
    let apart = 0;
    for (const [place, bin] of answer.bins.entries()) {
      const own = sure.filter(({ confidence }) => Math.min(19, Math.floor(confidence * 20 + 1e-9)) === place);
      const count = (verdict: string) => own.filter((turn) => turn.verdict === verdict).length;
      const reviewed = own.filter(({ verdict }) => verdict).length;
      expect(bin).toMatchObject({
        ...{ turns: own.length, carried: own.filter(({ carried }) => carried).length, reviewed },
        ...{ right: count('right'), partly: count('partly'), wrong: count('wrong') },
        found: reviewed > 0 ? count('right') / reviewed : null,
      });
      const said = own.filter(({ verdict }) => verdict).reduce((sum, { confidence }) => sum + confidence, 0) / reviewed;
      if (reviewed > 0) {
        // By the hundredth, told from its middle.
        expect(Math.abs(bin.said! - said)).toBeLessThanOrEqual(0.005 + 1e-9);
        apart += reviewed * Math.abs(said - bin.found!);
        expect(bin.low!).toBeLessThanOrEqual(bin.found!);
        expect(bin.high!).toBeGreaterThanOrEqual(bin.found!);
      }
    }
    expect(Math.abs(answer.calibrationError! - apart / judged.length)).toBeLessThanOrEqual(0.005 + 1e-9);
  });

  it('has no error where nobody looked', async () => {
    const answer = await readConfidence(admin, { period: { from: '2025-01-01', to: '2025-01-31' } });
    expect(answer).toMatchObject({ turns: 0, reviewed: 0, calibrationError: null });
  });
});

describe('rows', () => {
  type Line = Record<string, string>;
  async function rowsOf(person: typeof admin, query: RowsQuery): Promise<Line[]> {
    let text = '';
    for await (const part of await exportRows(person, query)) text += part;
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    return parse(text, { bom: true, columns: true, record_delimiter: '\r\n' }) as Line[];
  }

  it('are one for each conversation, with what a spreadsheet can calculate with', async () => {
    const rows = await rowsOf(admin, { period });
    expect(rows).toHaveLength(conversations.length);
    const sum = (head: string) => rows.reduce((all, row) => all + Number(row[head] || 0), 0);
    const total = (of: (fact: ConversationFact) => bigint | null) =>
      Number(conversations.reduce((all, fact) => all + (of(fact) ?? 0n), 0n));
    expect(sum('First reply by agents (s)')).toBeCloseTo(total(({ peopleReplyMs }) => peopleReplyMs) / 1_000, 3);
    expect(sum('Cost of people ($)')).toBeCloseTo(total(({ labourMicros }) => labourMicros) / 1e6, 6);
    expect(rows.filter((row) => row.State === 'Open')).toHaveLength(
      conversations.filter(({ solvedAt }) => !solvedAt).length,
    );
    const first = conversations.toSorted((a, b) => a.cameAt.getTime() - b.cameAt.getTime())[0]!;
    expect(rows[0]).toMatchObject({
      'Came (UTC)': `${first.cameAt.toISOString().slice(0, 19)}Z`,
      'Came (local)': DateTime.fromJSDate(first.cameAt, { zone }).toFormat('yyyy-MM-dd HH:mm:ss'),
      'Time zone': zone,
      Link: expect.stringMatching(new RegExp(`/inbox/all/${first.id}$`)),
    });
  });

  it('are those of a filter, and those behind a figure', async () => {
    const email = conversations.filter(({ channel }) => channel === 'email');
    expect(await rowsOf(admin, { period, filters: { channel: ['email'] } })).toHaveLength(email.length);
    const satisfied = await rowsOf(admin, { period, filters: { channel: ['email'] }, measure: 'csat' });
    expect(satisfied).toHaveLength(email.filter(({ rating }) => (rating ?? 0) >= 4).length);
    expect(satisfied.every((row) => Number(row.Rating) >= 4)).toBe(true);
  });

  it('are only of what one may see, and never a colleague’s', async () => {
    await expect(exportRows(ana, { period })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readFlow(ana, { period })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readHeat(ana, { period })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readConfidence(ana, { period })).rejects.toMatchObject({ code: 'forbidden' });
    const alone = { ...ana, teamIds: [] };
    const own = await rowsOf(alone, { period, filters: { agent: [ana.id] } });
    const all = await rowsOf(admin, { period, filters: { agent: [ana.id] } });
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(all.length);
    expect(own.filter(({ Team }) => Team !== '')).toEqual([]);
  });

  it('leave nothing in that a spreadsheet calculates, and are written down', async () => {
    const [fact] = conversations;
    await desk.db.conversationFact.update({ where: { id: fact!.id }, data: { customerTier: '=1+1' } });
    const rows = await rowsOf(admin, { period });
    expect(rows.filter((row) => row['Customer tier'] === "'=1+1")).toHaveLength(1);
    expect(await desk.db.auditEntry.count({ where: { action: 'metrics.export', actorId: admin.id } })).toBeGreaterThan(
      0,
    );
  });
});
