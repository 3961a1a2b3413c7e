import { z } from 'zod';
import { messageViewSchema } from '../conversations/conversation.schema';
import { callViewSchema } from '../models/model.schema';

/** A step as the trace page shows it. Times are milliseconds, `startedMs` after the start of the turn. */
export const stepViewSchema = z.object({
  position: z.number(),
  stage: z.string(),
  startedMs: z.number(),
  tookMs: z.number(),
  place: z.enum(['here', 'other', 'model']),
  summary: z.string(),
  saw: z.unknown(),
  gave: z.unknown(),
});
export type StepView = z.infer<typeof stepViewSchema>;

export const toolCallViewSchema = z.object({
  tool: z.string(),
  kind: z.enum(['read', 'write']),
  asked: z.string(),
  came: z.string(),
  outcome: z.enum(['done', 'failed', 'denied', 'needs_approval', 'unknown']),
  tookMs: z.number(),
});
export type ToolCallView = z.infer<typeof toolCallViewSchema>;

export const turnTraceSchema = z.object({
  id: z.string(),
  number: z.number(),
  conversation: z.object({ id: z.string(), number: z.number(), gist: z.string(), customer: z.string() }),
  status: z.string(),
  outcome: z.string().nullable(),
  tier: z.enum(['autonomous', 'reviewed', 'escalated']).nullable(),
  headline: z.string(),
  asked: z.string(),
  startedAt: z.string(),
  tookMs: z.number().nullable(),
  costMicros: z.number(),
  confidence: z.number().nullable(),
  why: z.string().nullable(),
  parts: z.array(z.object({ part: z.string(), score: z.number(), why: z.string() })),
  steps: z.array(stepViewSchema),
  calls: z.array(toolCallViewSchema),
  decisions: z.array(
    z.object({
      tool: z.string(),
      effect: z.enum(['allow', 'deny', 'needs_approval']),
      policy: z.string(),
      version: z.number(),
      rule: z.string(),
      says: z.string(),
      cel: z.string(),
      facts: z.array(z.object({ name: z.string(), value: z.string(), from: z.string() })),
    }),
  ),
  /** Everything that was asked of models for it, oldest first. */
  modelCalls: z.array(callViewSchema),
  egress: z.object({ left: z.boolean(), replaced: z.array(z.string()), destroyed: z.array(z.string()) }),
  versions: z.array(z.object({ what: z.string(), version: z.string() })),
  reply: messageViewSchema.nullable(),
});
export type TurnTrace = z.infer<typeof turnTraceSchema>;
