import { z } from 'zod';

/** A solved conversation about the same, as an agent sees it beside an open one. */
export const similarConversationSchema = z.object({
  conversationId: z.string(),
  number: z.number(),
  gist: z.string(),
  /** The intent's name for people; null where it had none. */
  intent: z.string().nullable(),
  resolution: z.enum(['verified', 'assumed', 'agent']),
  rating: z.number().nullable(),
  /** Comparable within one list only. */
  score: z.number(),
  /** What was answered last, redacted; empty where nothing was. */
  excerpt: z.string(),
});
export type SimilarConversation = z.infer<typeof similarConversationSchema>;

export const similarListSchema = z.object({ similar: z.array(similarConversationSchema) });
