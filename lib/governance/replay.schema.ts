import { z } from 'zod';
import { effectSchema } from './policy.schema';

export const replayRowSchema = z.object({
  actionId: z.string(),
  conversationId: z.string(),
  customer: z.string(),
  amountCents: z.number().nullable(),
  at: z.string(),
  says: z.string(),
  was: effectSchema,
  would: effectSchema,
  /** The rule that would decide; null where none allows it. */
  rule: z.string().nullable(),
  /** What became of it: `succeeded`, `waiting_approval`, … and who decided, when a person did. */
  status: z.string(),
  by: z.string().nullable(),
  waitedMinutes: z.number().nullable(),
});
export type ReplayRow = z.infer<typeof replayRowSchema>;

export const replaySchema = z.object({
  days: z.number(),
  /** Actions that could be decided again. */
  decisions: z.number(),
  /** Actions whose decision was not recorded with what it saw, or that lack a fact the rules now speak of. */
  left: z.number(),
  same: z.number(),
  changes: z.array(z.object({ was: effectSchema, would: effectSchema, count: z.number(), cents: z.number() })),
  stricter: z.number(),
  rows: z.array(replayRowSchema),
  tookMs: z.number(),
});
export type Replay = z.infer<typeof replaySchema>;
