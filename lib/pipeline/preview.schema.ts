import { z } from 'zod';
import { articleBodySchema, articlePlaceSchema, articleTitleSchema } from '../knowledge/article.schema';

export const draftTextSchema = z.object({ title: articleTitleSchema, body: articleBodySchema });
export type DraftText = z.infer<typeof draftTextSchema>;

export const askArticlesInput = articlePlaceSchema.extend({
  question: z.string().trim().min(2).max(500),
  /** What stands in the editor, saved or not; null where nothing differs from what is live. */
  draft: draftTextSchema.nullable(),
});
export type AskArticles = z.infer<typeof askArticlesInput>;

export const askQuestionsInput = articlePlaceSchema.extend({ draft: draftTextSchema.nullable() });
export type AskQuestions = z.infer<typeof askQuestionsInput>;

export const previewSourceSchema = z.object({
  slug: z.string(),
  language: z.string(),
  title: z.string(),
  /** The heading the sentences stand under; the title where there is none. */
  heading: z.string(),
  version: z.number(),
  /** It is the article that was asked about. */
  own: z.boolean(),
});

export const previewAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    /** Word for word as they stand in the source, which is a place in `sources`. */
    sentences: z.array(z.object({ text: z.string(), source: z.number() })),
    sources: z.array(previewSourceSchema),
    confidence: z.number(),
    tier: z.enum(['autonomous', 'reviewed', 'escalated']),
    why: z.string(),
  }),
  z.object({ kind: z.literal('handoff'), confidence: z.number(), why: z.string() }),
]);
export type PreviewAnswer = z.infer<typeof previewAnswerSchema>;

export const previewSchema = z.object({ live: previewAnswerSchema, draft: previewAnswerSchema.nullable() });
export type Preview = z.infer<typeof previewSchema>;

export const askedQuestionSchema = z.object({
  id: z.string(),
  text: z.string(),
  before: z.number(),
  after: z.number(),
  /** Answered from this article, surely enough that no person is needed. */
  passes: z.boolean(),
});
export const askedQuestionsSchema = z.object({ questions: z.array(askedQuestionSchema) });
export type AskedQuestions = z.infer<typeof askedQuestionsSchema>;
