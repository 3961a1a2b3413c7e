import { z } from 'zod';
import { askObject } from '../models/ask-object';
import { meterForPerson } from '../models/ask-text';
import { type Gaps, gapsSchema } from '../models/gaps.schema';
import { db } from '../platform/db';
import { cutRedacted } from '../privacy/cut-redacted';
import { gapsPrompt, section } from './prompts';

/** Plain types only: several servers refuse a form with bounds. */
const answerSchema = z.object({
  gaps: z.array(z.object({ title: z.string(), why: z.string(), questions: z.array(z.number()) })),
});
const lookBackDays = 7;
const mostQuestions = 60;
const mostGaps = 12;
const longestQuestion = 240;

/**
 * What customers asked in the last week and no article answered, put together by what is missing. Questions leave as they are
 * stored, with placeholders, and each gap keeps the conversations it was asked in. Throws ModelFailure.
 */
export async function findGaps(now: Date): Promise<Gaps> {
  const handoffs = await db().handoff.findMany({
    where: {
      reason: { in: ['no_answer', 'not_understood'] },
      createdAt: { gte: new Date(now.getTime() - lookBackDays * 86_400_000) },
    },
    orderBy: { createdAt: 'desc' },
    take: mostQuestions,
    select: { conversationId: true, turnId: true },
  });
  const turns = await db().turn.findMany({
    where: { id: { in: handoffs.flatMap(({ turnId }) => turnId ?? []) } },
    select: { conversationId: true, messageId: true },
  });
  const messages = await db().message.findMany({ where: { id: { in: turns.map(({ messageId }) => messageId) } } });
  const questions = messages.map(({ conversationId, text }) => ({
    conversationId,
    text: cutRedacted(text, longestQuestion),
  }));
  if (questions.length < 2) return { asked: questions.length, gaps: [] };
  const { gaps } = await askObject(
    { step: 'gaps', size: 'large', why: 'In a quiet hour', about: {}, meter: meterForPerson() },
    {
      instructions: gapsPrompt,
      prompt: section(
        'questions',
        questions.map(({ text }, at) => `${at + 1}. ${text.replace(/\s+/g, ' ')}`).join('\n'),
      ),
    },
    'gaps',
    answerSchema,
  );
  return gapsSchema.parse({
    asked: questions.length,
    gaps: gaps.slice(0, mostGaps).flatMap(({ title, why, questions: numbers }) => {
      const conversations = numbers.flatMap((number) => questions[number - 1]?.conversationId ?? []);
      if (conversations.length === 0 || title.trim() === '') return [];
      return [
        {
          title: title.trim().slice(0, 120),
          why: why.trim().slice(0, 300),
          conversations: [...new Set(conversations)],
        },
      ];
    }),
  });
}
