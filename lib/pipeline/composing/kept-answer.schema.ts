import { z } from 'zod';

const keptAnswerSchema = z.object({
  sentences: z
    .array(
      z.object({
        text: z.string(),
        cited: z.array(z.string()),
        kind: z.enum(['fact', 'courtesy', 'unsupported']),
        support: z.number(),
      }),
    )
    .min(1),
});

/** The sentences of an answer as it was kept; null where it was kept in another form. */
export const readKeptAnswer = (value: unknown) => keptAnswerSchema.safeParse(value).data?.sentences ?? null;
