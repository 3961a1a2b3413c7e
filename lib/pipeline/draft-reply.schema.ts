import { z } from 'zod';

/** What a draft rests on, as it is shown under it. */
export const draftSourceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('article'),
    articleId: z.string(),
    slug: z.string(),
    title: z.string(),
    version: z.number(),
    /** Written for us: before its words are sent, somebody should look. */
    internal: z.boolean(),
  }),
  z.object({ kind: z.literal('record'), what: z.string() }),
]);
export type DraftSource = z.infer<typeof draftSourceSchema>;

const written = { text: z.string(), sources: z.array(draftSourceSchema) };

/** One line of the answer while a draft is written: always the whole of it so far, and how it ended. */
export const draftLineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('writing'), ...written }),
  z.object({ kind: z.literal('done'), ...written }),
  z.object({ kind: z.literal('nothing'), says: z.string() }),
  z.object({ kind: z.literal('failed'), says: z.string() }),
]);
export type DraftLine = z.infer<typeof draftLineSchema>;
