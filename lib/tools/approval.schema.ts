import { z } from 'zod';
import { actionViewSchema, personViewSchema } from '../conversations/conversation.schema';
import { standingSchema } from './ballot.schema';

export const approvalRowSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  number: z.number(),
  customer: z.object({ name: z.string(), tier: z.string().nullable() }),
  priority: z.number(),
  tool: z.string(),
  says: z.string(),
  amountCents: z.number().nullable(),
  /** `refunds`, and what its rule says. */
  policy: z.string().nullable(),
  why: z.string(),
  status: z.string(),
  standing: standingSchema,
  /** agent, supervisor or admin. */
  rank: z.string(),
  approvalsNeeded: z.number(),
  agreed: z.array(personViewSchema),
  /** Somebody asked something before deciding. */
  asked: z.number(),
  /** The customer waits since. */
  waitingSince: z.string(),
  /** Until when it stands. */
  dueAt: z.string().nullable(),
  decidedBy: personViewSchema.nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
});
export type ApprovalRow = z.infer<typeof approvalRowSchema>;

export const approvalListSchema = z.object({
  /** What waits, the longest waiting customer of the highest priority first. */
  waiting: z.array(approvalRowSchema),
  /** What was decided in the last 24 hours, the latest first. */
  decided: z.array(approvalRowSchema),
  total: z.number(),
});
export type ApprovalList = z.infer<typeof approvalListSchema>;

export const approvalViewSchema = approvalRowSchema.extend({
  action: actionViewSchema,
  votes: z.array(
    z.object({
      person: personViewSchema.nullable(),
      decision: z.enum(['approve', 'refuse']),
      reason: z.string().nullable(),
      at: z.string(),
    }),
  ),
  questions: z.array(
    z.object({
      id: z.string(),
      person: personViewSchema.nullable(),
      toCustomer: z.boolean(),
      text: z.string(),
      at: z.string(),
    }),
  ),
  /** Who holds the conversation: asking the customer goes with it. */
  holder: z.enum(['assistant', 'queue', 'agent']),
  holds: z.boolean(),
  open: z.boolean(),
  /** For an action that takes another back: what that one did. */
  takesBack: z.object({ id: z.string(), says: z.string() }).nullable(),
});
export type ApprovalView = z.infer<typeof approvalViewSchema>;

/** The facts read anew, beside what they were when it was decided. */
export const factsAgainSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    at: z.string(),
    facts: z.array(
      z.object({ label: z.string(), value: z.string(), was: z.string().nullable(), changed: z.boolean() }),
    ),
    findings: actionViewSchema.shape.findings,
    /** What would come of a yes now. */
    effect: z.enum(['allow', 'deny', 'needs_approval']),
    says: z.string(),
  }),
  z.object({ kind: z.literal('unavailable'), why: z.string() }),
]);
export type FactsAgain = z.infer<typeof factsAgainSchema>;

export const decideInput = z.object({
  actionId: z.uuid(),
  decision: z.enum(['approve', 'refuse']),
  reason: z.string().trim().max(500).optional(),
});

export const askInput = z.object({
  actionId: z.uuid(),
  to: z.enum(['colleague', 'customer']),
  text: z.string().trim().min(1, 'write something first').max(4_000),
  /** Takes the conversation first, where somebody has to hold it to speak. */
  take: z.boolean().default(false),
});
export type AskInput = z.infer<typeof askInput>;
