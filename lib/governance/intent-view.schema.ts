import { z } from 'zod';
import { exampleSources, exampleUses, reliabilityBinSchema, versionStates } from './intent.schema';
import { tierOverridesSchema } from './tiers.schema';

const share = z.number().min(0).max(1);

export const versionSummarySchema = z.object({
  id: z.string(),
  number: z.number().int(),
  state: z.enum(versionStates),
  examples: z.number().int(),
  accuracy: share.nullable(),
  macroF1: share.nullable(),
  ece: share.nullable(),
  tests: z.object({ examples: z.number().int(), accuracy: share }).nullable(),
  trainedMs: z.number().int().nullable(),
  note: z.string(),
  error: z.string().nullable(),
  by: z.string().nullable(),
  createdAt: z.string(),
  releasedAt: z.string().nullable(),
});
export type VersionSummary = z.infer<typeof versionSummarySchema>;

export const intentRowSchema = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  teamKey: z.string().nullable(),
  examples: z.number().int(),
  /** Held out, in the live version; null for an intent it does not know yet. */
  f1: share.nullable(),
  /** Turns of the last 30 days that were understood as this. */
  turns: z.number().int(),
  suggestions: z.number().int(),
});
export type IntentRow = z.infer<typeof intentRowSchema>;

export const intentsViewSchema = z.object({
  live: versionSummarySchema.nullable(),
  /** The newest version that is being trained, or was trained after the live one and waits to be released. */
  next: versionSummarySchema.nullable(),
  /** Examples added, moved or removed since the live version was trained. */
  changed: z.number().int(),
  intents: z.array(intentRowSchema),
  teams: z.array(z.object({ key: z.string(), name: z.string() })),
});
export type IntentsView = z.infer<typeof intentsViewSchema>;

export const exampleViewSchema = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string().nullable(),
  use: z.enum(exampleUses),
  source: z.enum(exampleSources),
  /** What the live version took it for while it was held out; null until a version has seen it. */
  taken: z.object({ intent: z.string(), name: z.string(), probability: share }).nullable(),
});
export type ExampleView = z.infer<typeof exampleViewSchema>;

export const suggestionViewSchema = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string().nullable(),
  probability: share,
  why: z.string(),
  conversationId: z.string(),
  at: z.string(),
});

export const intentViewSchema = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  team: z.object({ key: z.string(), name: z.string() }).nullable(),
  thresholds: tierOverridesSchema,
  playbook: z.object({ key: z.string(), version: z.number().int() }).nullable(),
  measured: z.object({ precision: share, recall: share, f1: share }).nullable(),
  examples: z.array(exampleViewSchema),
  suggestions: z.array(suggestionViewSchema),
  confusion: z.object({
    intents: z.array(z.object({ key: z.string(), name: z.string() })),
    counts: z.array(z.array(z.number().int())),
    /** Held-out examples in all. */
    total: z.number().int(),
  }),
  reliability: z.array(reliabilityBinSchema),
  ece: share.nullable(),
});
export type IntentView = z.infer<typeof intentViewSchema>;

const reading = z.object({
  version: z.number().int(),
  intent: z.string(),
  name: z.string(),
  probability: share,
  ranked: z.array(z.object({ intent: z.string(), name: z.string(), probability: share })),
  /** What each word said for the first reading against the second; negative ones spoke against it. */
  words: z.array(z.object({ word: z.string(), weight: z.number() })),
});

export const triedSchema = z.object({
  language: z.string(),
  /** Each wish the sentence holds, with the text it came from. */
  wishes: z.array(z.object({ intent: z.string(), name: z.string(), probability: share, text: z.string() })),
  entities: z.array(z.object({ kind: z.string(), value: z.string(), text: z.string(), sure: share })),
  live: reading,
  /** The version that waits to be released, when there is one. */
  next: reading.nullable(),
});
export type Tried = z.infer<typeof triedSchema>;

export const versionEffectSchema = z.object({
  version: versionSummarySchema,
  against: versionSummarySchema.nullable(),
  intents: z.array(z.object({ key: z.string(), name: z.string(), before: share.nullable(), after: share.nullable() })),
  /** Examples both versions know, held out in each, that only one of them takes rightly. */
  mended: z.array(z.object({ text: z.string(), meant: z.string(), was: z.string(), is: z.string() })),
  broken: z.array(z.object({ text: z.string(), meant: z.string(), was: z.string(), is: z.string() })),
  /** What customers said lately, understood again by both. */
  replay: z.object({
    turns: z.number().int(),
    changes: z.array(
      z.object({
        text: z.string(),
        conversationId: z.string(),
        was: z.string(),
        wasProbability: share,
        is: z.string(),
        isProbability: share,
      }),
    ),
  }),
});
export type VersionEffect = z.infer<typeof versionEffectSchema>;
