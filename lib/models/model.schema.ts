import { z } from 'zod';

/** What a model is asked for. The steps of a turn first, then what people at the desk and the quiet hours ask. */
export const stepSchema = z.enum([
  'understand',
  'plan',
  'compose',
  'check',
  'summarise',
  'draft',
  'reword',
  'ask',
  'embed',
  'rescore',
  'gaps',
  'test',
]);
export type ModelStep = z.infer<typeof stepSchema>;

export const stepNames: Record<ModelStep, string> = {
  understand: 'Understanding',
  plan: 'Planning',
  compose: 'Wording',
  check: 'Checking',
  summarise: 'Summary for a person',
  draft: 'Draft',
  reword: 'Rewording',
  ask: 'Question of a colleague',
  embed: 'Embedding',
  rescore: 'Judging again',
  gaps: 'Gaps in knowledge',
  test: 'Test',
};

export const styleSchema = z.enum(['chat', 'responses']);
export const sizeSchema = z.enum(['small', 'large']);
export type ModelSize = z.infer<typeof sizeSchema>;
export const roleSchema = z.enum(['small', 'large', 'embedding']);
export type ModelRole = z.infer<typeof roleSchema>;
export const roleNames: Record<ModelRole, string> = {
  large: 'Large model',
  small: 'Small model',
  embedding: 'Embedding model',
};

/** Dollars per million tokens. */
const price = z.number().min(0).max(10_000);
export const choiceSchema = z.object({
  model: z.string().trim().min(1, 'needs a name').max(200),
  input: price,
  cached: price,
  output: price,
});
export type Choice = z.infer<typeof choiceSchema>;

const choices = z.partialRecord(roleSchema, choiceSchema);
const url = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
  .max(500)
  .transform((value) => value.replace(/\/+$/, ''));

export const providerInputSchema = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(1, 'needs a name').max(60),
  url,
  /** Absent: the one that is kept stays. Empty: none. */
  key: z.string().max(500).optional(),
  style: styleSchema,
  enabled: z.boolean(),
  patienceMs: z.number().int().min(500).max(120_000),
  mostAtOnce: z.number().int().min(1).max(1_000),
  mostPerMinute: z.number().int().min(1).max(1_000_000).nullable(),
  choices: choices.refine((all) => Object.keys(all).length > 0, 'name at least one model'),
});
export type ProviderInput = z.infer<typeof providerInputSchema>;

/** What stands in the form, or one that the environment sets, by the id it has in the list. */
export const probeInputSchema = z.union([
  z.object({ environment: z.string().max(60) }),
  providerInputSchema.omit({ enabled: true }),
]);
export type ProbeInput = z.infer<typeof probeInputSchema>;

export const healthSchema = z.enum(['unused', 'well', 'failing', 'down']);
export const providerViewSchema = providerInputSchema.omit({ key: true, id: true }).extend({
  /** Begins with `environment` where it is set there: it is read only. */
  id: z.string(),
  hasKey: z.boolean(),
  health: healthSchema,
  /** Of the last hour. */
  calls: z.number(),
  failures: z.number(),
  firstMs: z.number().nullable(),
  lastFailure: z.string().nullable(),
});
export type ProviderView = z.infer<typeof providerViewSchema>;

export const isFromEnvironment = ({ id }: { id: string }): boolean => id.startsWith('environment');

/** What was found when an endpoint was tried: one line for each thing, and for what is wrong what to do. */
export const probeSchema = z.object({
  ok: z.boolean(),
  checks: z.array(
    z.object({ what: z.string(), ok: z.boolean(), says: z.string(), tookMs: z.number().nullable().default(null) }),
  ),
});
export type Probe = z.infer<typeof probeSchema>;

const share = z.number().min(0.05).max(1);
const dollars = z.number().min(0.01).max(10_000_000).nullable();
export const modelSettingsSchema = z
  .object({
    /** Dollars; null is no limit. */
    day: dollars.default(null),
    month: dollars.default(null),
    /** Shares of a budget: admins are told, the router turns frugal. At the whole of it nothing is asked any more. */
    alertAt: share.default(0.7),
    softAt: share.default(0.85),
    /** For one turn. */
    turnSeconds: z.number().min(1).max(300).default(8),
    turnTokens: z.number().int().min(500).max(1_000_000).default(24_000),
    turnDollars: z.number().min(0.0001).max(100).default(0.05),
    planSteps: z.number().int().min(1).max(20).default(6),
    /** Hours of the day (UTC) in which what can wait is done; the same twice is never. */
    quietFrom: z.number().int().min(0).max(23).default(1),
    quietTo: z.number().int().min(0).max(23).default(5),
    /** Answers to frequent questions are kept. */
    cache: z.boolean().default(true),
  })
  .refine(({ alertAt, softAt }) => alertAt <= softAt, {
    path: ['softAt'],
    error: 'must not be below the share at which admins are told',
  });
export type ModelSettings = z.infer<typeof modelSettingsSchema>;

export const budgetLevelSchema = z.enum(['free', 'alert', 'soft', 'hard']);
export type BudgetLevel = z.infer<typeof budgetLevelSchema>;
export const budgetViewSchema = z.object({
  level: budgetLevelSchema,
  says: z.string(),
  dayMicros: z.number(),
  monthMicros: z.number(),
});
export type BudgetView = z.infer<typeof budgetViewSchema>;

/** One call as the trace and the settings show it; `sent` has placeholders. */
export const callViewSchema = z.object({
  id: z.string(),
  step: stepSchema,
  role: roleSchema,
  provider: z.string(),
  host: z.string(),
  model: z.string(),
  why: z.string(),
  attempt: z.number(),
  inputTokens: z.number(),
  cachedTokens: z.number(),
  outputTokens: z.number(),
  costMicros: z.number(),
  firstMs: z.number().nullable(),
  tookMs: z.number(),
  /** In words; null where it answered as it should. */
  failure: z.string().nullable(),
  /** Whether anything went out: a limit or a rest holds a call back before that. */
  left: z.boolean(),
  sent: z.array(z.object({ role: z.string(), text: z.string() })),
  sentBytes: z.number(),
  at: z.iso.datetime(),
});
export type CallView = z.infer<typeof callViewSchema>;

const costRow = z.object({ name: z.string(), calls: z.number(), costMicros: z.number() });
export const costsSchema = z.object({
  days: z.number(),
  costMicros: z.number(),
  calls: z.number(),
  failures: z.number(),
  turns: z.number(),
  perTurnMicros: z.number().nullable(),
  perResolutionMicros: z.number().nullable(),
  tokens: z.object({ input: z.number(), cached: z.number(), output: z.number() }),
  firstMs: z.object({ median: z.number().nullable(), p90: z.number().nullable() }),
  /** Answers that a model wrote and people reviewed, and those they found made up. */
  reviewed: z.object({ answers: z.number(), madeUp: z.number() }),
  cache: z.object({ answers: z.number(), hits: z.number(), savedMicros: z.number() }),
  byStep: z.array(costRow),
  byModel: z.array(costRow),
  byIntent: z.array(costRow),
  byDay: z.array(z.object({ day: z.string(), costMicros: z.number() })),
});
export type Costs = z.infer<typeof costsSchema>;

export const modelsViewSchema = z.object({
  providers: z.array(providerViewSchema),
  settings: modelSettingsSchema,
  budget: budgetViewSchema,
  costs: costsSchema,
});
export type ModelsView = z.infer<typeof modelsViewSchema>;
