import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Behaviour } from '../../demo/model/behaviour';
import { type OpenModel, openModel } from '../../demo/model/open-model';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let model: OpenModel;
let workQuietly: typeof import('./work-quietly').workQuietly;
let viewGaps: typeof import('../models/view-gaps').viewGaps;
/** At night, and on another day for each test, so that the day's work is asked for anew. */
let night = Date.UTC(2026, 10, 1, 2);
const nextNight = () => {
  night += 86_400_000;
  return new Date(night);
};

const say = (value: unknown): Behaviour => ({ kind: 'say', text: JSON.stringify(value) });
const verdict = { unsupported: [], answers: true, tone: true, language: true, leaks: false, why: 'Fine.' };

beforeAll(async () => {
  desk = await openTestDatabase();
  model = await openModel();
  ({ workQuietly } = await import('./work-quietly'));
  ({ viewGaps } = await import('../models/view-gaps'));
  await desk.db.modelProvider.create({
    data: { name: 'Test', url: model.url, choices: { create: { role: 'large', model: 'm' } } },
  });
});
beforeEach(async () => {
  await desk.db.modelJob.deleteMany();
  await desk.db.turn.deleteMany();
  await desk.db.handoff.deleteMany();
});
afterAll(async () => {
  await model?.close();
  await desk?.close();
});

/** A conversation in which a customer asked, with a turn that answered from an article. */
async function answered(at: Date) {
  const article = await desk.db.article.create({
    data: { slug: randomUUID(), title: 'Refunds', body: 'Within 30 days.', publishedAt: at },
  });
  const { id: conversationId } = await desk.conversation();
  const said = { conversationId, channelId: desk.channels.chat, kind: 'reply' as const };
  const asked = await desk.db.message.create({ data: { ...said, author: 'customer', text: 'How long?' } });
  const turn = await desk.db.turn.create({
    data: {
      conversationId,
      number: 1,
      messageId: asked.id,
      workflowId: 'w',
      status: 'saved',
      outcome: 'replied',
      tier: 'autonomous',
      confidence: 0.95,
      startedAt: at,
    },
  });
  await desk.db.message.create({
    data: {
      ...said,
      author: 'assistant',
      text: 'Within 30 days.',
      turnId: turn.id,
      sources: [{ articleId: article.id }],
    },
  });
  return turn;
}

describe('work in quiet hours', () => {
  it('does nothing by day', async () => {
    await answered(new Date());
    model.turnTo(() => say(verdict));
    expect(await workQuietly(new Date(Date.UTC(2026, 10, 1, 12)))).toBe(0);
    expect(await desk.db.modelJob.count()).toBe(0);
  });

  it('reads an answer once more, and puts up for review what seems wrong', async () => {
    const now = nextNight();
    const turn = await answered(now);
    model.turnTo((call) =>
      call.step === 'gaps' ? say({ gaps: [] }) : say({ ...verdict, unsupported: ['Within 30 days.'] }),
    );
    await workQuietly(now);
    expect(await desk.db.review.findUnique({ where: { turnId: turn.id } })).toMatchObject({
      state: 'open',
      confidence: 0.95,
    });
    await workQuietly(now);
    expect(await desk.db.modelCall.count({ where: { turnId: turn.id, step: 'rescore' } })).toBe(1);
  });

  it('hides in the articles what is hidden in the question, and goes on past what must not leave', async () => {
    const now = nextNight();
    const turn = await answered(now);
    const { inTransaction } = await import('../platform/db');
    const { openVault } = await import('../privacy/open-vault');
    await inTransaction(async (tx) => {
      const vault = await openVault(tx, turn.conversationId);
      vault.hide('Write to refunds@northline.example');
      await vault.keep();
    });
    await desk.db.article.updateMany({ data: { body: 'Within 30 days, by refunds@northline.example.' } });
    const sent: string[] = [];
    model.turnTo((call) => {
      if (call.step === 'rescore') sent.push(JSON.stringify(call.body));
      return say(call.step === 'gaps' ? { gaps: [] } : verdict);
    });
    await workQuietly(now);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('by [EMAIL_1]');
    expect(sent[0]).not.toContain('refunds@northline');
    expect(await desk.db.modelJob.findFirst({ where: { about: turn.id } })).toMatchObject({ state: 'done' });
  });

  it('leaves alone what seems right', async () => {
    const now = nextNight();
    const turn = await answered(now);
    model.turnTo((call) => say(call.step === 'gaps' ? { gaps: [] } : verdict));
    await workQuietly(now);
    expect(await desk.db.review.count({ where: { turnId: turn.id } })).toBe(0);
    expect(await desk.db.modelJob.findFirst({ where: { about: turn.id } })).toMatchObject({ state: 'done' });
  });

  it('puts together what was asked and not answered, with where it was asked', async () => {
    const now = nextNight();
    const conversations: string[] = [];
    for (let at = 0; at < 3; at++) {
      const turn = await answered(now);
      await desk.db.turn.update({ where: { id: turn.id }, data: { tier: 'escalated' } });
      await desk.db.handoff.create({
        data: {
          conversationId: turn.conversationId,
          turnId: turn.id,
          reason: 'no_answer',
          wants: 'x',
          stopped: 'y',
          createdAt: now,
        },
      });
      conversations.push(turn.conversationId);
    }
    model.turnTo((call) =>
      call.step === 'gaps'
        ? say({
            gaps: [
              { title: 'Skis', why: 'Whether they are rented.', questions: [1, 2, 99] },
              { title: 'None', why: '', questions: [] },
            ],
          })
        : say(verdict),
    );
    await workQuietly(now);
    const view = await viewGaps();
    expect(view).toMatchObject({ configured: true, asked: 3, gaps: [{ title: 'Skis' }] });
    expect(view.gaps[0]!.conversations).toHaveLength(2);
    expect(conversations).toEqual(expect.arrayContaining(view.gaps[0]!.conversations));
  });

  it('tries a job on three nights and no more', async () => {
    const now = nextNight();
    await answered(now);
    model.turnTo(() => ({ kind: 'say', text: 'no form at all' }));
    for (let night = 0; night < 5; night++) await workQuietly(now);
    const jobs = await desk.db.modelJob.findMany();
    expect(jobs.every(({ attempts }) => attempts <= 3)).toBe(true);
    expect(jobs.some(({ state }) => state === 'failed')).toBe(true);
  });
});
