import { z } from 'zod';
import { exampleTextSchema, intentKeySchema, versionStates } from './intent.schema';

/** As many as a large desk has; a body of 8 MiB holds them. */
const mostExamples = 50_000;

const apiIntentSchema = z
  .object({
    key: intentKeySchema,
    name: z.string().trim().min(1).max(80).optional(),
    description: z.string().trim().max(500).optional(),
    team: z.string().max(60).nullable().optional(),
    examples: z.array(exampleTextSchema).max(mostExamples).default([]),
    /** Kept apart from training: they tell how good a version is. */
    tests: z.array(exampleTextSchema).max(mostExamples).default([]),
    /** These examples instead of those it has; otherwise beside them. */
    replace: z.boolean().default(false),
  })
  .strict();

export const trainBodySchema = z
  .object({
    intents: z.array(apiIntentSchema).max(500).default([]),
    /** The same in one list: an intent that does not exist yet is made. */
    examples: z
      .array(z.object({ text: exampleTextSchema, intent: intentKeySchema }).strict())
      .max(mostExamples)
      .default([]),
    note: z.string().trim().max(200).default(''),
    /** Live as soon as it is trained. */
    release: z.boolean().default(true),
    /** How long to wait for the training to end, in seconds; after that the answer is 202 and the version is asked for. */
    wait: z.number().int().min(0).max(60).default(30),
  })
  .strict();
export type TrainBody = z.infer<typeof trainBodySchema>;

const share = z.number().min(0).max(1);

export const apiVersionSchema = z.object({
  version: z.number().int(),
  state: z.enum(versionStates),
  examples: z.number().int(),
  trainedMs: z.number().int().nullable(),
  error: z.string().nullable(),
  /** Measured on examples the version was not trained on. Absent until it is trained. */
  heldOut: z
    .object({
      accuracy: share,
      macroF1: share,
      ece: share,
      threshold: share,
      perIntent: z.array(
        z.object({ intent: z.string(), examples: z.number().int(), precision: share, recall: share, f1: share }),
      ),
    })
    .nullable(),
});
export type ApiVersion = z.infer<typeof apiVersionSchema>;

const predictText = z.string().trim().min(1, 'must not be empty').max(4_000);

export const predictBodySchema = z
  .object({
    /** One text, or many: one prediction each, in order. */
    text: predictText.optional(),
    texts: z.array(predictText).max(500).default([]),
    /** The live version when absent. */
    version: z.number().int().min(1).optional(),
  })
  .strict()
  .refine(({ text, texts }) => text !== undefined || texts.length > 0, 'text or texts: nothing to read');
export type PredictBody = z.infer<typeof predictBodySchema>;

export const predictionSchema = z.object({
  /** An intent's key, or `unknown`. */
  intent: z.string(),
  /** Calibrated: of those given 0.9, nine in ten are right. */
  probability: share,
  ranked: z.array(z.object({ intent: z.string(), probability: share })),
  /** Every wish found in the text, when it holds several. */
  wishes: z.array(z.object({ intent: z.string(), probability: share, text: z.string() })),
  language: z.string(),
  entities: z.array(z.object({ kind: z.string(), value: z.string(), start: z.number(), end: z.number(), sure: share })),
  words: z.array(z.string()),
});
export const predictionsSchema = z.object({ version: z.number().int(), predictions: z.array(predictionSchema) });
