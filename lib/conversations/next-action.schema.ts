import { z } from 'zod';

const says = z.string();

/** What is best done next, with all that one key needs to do it. */
export const nextActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('decide'), actionId: z.string(), says }),
  z.object({ kind: z.literal('draft'), draftId: z.string(), says }),
  z.object({ kind: z.literal('article'), text: z.string(), slug: z.string(), articleId: z.string(), says }),
  z.object({ kind: z.literal('write'), text: z.string(), says }),
  z.object({ kind: z.literal('solve'), says }),
]);
export type NextAction = z.infer<typeof nextActionSchema>;

export const nextActionAnswerSchema = z.object({ next: nextActionSchema.nullable() });
