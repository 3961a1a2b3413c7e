import { z } from 'zod';

export const askConversationInput = z.object({ question: z.string().trim().min(2, 'ask a little more').max(500) });

/** What a sentence of the answer stands in. */
export const askedSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), id: z.string(), who: z.string(), at: z.string() }),
  z.object({ kind: z.literal('record'), what: z.string() }),
  z.object({
    kind: z.literal('article'),
    articleId: z.string(),
    slug: z.string(),
    title: z.string(),
    version: z.number(),
  }),
]);
export type AskedSource = z.infer<typeof askedSourceSchema>;

export const askedConversationSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    /** Word for word as they stand in the source, which is a place in `sources`. */
    sentences: z.array(z.object({ text: z.string(), source: z.number() })),
    sources: z.array(askedSourceSchema),
    /** The same in words of the model, where one is set. */
    worded: z.string().nullable(),
  }),
  z.object({ kind: z.literal('nothing'), looked: z.string() }),
]);
export type AskedConversation = z.infer<typeof askedConversationSchema>;
