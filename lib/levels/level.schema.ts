import { z } from 'zod';

export const levelKeySchema = z.enum([
  'intake',
  'first_reply_assistant',
  'first_reply_agents',
  'automated_resolution',
  'escalation_accuracy',
  'hallucination',
]);
export type LevelKey = z.infer<typeof levelKeySchema>;

export const countsSchema = z.enum(['verified', 'assumed']);

/** What an admin sets. `objective` is a share: 0.995 means that five events in a thousand may be bad. */
export const levelInputSchema = z.object({
  key: levelKeySchema,
  enabled: z.boolean(),
  objective: z.number().min(0.01, 'is at least 1%').max(0.9999, 'is at most 99.99%'),
  windowDays: z.number().int().min(1, 'is at least a day').max(90, 'is at most 90 days'),
  withinSeconds: z.number().int().min(1, 'is at least a second').max(86_400, 'is at most a day').nullable(),
  counts: countsSchema.nullable(),
  fewestEvents: z.number().int().min(1, 'is at least one').max(10_000),
});
export type LevelInput = z.infer<typeof levelInputSchema>;
export type Level = LevelInput;

export const burnKeySchema = z.enum(['fast', 'slow', 'creeping']);
export type BurnKey = z.infer<typeof burnKeySchema>;

const count = z.object({ good: z.number(), total: z.number() });
export type Count = z.infer<typeof count>;

const burn = z.object({
  key: burnKeySchema,
  hours: z.number(),
  /** At this rate and above it is told. */
  factor: z.number(),
  count,
  /** 1 spends the budget exactly within the window; null without events. */
  rate: z.number().nullable(),
  state: z.enum(['on', 'between', 'off', 'few']),
});
export type Burn = z.infer<typeof burn>;

const budget = z.object({
  /** What may be bad in the window, and was, in events. */
  allowed: z.number(),
  bad: z.number(),
  /** Of the budget: 1 untouched, 0 spent, below 0 overspent; null without events. */
  left: z.number().nullable(),
  leftEvents: z.number(),
  few: z.boolean(),
});
export type Budget = z.infer<typeof budget>;

export const levelViewSchema = levelInputSchema.extend({
  name: z.string(),
  /** What is a good event, in one sentence. */
  says: z.string(),
  /** What an event is called, one and many. */
  events: z.tuple([z.string(), z.string()]),
  count,
  value: z.number().nullable(),
  budget,
  burns: z.array(burn),
  /** One for each local day of the window: what happened, and what was left of the budget at its end. */
  days: z.array(z.object({ day: z.iso.date(), good: z.number(), total: z.number(), left: z.number().nullable() })),
});
export type LevelView = z.infer<typeof levelViewSchema>;

/** How well it is known when to pass on, on the samples that people judged. */
export const escalationViewSchema = z.object({
  /** Passed on and needed ÷ passed on; needed and passed on ÷ needed. Null where too few were judged. */
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  judgedEscalated: z.number(),
  judgedOthers: z.number(),
  waiting: z.number(),
});
export type EscalationView = z.infer<typeof escalationViewSchema>;

export const levelsViewSchema = z.object({
  levels: z.array(levelViewSchema),
  escalation: escalationViewSchema,
  timeZone: z.string(),
  at: z.iso.datetime(),
  mayEdit: z.boolean(),
});
export type LevelsView = z.infer<typeof levelsViewSchema>;

export const spentQuerySchema = z.object({
  key: levelKeySchema,
  day: z.iso.date().optional(),
  after: z.string().max(200).optional(),
});
export type SpentQuery = z.infer<typeof spentQuerySchema>;

export const judgeSampleSchema = z.object({ turnId: z.uuid(), needed: z.boolean() });
export type JudgeSample = z.infer<typeof judgeSampleSchema>;

export const sampleViewSchema = z.object({
  turnId: z.string(),
  conversationId: z.string(),
  number: z.number(),
  customer: z.string(),
  gist: z.string(),
  escalated: z.boolean(),
  at: z.iso.datetime(),
});
export type SampleView = z.infer<typeof sampleViewSchema>;
export const samplesSchema = z.object({ samples: z.array(sampleViewSchema), waiting: z.number() });
