import { z } from 'zod';

export const sensitiveTopics = ['legal', 'self_harm', 'press', 'regulator', 'bereavement', 'safety'] as const;

export const entityKinds = [
  'order',
  'amount',
  'date',
  'email',
  'phone',
  'address',
  'product',
  'months',
  'plan',
  'invoice',
  'tracking',
] as const;

const probability = z.number().min(0).max(1);

export const entitySchema = z.object({
  kind: z.enum(entityKinds),
  /** Normalised: `NL-48213` for an order, `620.00` for an amount, `2026-12-03` for a date, `3` for months. */
  value: z.string().max(500),
  /** As written by the customer; for an email or a phone number this is the placeholder. */
  text: z.string().max(500),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  sure: probability,
  /** Amounts only: minor units, so that no rounding happens on the way. */
  cents: z.number().int().optional(),
  /** Amounts only: ISO 4217. */
  currency: z.string().length(3).optional(),
  /** Dates only: ISO 8601 calendar date, first day when a span was meant. */
  iso: z.string().optional(),
});
export type Entity = z.infer<typeof entitySchema>;

export const wishSchema = z.object({
  /** An intent key, or `unknown`: a low score stays unknown and is never rounded up to the nearest intent. */
  intent: z.string().max(80),
  /** Calibrated: of the wishes given 0.9, nine in ten are right. */
  probability,
  runnersUp: z.array(z.object({ intent: z.string().max(80), probability })).max(3),
  /** The clause the wish came from. */
  text: z.string(),
  /** The words that counted most for this intent, strongest first. */
  words: z.array(z.string()).max(8),
});
export type Wish = z.infer<typeof wishSchema>;

export const sensitiveSchema = z.object({ topic: z.enum(sensitiveTopics), phrase: z.string() });
export type Sensitive = z.infer<typeof sensitiveSchema>;

export const understandingSchema = z.object({
  /** One per intent found, in the order in which the customer wrote them; never empty. */
  wishes: z.array(wishSchema).min(1),
  /** ISO 639-1, or `und` when the text is too short to tell: the caller falls back on the conversation's language. */
  language: z.string(),
  /** -1 furious … 1 delighted. */
  sentiment: z.number().min(-1).max(1),
  urgency: probability,
  sensitive: z.array(sensitiveSchema),
  wantsPerson: z.boolean(),
  /** May only make the rest of the pipeline stricter. */
  injectionRisk: probability,
  entities: z.array(entitySchema),
  /** Plain sentences for people: why it was understood so. */
  reasons: z.array(z.string()),
});
export type Understanding = z.infer<typeof understandingSchema>;

/** What the label means to the classifier: any other label is an intent key. */
export const UNKNOWN = 'unknown';

export const exampleSchema = z.object({
  text: z.string().min(1).max(2_000),
  intent: z.string().min(1).max(80),
  /** `test` is put aside: never trained on, measured apart. */
  use: z.enum(['train', 'test']).optional(),
});
export type Example = z.infer<typeof exampleSchema>;

/** Where what was said is compared with what was right: `said` is the bin's mean probability, `right` the share that was. */
const reliabilityBinSchema = z.object({
  from: probability,
  count: z.number().int(),
  said: probability,
  right: probability,
});
export type ReliabilityBin = z.infer<typeof reliabilityBinSchema>;

const intentReportSchema = z.object({
  intent: z.string(),
  examples: z.number().int(),
  recall: probability,
  precision: probability,
  f1: probability,
  /** The smallest probability from which this intent may be answered alone; null when no probability is high enough. */
  threshold: probability.nullable(),
  /** Share of its examples understood as it with at least that probability. */
  coverage: probability,
  ece: probability,
  reliability: z.array(reliabilityBinSchema),
});
export type IntentReport = z.infer<typeof intentReportSchema>;

/** What a model is worth, measured on text it had not seen. */
export const measurementSchema = z.object({
  examples: z.number().int(),
  accuracy: probability,
  macroF1: probability,
  /** Fifteen equal bins. */
  ece: probability,
  /** Share of examples accepted (not called unknown), and how many of those were right. */
  coverage: probability,
  precision: probability,
  /** The same for those sure enough to be answered alone. */
  autonomous: z.object({ coverage: probability, precision: probability }),
  perIntent: z.array(intentReportSchema),
  /** Counts over 0 only, the diagonal among them. */
  confusion: z.array(z.object({ intent: z.string(), understood: z.string(), count: z.number().int() })),
  reliability: z.array(reliabilityBinSchema),
  /** `at` is the example's place in the list that training was given. */
  predictions: z.array(z.object({ at: z.number().int(), intent: z.string(), probability })),
});
export type Measurement = z.infer<typeof measurementSchema>;

const base64 = z.string();
const scaleSchema = z.object({ mean: z.number(), spread: z.number().positive() });

/** Raised whenever a stored classifier of before could no longer be read. */
export const modelVersion = 2;

/** A trained classifier as plain JSON. Numbers are little-endian typed arrays in base64: a tenth of the size of JSON numbers. */
export const intentModelSchema = z.object({
  version: z.literal(modelVersion),
  intents: z.array(z.string()).min(2),
  /** Languages that enough examples were written in; elsewhere its probabilities are not to be trusted. */
  languages: z.array(z.string()),
  /** How many examples it was trained on. */
  trainedOn: z.number().int().positive(),
  reading: z.object({
    shortest: z.number().int().min(1).max(8),
    longest: z.number().int().min(1).max(8),
    reach: z.number().int().min(0).max(10),
    concepts: z.boolean(),
    rarity: z.number().positive().max(2),
  }),
  /** Uint32: hash of each feature; its position is its column. */
  features: base64,
  /** Float32: inverse document frequency of each column. */
  idf: base64,
  /** Int8: feature-major, `weights[column * intents.length + intent]`, in units of the intent's `scales`. */
  weights: base64,
  /** Float32: one an intent. */
  scales: base64,
  /** Float32: one bias an intent. */
  biases: base64,
  /** Multiplies raw scores before softmax; fitted on out-of-fold scores. */
  sharpness: z.number().positive(),
  /** Calibrated probability under which a wish is `unknown`. */
  threshold: probability,
  /** How familiar a text is: its best raw score and its share of known words, each against what examples have. */
  unknown: z.object({
    score: scaleSchema,
    known: scaleSchema,
    /** Under this it is of no intent; loses one right answer in a hundred. */
    threshold: z.number(),
    /** Stricter: refuses most of what is of no intent, and loses more of what is. */
    balanced: z.number(),
  }),
  /** Calibrated probability from which answers are right often enough to go out alone; null when none is. */
  autonomous: probability.nullable(),
  /** On out-of-fold predictions: each example as read by a model that was not shown it. */
  report: measurementSchema,
  /** On the examples put aside with `use: 'test'`. */
  test: measurementSchema.optional(),
});
export type IntentModel = z.infer<typeof intentModelSchema>;

export type Classification = {
  /** Every intent, most probable first; sums to 1. */
  ranked: { intent: string; probability: number }[];
  words: string[];
  /** Share of the text's character runs that training has seen: near 0 is gibberish or another language. */
  known: number;
  /** In standard deviations from an ordinary example; compared with `model.unknown.threshold`. */
  familiarity: number;
};

/** A product that may be named in a message. */
export type KnownProduct = { sku: string; name: string; aliases?: string[] };

export type UnderstandMessageInput = {
  /** Redacted text. */
  text: string;
  /** Earlier customer messages of the conversation, oldest first, redacted. */
  history: string[];
  now: Date;
  /** IANA zone in which "tomorrow" is meant; UTC when absent. */
  timezone?: string;
  model: IntentModel;
  /** Gives the value behind a placeholder such as `[EMAIL_1]`. */
  resolve: (placeholder: string) => string | undefined;
  products?: KnownProduct[];
};
