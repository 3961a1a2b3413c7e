import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { SurveySettings } from './surveys.schema';

let test: TestDatabase;
let askSurveys: typeof import('./ask-surveys').askSurveys;
let answer: typeof import('./answer-survey');
let link: typeof import('./survey-link');
let stop: typeof import('./stop-surveys');
let saveSurveySettings: typeof import('./survey-settings').saveSurveySettings;
let schema: typeof import('./surveys.schema');

beforeAll(async () => {
  test = await openTestDatabase();
  ({ askSurveys } = await import('./ask-surveys'));
  answer = await import('./answer-survey');
  link = await import('./survey-link');
  stop = await import('./stop-surveys');
  ({ saveSurveySettings } = await import('./survey-settings'));
  schema = await import('./surveys.schema');
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.survey.deleteMany();
  await test.db.outgoingMail.deleteMany();
  await test.db.consent.deleteMany();
  await test.db.conversation.deleteMany();
  await test.db.setting.upsert({
    where: { key: 'mail' },
    create: { key: 'mail', value: { host: 'mail.example', port: 465, security: 'tls', user: '', from: 'a@b.example' } },
    update: {},
  });
});

type Some = { csat?: object; nps?: object; limits?: object };
const arrange = ({ csat, nps, limits }: Some = {}): Promise<void> =>
  saveSurveySettings(
    test.people.admin,
    schema.surveySettingsSchema.parse({
      csat: { on: true, afterMinutes: 0, ...csat },
      nps: { on: false, share: 100, ...nps },
      limits: { quietFrom: 0, quietTo: 0, ...limits },
    }) as SurveySettings,
  );
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const closed = (more: Record<string, unknown> = {}) =>
  test.conversation({ state: 'closed', closedAt: hoursAgo(1), resolution: 'agent', ...more });
const only = () => test.db.survey.findFirstOrThrow();
const tokenOf = (id: string) => link.signLink('answer', id);

describe('after a conversation', () => {
  it('a customer with an address gets one mail, without a trace of the link at the desk', async () => {
    await arrange();
    const { id } = await closed({ language: 'de' });
    expect(await askSurveys()).toBe(1);
    expect(await askSurveys()).toBe(0);
    const survey = await only();
    expect(survey).toMatchObject({ kind: 'csat', conversationId: id, way: 'mail', language: 'de' });
    const mail = await test.db.outgoingMail.findFirstOrThrow();
    const { openLetter } = await import('../mail/seal-letter');
    const letter = await openLetter(test.db, mail);
    expect(letter?.subject).toBe('Wie haben wir es gemacht? · Northline');
    expect(letter?.text).toContain(`/survey/${tokenOf(survey.id)}?score=5`);
    expect(letter?.unsubscribeUrl).toContain('/survey/stop/');
    const said = await test.db.message.findMany({ where: { conversationId: id } });
    expect(said).toMatchObject([{ kind: 'event', text: 'Asked the customer how it went' }]);
    expect(JSON.stringify(said)).not.toContain(tokenOf(survey.id));
  });

  it.each([
    ['still open', { state: 'open', closedAt: null, resolution: null }],
    ['rated in the chat', { rating: 5, ratedAt: hoursAgo(0.5) }],
    ['abandoned', { resolution: 'abandoned' }],
    ['closed three days ago', { closedAt: hoursAgo(72) }],
    ['asked already', { ratingAskedAt: hoursAgo(1) }],
  ])('nobody is asked about one that is %s', async (_, more) => {
    await arrange();
    await closed(more);
    expect(await askSurveys()).toBe(0);
  });

  it('asks in no chat, in no quiet hour, and not before its time', async () => {
    await arrange();
    await closed({ channelId: test.channels.chat });
    expect(await askSurveys()).toBe(0);
    await closed();
    const now = new Date().getUTCHours();
    await arrange({ limits: { quietFrom: now, quietTo: (now + 2) % 24 } });
    expect(await askSurveys()).toBe(0);
    await arrange({ csat: { afterMinutes: 90 } });
    expect(await askSurveys()).toBe(0);
    await arrange({ csat: { on: false } });
    expect(await askSurveys()).toBe(0);
    await arrange();
    expect(await askSurveys()).toBe(1);
  });

  it('is a closing message where there is no verified address', async () => {
    await arrange();
    const customer = await test.db.customer.create({
      data: { name: 'Ben', identities: { create: { kind: 'email', value: `${randomUUID()}@x.example` } } },
    });
    await closed({ customerId: customer.id });
    await askSurveys();
    expect(await only()).toMatchObject({ way: 'message' });
    expect(await test.db.outgoingMail.count()).toBe(0);
  });
});

describe('an answer by link', () => {
  const asked = async (set: Some = {}, more: Record<string, unknown> = {}) => {
    await arrange(set);
    const conversation = await closed(more);
    await askSurveys();
    const survey = await test.db.survey.findFirstOrThrow({ where: { conversationId: conversation.id } });
    return { conversation, survey, token: tokenOf(survey.id) };
  };

  it('rates its conversation, once, and may be changed', async () => {
    const { conversation, token } = await asked();
    expect(await answer.readSurvey(token)).toMatchObject({ state: 'open', kind: 'csat', score: null });
    expect(await answer.answerSurvey(token, { score: 4 })).toMatchObject({ state: 'answered', score: 4 });
    await answer.answerSurvey(token, { comment: 'Write me at ada@customer.example, card 4111 1111 1111 1111' });
    await answer.answerSurvey(token, { score: 2 });
    const row = await test.db.conversation.findUniqueOrThrow({ where: { id: conversation.id } });
    expect(row.rating).toBe(2);
    expect(row.ratingComment).toMatch(/^Write me at \[EMAIL_1\]/);
    expect(JSON.stringify(await test.db.survey.findMany())).not.toMatch(/ada@|4111/);
    const audit = await test.db.auditEntry.findMany({ where: { action: { in: ['survey.answer', 'survey.change'] } } });
    expect(audit.map(({ action }) => action)).toEqual(['survey.answer', 'survey.change', 'survey.change']);
    expect(JSON.stringify(audit.map(({ after }) => after))).not.toContain('ada@');
  });

  it('never rates another, and changes nothing when it is forged, expired or used up', async () => {
    const one = await asked();
    const other = await asked();
    const state = async () =>
      JSON.stringify([
        await test.db.conversation.findMany({
          orderBy: { id: 'asc' },
          select: { id: true, rating: true, state: true },
        }),
        await test.db.survey.findMany({ orderBy: { id: 'asc' }, select: { id: true, score: true } }),
      ]);
    const before = await state();
    const forged = [
      `${one.token.split('.')[0]}.${other.token.split('.')[1]}`,
      link.signLink('stop', one.survey.id),
      link.signLink('answer', one.conversation.id),
      link.signLink('answer', one.conversation.customerId),
      'x',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...forged), fc.integer({ min: 1, max: 5 }), async (token, score) => {
        expect((await answer.answerSurvey(token, { score })).state).toBe('unknown');
        expect(await state()).toBe(before);
      }),
      { numRuns: 15 },
    );
    await test.db.survey.update({ where: { id: one.survey.id }, data: { expiresAt: hoursAgo(1) } });
    expect((await answer.answerSurvey(one.token, { score: 1 })).state).toBe('expired');
    expect(await state()).toBe(before);
    await answer.answerSurvey(other.token, { score: 5 });
    await test.db.survey.update({ where: { id: other.survey.id }, data: { changeUntil: hoursAgo(1) } });
    const after = await state();
    expect((await answer.answerSurvey(other.token, { score: 1 })).state).toBe('used');
    expect(await state()).toBe(after);
    expect(await test.db.conversation.findUniqueOrThrow({ where: { id: one.conversation.id } })).toMatchObject({
      rating: null,
    });
  });

  it.each([0, 6, 11])('takes no %i of 5', async (score) => {
    const { token } = await asked();
    await expect(answer.answerSurvey(token, { score })).rejects.toThrow(/must be 1 to 5/);
  });

  it('of a bad score opens it again for the team, once, with the words as a note', async () => {
    const set = { csat: { reopen: { scores: [1, 2], teamId: test.teams.billing ?? Object.values(test.teams)[0] } } };
    const { conversation, token } = await asked(set);
    await answer.answerSurvey(token, { score: 1 });
    await answer.answerSurvey(token, { comment: 'Nobody read what I wrote.' });
    await answer.answerSurvey(token, { score: 2 });
    const row = await test.db.conversation.findUniqueOrThrow({ where: { id: conversation.id } });
    expect(row).toMatchObject({ state: 'open', holder: 'queue', teamId: set.csat.reopen.teamId, reopened: 1 });
    const notes = await test.db.message.findMany({
      where: { conversationId: conversation.id, kind: 'note' },
      orderBy: { createdAt: 'asc' },
    });
    expect(notes.map(({ text }) => text)).toEqual([
      'The customer rated it 1 of 5.',
      'The customer added to the rating:\n\nNobody read what I wrote.',
    ]);
    // Solved again: the same rating does not open it a second time.
    await test.db.conversation.update({
      where: { id: conversation.id },
      data: { state: 'closed', closedAt: new Date() },
    });
    await answer.answerSurvey(token, { score: 1 });
    expect(await test.db.conversation.findUniqueOrThrow({ where: { id: conversation.id } })).toMatchObject({
      state: 'closed',
      reopened: 1,
    });
  });

  it('of a score that is not named opens nothing', async () => {
    const { conversation, token } = await asked({ csat: { reopen: { scores: [1, 2] } } });
    await answer.answerSurvey(token, { score: 3 });
    expect(await test.db.conversation.findUniqueOrThrow({ where: { id: conversation.id } })).toMatchObject({
      state: 'closed',
    });
  });

  it('of a customer who was forgotten leads nowhere, and what they said is gone', async () => {
    const { conversation, token } = await asked();
    await answer.answerSurvey(token, { score: 4, comment: 'Ada was here' });
    const { forgetCustomer } = await import('../conversations/forget-customer');
    await forgetCustomer(test.people.admin, { customerId: conversation.customerId, name: 'Ada Winter' });
    expect(await answer.readSurvey(token)).toMatchObject({ state: 'unknown' });
    expect(await only()).toMatchObject({ comment: null });
    expect(await test.db.outgoingMail.count()).toBe(0);
  });
});

describe('whether they would recommend us', () => {
  const nps = (more: object = {}) => arrange({ csat: { on: false }, nps: { on: true, ...more } });

  it('asks after the last conversation, by mail, and counts 0 to 10', async () => {
    await nps();
    const { id: customerId } = await test.customer();
    await closed({ customerId, closedAt: hoursAgo(90) });
    const { id } = await closed({ customerId });
    expect(await askSurveys()).toBe(1);
    const survey = await only();
    expect(survey).toMatchObject({ kind: 'nps', conversationId: id, way: 'mail' });
    await answer.answerSurvey(tokenOf(survey.id), { score: 0, comment: 'Too slow.' });
    expect(await only()).toMatchObject({ score: 0, comment: 'Too slow.' });
    expect(await test.db.conversation.findUniqueOrThrow({ where: { id } })).toMatchObject({ rating: null });
  });

  it.each([
    ['whose conversation is open', {}, { state: 'open', closedAt: null }],
    ['of another tier', { tiers: ['Summit'] }, {}],
    ['of another language', { languages: ['fr'] }, { language: 'de' }],
    ['who was here long ago', { withinDays: 3 }, { closedAt: hoursAgo(100) }],
  ])('asks nobody %s', async (_, set, more) => {
    await nps(set);
    await closed(more);
    expect(await askSurveys()).toBe(0);
  });

  it('asks so many a day and no more, a share of them, and by the chat where that is the way', async () => {
    await nps({ perDay: 3 });
    for (let n = 0; n < 6; n++) await closed();
    expect(
      await Promise.all([askSurveys(), askSurveys(), askSurveys()]).then((all) => all.reduce((a, b) => a + b)),
    ).toBe(3);
    expect(await askSurveys()).toBe(0);

    await test.db.survey.deleteMany();
    await test.db.conversation.deleteMany();
    await nps({ share: 30, perDay: 500 });
    for (let n = 0; n < 60; n++) await closed();
    const drawn = await askSurveys();
    expect(drawn).toBeGreaterThan(4);
    expect(drawn).toBeLessThan(36);
    // Who is not drawn in this round is not drawn the next minute either.
    expect(await askSurveys()).toBe(0);

    await test.db.survey.deleteMany();
    await test.db.conversation.deleteMany();
    await nps({ mail: false });
    await closed();
    expect(await askSurveys()).toBe(0);
    const visitor = await test.db.customer.create({
      data: { name: 'Visitor', identities: { create: { kind: 'visitor', value: randomUUID() } } },
    });
    await closed({ customerId: visitor.id, channelId: test.channels.chat });
    expect(await askSurveys()).toBe(1);
    expect(await only()).toMatchObject({ way: 'chat' });
  });

  it('is counted and not asked on the page', async () => {
    const { countSurveys } = await import('./view-surveys');
    for (let n = 0; n < 5; n++) await closed();
    const settings = schema.surveySettingsSchema.parse({
      csat: { on: true, afterMinutes: 0 },
      nps: { on: true, share: 100, perDay: 2 },
      limits: { quietFrom: 0, quietTo: 0 },
    });
    expect(await countSurveys(settings)).toEqual({
      csat: { now: 5 },
      nps: { fit: 5, drawn: 5, today: 2, askedToday: 0 },
      quiet: false,
    });
    expect(await test.db.survey.count()).toBe(0);
  });
});

it('never asks a customer twice within the limit, whatever the schedule and however many workers', async () => {
  const script = fc.array(
    fc.record({
      customer: fc.nat(2),
      gapDays: fc.double({ min: 0, max: 40, noNaN: true }),
      workers: fc.integer({ min: 1, max: 3 }),
      kind: fc.constantFrom('csat', 'nps', 'both'),
      rate: fc.boolean(),
    }),
    { minLength: 3, maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(script, fc.constantFrom(10, 30), async (steps, fatigueDays) => {
      await test.db.survey.deleteMany();
      await test.db.conversation.deleteMany();
      const customers = await Promise.all([0, 1, 2].map(() => test.customer()));
      for (const { customer, gapDays, workers, kind, rate } of steps) {
        // Time goes on: everything that was lies so much further back.
        await test.db
          .$executeRaw`UPDATE "Survey" SET "askedAt" = "askedAt" - make_interval(secs => ${gapDays * 86_400})`;
        await test.db.$executeRaw`
          UPDATE "Conversation" SET "ratedAt" = "ratedAt" - make_interval(secs => ${gapDays * 86_400}),
            "closedAt" = "closedAt" - make_interval(secs => ${gapDays * 86_400})`;
        await arrange({
          csat: { on: kind !== 'nps' },
          nps: { on: kind !== 'csat', everyDays: 30, withinDays: 365 },
          limits: { fatigueDays },
        });
        const { id: customerId } = customers[customer]!;
        await closed({ customerId });
        await closed({ customerId });
        await Promise.all(Array.from({ length: workers }, () => askSurveys()));
        if (rate) {
          const [survey] = await test.db.survey.findMany({ orderBy: { askedAt: 'desc' }, take: 1 });
          if (survey) await answer.answerSurvey(tokenOf(survey.id), { score: 5 });
        }
      }
      const all = await test.db.survey.findMany({ orderBy: [{ customerId: 'asc' }, { askedAt: 'asc' }] });
      for (const [at, one] of all.entries()) {
        const before = all[at - 1];
        if (before?.customerId !== one.customerId) continue;
        expect(one.askedAt.getTime() - before.askedAt.getTime()).toBeGreaterThan((fatigueDays * 86_400 - 60) * 1_000);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

describe('who asked for no more', () => {
  it('is not asked by any way, and what waits is taken back', async () => {
    await arrange();
    const { customerId } = await closed();
    await askSurveys();
    const token = link.signLink('stop', customerId);
    expect(await stop.readStop(token)).toEqual({ language: null, stopped: false });
    expect(await stop.stopSurveys(token)).toBe(true);
    expect(await stop.stopSurveys(token)).toBe(true);
    expect(await test.db.consent.count({ where: { customerId, granted: false } })).toBe(1);
    expect(await test.db.outgoingMail.count({ where: { state: 'waiting' } })).toBe(0);
    await test.db.survey.deleteMany();
    await closed({ customerId });
    await arrange({ nps: { on: true } });
    expect(await askSurveys()).toBe(0);
  });

  it('is nobody for a link that is not ours', async () => {
    const { customerId } = await closed();
    expect(await stop.stopSurveys(link.signLink('answer', customerId))).toBe(false);
    expect(await stop.stopSurveys(link.signLink('stop', randomUUID()))).toBe(false);
    expect(await test.db.consent.count()).toBe(0);
  });
});
