import { z } from 'zod';

/** What is missing in the articles, as found in a quiet hour; the most asked first. */
export const gapsSchema = z.object({
  asked: z.number(),
  gaps: z
    .array(z.object({ title: z.string(), why: z.string(), conversations: z.array(z.string()) }))
    .transform((all) => all.toSorted((a, b) => b.conversations.length - a.conversations.length)),
});
export type Gaps = z.infer<typeof gapsSchema>;

/** The last of them, and whether a model is there to look for more. */
export const gapsViewSchema = z.object({
  configured: z.boolean(),
  foundAt: z.iso.datetime().nullable(),
  asked: z.number(),
  gaps: z.array(z.object({ title: z.string(), why: z.string(), conversations: z.array(z.string()) })),
});
export type GapsView = z.infer<typeof gapsViewSchema>;
