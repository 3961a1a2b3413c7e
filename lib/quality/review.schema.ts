import { z } from 'zod';
import { messageViewSchema } from '../conversations/conversation.schema';

export const verdictSchema = z.enum(['right', 'partly', 'wrong']);
export const causeSchema = z.enum(['intent', 'wording', 'made_up', 'missing_article', 'old_article', 'tool', 'rule']);

export const reviewRowSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  turnId: z.string(),
  customer: z.object({ name: z.string(), tier: z.string().nullable() }),
  question: z.string(),
  intent: z.string().nullable(),
  language: z.string().nullable(),
  confidence: z.number(),
  at: z.string(),
  state: z.enum(['open', 'done']),
  verdict: verdictSchema.nullable(),
});
export type ReviewRow = z.infer<typeof reviewRowSchema>;

export const reviewViewSchema = reviewRowSchema.extend({
  messages: z.array(messageViewSchema),
  /** What the answer rests on: each claim with the passage or record behind it. */
  claims: z.array(z.object({ text: z.string(), source: z.string(), supported: z.boolean() })),
  correction: z.string().nullable(),
  cause: causeSchema.nullable(),
  why: z.string().nullable(),
});
export type ReviewView = z.infer<typeof reviewViewSchema>;
