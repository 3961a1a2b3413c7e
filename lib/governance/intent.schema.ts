import { z } from 'zod';
import { tierOverridesSchema } from './tiers.schema';

export const intentKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,59}$/, 'must be lower case letters, digits and _, beginning with a letter');

/** Placeholders such as [EMAIL_1] may stand in it. */
export const exampleTextSchema = z
  .string()
  .trim()
  .min(2, 'must be at least two characters')
  .max(500, 'must be at most 500 characters');

export const exampleUses = ['train', 'test'] as const;
export const exampleSources = ['seed', 'admin', 'api', 'review', 'conversation'] as const;

const aboutIntent = {
  name: z.string().trim().min(1, 'must not be empty').max(80),
  description: z.string().trim().max(500).default(''),
  teamKey: z.string().max(60).nullable().default(null),
};

/** A new intent starts with what it needs to be told apart. */
export const leastExamples = 3;

export const newIntentInput = z.object({
  key: intentKeySchema.optional(),
  ...aboutIntent,
  examples: z
    .array(exampleTextSchema)
    .min(leastExamples, `at least ${leastExamples} examples are needed; ten teach it well`)
    .max(1_000),
});
export type NewIntent = z.infer<typeof newIntentInput>;

export const changeIntentInput = z.object({ id: z.uuid(), ...aboutIntent, thresholds: tierOverridesSchema });

export const addExamplesInput = z.object({
  intentId: z.uuid(),
  texts: z.array(exampleTextSchema).min(1).max(1_000),
  use: z.enum(exampleUses).default('train'),
});

export const changeExamplesInput = z.object({
  ids: z.array(z.uuid()).min(1).max(1_000),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('move'), intentId: z.uuid() }),
    z.object({ kind: z.literal('use'), use: z.enum(exampleUses) }),
    z.object({ kind: z.literal('remove') }),
  ]),
});

export const decideSuggestionsInput = z.object({
  ids: z.array(z.uuid()).min(1).max(200),
  /** The intent to file them under, or null to reject them. */
  intent: intentKeySchema.nullable(),
});

export const requestTrainingInput = z.object({
  note: z.string().trim().max(200).default(''),
  release: z.boolean().default(false),
});

export const releaseVersionInput = z.object({
  versionId: z.uuid(),
  /** Puts the examples back as they stood when it was trained, too. */
  restoreExamples: z.boolean().default(false),
});

/** An example as it stood when a version was trained. */
export const versionExampleSchema = z.object({
  intent: z.string(),
  text: z.string(),
  use: z.enum(exampleUses),
});
export const versionExamplesSchema = z.array(versionExampleSchema);
export type VersionExample = z.infer<typeof versionExampleSchema>;

export const versionStates = ['training', 'ready', 'live', 'retired', 'failed'] as const;

const share = z.number().min(0).max(1);

/** One bin of a reliability diagram: how sure it said it was, and how often it was right. */
export const reliabilityBinSchema = z.object({ from: share, count: z.number().int(), said: share, right: share });
export type ReliabilityBin = z.infer<typeof reliabilityBinSchema>;

/** What a version was found to be on examples it was not trained on. */
export const versionReportSchema = z.object({
  accuracy: share,
  macroF1: share,
  /** Expected calibration error over fifteen bins. */
  ece: share,
  /** Calibrated probability under which it says `unknown`. */
  threshold: share,
  /** On the examples kept as test only; null when there are none. */
  tests: z.object({ examples: z.number().int(), accuracy: share }).nullable(),
  perIntent: z.array(
    z.object({
      intent: z.string(),
      examples: z.number().int(),
      precision: share,
      recall: share,
      f1: share,
      ece: share,
      reliability: z.array(reliabilityBinSchema),
    }),
  ),
  confusion: z.array(z.object({ intent: z.string(), understood: z.string(), count: z.number().int() })),
  /** By position in the examples the version took down: what each was taken for while it was held out. */
  predictions: z.array(z.object({ at: z.number().int(), intent: z.string(), probability: share })),
});
export type VersionReport = z.infer<typeof versionReportSchema>;
