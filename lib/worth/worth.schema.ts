import { z } from 'zod';
import { channelKindSchema } from '../conversations/conversation.schema';
import { spanQuerySchema } from '../metrics/metric.schema';

/** Volume of this desk in a period, or of all old tickets that were brought in. */
export const sourceSchema = z.enum(['desk', 'history']);
export type Source = z.infer<typeof sourceSchema>;

export const mapQuerySchema = z.object({ source: sourceSchema, span: spanQuerySchema });
export type MapQuery = z.input<typeof mapQuerySchema>;

export const levelSchema = z.enum(['low', 'medium', 'high']);
export type Level = z.infer<typeof levelSchema>;

const share = z.number().min(0).max(1);
const measured = z.object({ value: z.number(), n: z.number() });

export const coverageSchema = z.object({
  /** It is taught as an intent. */
  intent: z.boolean(),
  /** Slugs of articles that answer it. */
  article: z.object({ slug: z.string(), title: z.string(), language: z.string() }).nullable(),
  playbook: z.object({ key: z.string(), name: z.string() }).nullable(),
  /** Tools its playbook calls, and those of them that no system here has. */
  tools: z.number(),
  toolsMissing: z.array(z.string()),
});
export type Coverage = z.infer<typeof coverageSchema>;

export const categorySchema = z.object({
  /** `intent:order_status`, `theme:<id>`, or `none` for what neither fits. */
  key: z.string(),
  kind: z.enum(['intent', 'theme', 'none']),
  name: z.string(),
  tickets: z.number(),
  share,
  perMonth: z.number(),
  handleMs: measured.nullable(),
  complexity: z
    .object({
      /** 0 to 1: the mean of its known parts. */
      score: share,
      level: levelSchema,
      parts: z.array(z.object({ name: z.string(), says: z.string(), score: share })),
    })
    .nullable(),
  /** Solved by the assistant alone, confirmed or in silence, of what was closed. Null where too few were closed to tell. */
  achieved: measured.nullable(),
  /** What the best of its complexity reach, and where that is from. */
  ceiling: z.object({ value: share, from: z.enum(['comparable', 'assumed']), name: z.string().nullable() }),
  /** Ceiling less achieved, never below 0. */
  potential: share,
  /** A month, in millionths of a dollar; null while nobody has said what an hour costs, or no handle time is known. */
  savingMicros: z.number().nullable(),
  coverage: coverageSchema,
});
export type Category = z.infer<typeof categorySchema>;

export const mapAnswerSchema = z.object({
  source: sourceSchema,
  /** Days its volume is from, both among it; null where there is none. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  tickets: z.number(),
  /** Of old tickets: still being read or sorted. */
  coming: z.number(),
  hourMicros: z.number(),
  /** What one costs that the assistant solves, beside its channel: models. */
  automatedMicros: z.number(),
  categories: z.array(categorySchema),
});
export type MapAnswer = z.infer<typeof mapAnswerSchema>;

export const exampleQuerySchema = z.object({ key: z.string().max(120), source: sourceSchema, span: spanQuerySchema });
export const examplesSchema = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      gist: z.string(),
      at: z.string(),
      channel: channelKindSchema.nullable(),
      /** Where it can be opened; an old ticket cannot. */
      href: z.string().nullable(),
    }),
  ),
});
export type Examples = z.infer<typeof examplesSchema>;

/** What the calculator begins with. Money in millionths of a dollar; null where nothing was measured. */
export const measuredSchema = z.object({
  from: z.string(),
  to: z.string(),
  ticketsPerMonth: measured.nullable(),
  deflection: measured.nullable(),
  humanMicros: measured.nullable(),
  automatedMicros: measured.nullable(),
  platformMicros: z.number(),
  hourMicros: z.number(),
});
export type Measured = z.infer<typeof measuredSchema>;

/** What is compared before and after. */
export const comparedKeys = ['first_contact', 'handle_time', 'cost', 'csat', 'first_reply', 'resolution_time'] as const;
export const comparedKeySchema = z.enum(comparedKeys);
export type ComparedKey = z.infer<typeof comparedKeySchema>;

/** As it was before, by hand: shares, milliseconds, millionths of a dollar a ticket. */
export const baselineSchema = z.object({
  name: z.string().trim().max(80).default(''),
  values: z.partialRecord(comparedKeySchema, z.number().min(0).max(1e12)),
});
export type Baseline = z.infer<typeof baselineSchema>;

const point = z.object({ value: z.number().nullable(), n: z.number().nullable() });
export const comparedSchema = z.object({
  key: comparedKeySchema,
  name: z.string(),
  unit: z.enum(['share', 'milliseconds', 'micros']),
  better: z.enum(['up', 'down']),
  before: point,
  now: point,
  /** Now, had the mix of categories stayed as it was; null where too few of them are in both. */
  adjusted: z.number().nullable(),
  /** Where the true difference lies in 95 of 100 samples; of shares only. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Where before and now are not counted alike, or not enough was counted. */
  note: z.string().nullable(),
});
export type Compared = z.infer<typeof comparedSchema>;

export const compareQuerySchema = z.object({ against: z.enum(['history', 'hand']), span: spanQuerySchema });
export const compareAnswerSchema = z.object({
  against: z.enum(['history', 'hand']),
  /** Days the old tickets are from; null by hand. */
  before: z.object({ from: z.string(), to: z.string(), tickets: z.number() }).nullable(),
  now: z.object({ from: z.string(), to: z.string(), tickets: z.number() }),
  /** Of the tickets before, those whose category is told now as well. */
  comparable: z.number().nullable(),
  rows: z.array(comparedSchema),
  hasHistory: z.boolean(),
  baseline: baselineSchema.nullable(),
});
export type CompareAnswer = z.infer<typeof compareAnswerSchema>;
