import { z } from 'zod';
import { channelKindSchema, conversationRowSchema } from '../conversations/conversation.schema';
import { timeZoneSchema } from '../conversations/sla.schema';

/** What figures can be narrowed and broken down by, in the order in which a cut writes them. */
export const dimensionSchema = z.enum(['channel', 'team', 'intent', 'language', 'tier', 'customerTier', 'agent']);
export type Dimension = z.infer<typeof dimensionSchema>;

const text = z.string().max(200);
/** An empty text asks for what is not known: no team, no intent. Of several values any counts; dimensions must all fit. */
const values = (one: z.ZodType<string>) => z.array(one).min(1).max(50).optional();
export const filtersSchema = z.object({
  channel: values(channelKindSchema),
  team: values(z.union([z.uuid(), z.literal('')])),
  intent: values(text),
  language: values(text),
  tier: values(z.enum(['autonomous', 'reviewed', 'escalated', ''])),
  customerTier: values(text),
  /** People's own figures, instead of those of conversations. */
  agent: values(z.uuid()),
});
export type Filters = z.infer<typeof filtersSchema>;

/** `period`: all of it as one, for whoever wants no series. */
export const granularitySchema = z.enum(['hour', 'day', 'week', 'period']);
export type Granularity = z.infer<typeof granularitySchema>;

/** Local days, both among it. */
const period = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, 'must end on or after the day it begins')
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 800 * 86_400_000, 'is at most 800 days');
export const periodSchema = period;
export type Period = z.infer<typeof period>;

const asked = z.object({
  period,
  /** The desk's own where there is none. */
  timeZone: timeZoneSchema.optional(),
  filters: filtersSchema.default({}),
});

export const metricsQuerySchema = asked
  .extend({
    granularity: granularitySchema.default('day'),
    /** `previous`: as many days just before. */
    compare: z.union([z.literal('previous'), z.literal('none'), period]).default('previous'),
    /** Totals for each value of it beside those of all; medians among them only where `measures` names them. */
    by: dimensionSchema.optional(),
    /** All of them where there are none. */
    measures: z.array(text).max(80).optional(),
  })
  .refine(
    ({ granularity, period: { from, to } }) =>
      granularity !== 'hour' || Date.parse(to) - Date.parse(from) < 31 * 86_400_000,
    'granularity: by the hour at most 31 days can be read.',
  );
export type MetricsQuery = z.input<typeof metricsQuerySchema>;

/** Conversations behind a number are counted up to here: nobody reads on so far. */
export const mostBehind = 10_000;

const degree = z.number().min(0).max(1);
/** Of turns those that were so sure: from one to below the other, which 1 includes. */
export const surenessSchema = z.object({ from: degree, to: degree });
export type Sureness = z.infer<typeof surenessSchema>;

export const behindQuerySchema = asked.extend({
  /** The conversations counted in this measure; `counted: "of"` asks for all it was measured on. */
  measure: text,
  counted: z.enum(['in', 'of']).default('in'),
  confidence: surenessSchema.optional(),
  after: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export type BehindQuery = z.input<typeof behindQuerySchema>;

export const behindSchema = z.object({
  /** The newest first. */
  rows: z.array(
    conversationRowSchema.extend({
      cameAt: z.iso.datetime(),
      /** How it ended; null while it is open. */
      resolution: z.string().nullable(),
      rating: z.number().nullable(),
    }),
  ),
  next: z.string().nullable(),
  /** On the first page, up to `mostBehind`: of more than that only that they are more is known. */
  total: z.number().nullable(),
});
export type Behind = z.infer<typeof behindSchema>;
/** What is read of conversations and turns as a whole; people's own figures have no flow and no heat. */
export const spanQuerySchema = asked.refine(({ filters }) => filters.agent === undefined, {
  path: ['filters', 'agent'],
  error: 'is no filter of this figure.',
});
export type SpanQuery = z.input<typeof spanQuerySchema>;

export const heldSchema = z.enum(['assistant', 'agents']);
export const endSchema = z.enum(['verified', 'assumed', 'agent', 'abandoned']);
export type Held = z.infer<typeof heldSchema>;
export type End = z.infer<typeof endSchema>;

const part = <T extends z.ZodType<string>>(key: T) =>
  z.object({
    key,
    count: z.number(),
    /** Of all that is closed; null where nothing is. */ share: z.number().nullable(),
  });

export const flowAnswerSchema = z.object({
  timeZone: z.string(),
  period,
  countedAt: z.iso.datetime(),
  came: z.number(),
  /** The four ends sum to it. */
  closed: z.number(),
  /** Came in that time, and not closed now. */
  open: z.number(),
  /** Of those that were first solved at least seven days ago: with the same issue, within a week. */
  cameBack: z.number(),
  channels: z.array(part(z.string())),
  held: z.array(part(heldSchema)),
  ends: z.array(part(endSchema)),
  /** Only those that anything went through. */
  links: z.array(z.object({ channel: z.string(), held: heldSchema, end: endSchema, count: z.number() })),
});
export type FlowAnswer = z.infer<typeof flowAnswerSchema>;

export const heatAnswerSchema = z.object({
  timeZone: z.string(),
  period,
  countedAt: z.iso.datetime(),
  /** Every hour of the week, Monday's first. */
  cells: z.array(
    z.object({
      /** Monday is 1. */
      weekday: z.number().int(),
      hour: z.number().int(),
      came: z.number(),
      /** How often that hour was in the period. */
      times: z.number(),
      /** Of what came in that hour, by agents; milliseconds, null where nothing was answered by any. */
      firstReply: z.number().nullable(),
      replies: z.number(),
    }),
  ),
});
export type HeatAnswer = z.infer<typeof heatAnswerSchema>;

export const confidenceAnswerSchema = z.object({
  timeZone: z.string(),
  period,
  countedAt: z.iso.datetime(),
  turns: z.number(),
  reviewed: z.number(),
  /** The mean distance between what was said and what was found, weighted by reviewed turns; null without any. */
  calibrationError: z.number().nullable(),
  /** From 0 to 1, twenty of a twentieth each. */
  bins: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      turns: z.number(),
      /** Answered or asked with nobody of the desk in between. */
      carried: z.number(),
      reviewed: z.number(),
      right: z.number(),
      partly: z.number(),
      wrong: z.number(),
      /** The mean confidence of reviewed turns; within half a hundredth. */
      said: z.number().nullable(),
      /** Right ÷ reviewed, with what 95 of 100 samples would show (Wilson). */
      found: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
  ),
});
export type ConfidenceAnswer = z.infer<typeof confidenceAnswerSchema>;

export const rowsQuerySchema = asked.extend({
  /** Only the rows behind this measure, as in `behindQuerySchema`. */
  measure: text.optional(),
  counted: z.enum(['in', 'of']).default('in'),
  confidence: surenessSchema.optional(),
});
export type RowsQuery = z.input<typeof rowsQuerySchema>;

export const unitSchema = z.enum(['count', 'share', 'milliseconds', 'micros', 'points']);

export const definitionSchema = z.object({
  key: z.string(),
  name: z.string(),
  /** How it is computed, in one sentence. */
  says: z.string(),
  unit: unitSchema,
  better: z.enum(['up', 'down']).nullable(),
  target: z.number().nullable(),
});
export type MeasureDefinition = z.infer<typeof definitionSchema>;

/** `n`: how many it was measured on; a value without any is null, never 0. */
const figure = z.object({ value: z.number().nullable(), n: z.number() });
export type Figure = z.infer<typeof figure>;

export const measureAnswerSchema = definitionSchema.extend({
  total: figure,
  previous: figure.nullable(),
  /** One for each of `starts`, and of `previousStarts`. */
  series: z.array(figure),
  previousSeries: z.array(figure).nullable(),
});
export type MeasureAnswer = z.infer<typeof measureAnswerSchema>;

export const metricsAnswerSchema = z.object({
  timeZone: z.string(),
  granularity: granularitySchema,
  period,
  previousPeriod: period.nullable(),
  /** When each hour, day or week begins. */
  starts: z.array(z.iso.datetime()),
  previousStarts: z.array(z.iso.datetime()).nullable(),
  /** Up to when it was counted. */
  countedAt: z.iso.datetime(),
  /** The last local day whose solved conversations are all seven days old; null where none is. Later ones are held back. */
  maturedTo: z.iso.date().nullable(),
  measures: z.record(z.string(), measureAnswerSchema),
  breakdown: z
    .array(
      z.object({
        /** As in the filter: a kind of channel, an id, a key; empty where it is not known. */
        key: z.string(),
        measures: z.record(z.string(), z.object({ total: figure, previous: figure.nullable() })),
      }),
    )
    .nullable(),
});
export type MetricsAnswer = z.infer<typeof metricsAnswerSchema>;

const micros = z.number().int().min(0).max(1e12);
export const metricSettingsSchema = z.object({
  /** The desk's: its days are summed ahead. */
  timeZone: timeZoneSchema.default('UTC'),
  /** What an hour of a person costs with everything that comes with it, in millionths of a dollar. */
  labourMicrosPerHour: micros.default(0),
  /** What a conversation costs by kind of channel, such as the price of messages. */
  channelMicros: z.partialRecord(channelKindSchema, micros).default({}),
  platformMicrosPerMonth: micros.default(0),
  /** A longer time without an act does not count as handling. */
  activeGapMinutes: z.number().int().min(1).max(120).default(10),
  /** By measure, in its unit. */
  targets: z.record(z.string().max(60), z.number()).default({}),
});
export type MetricSettings = z.infer<typeof metricSettingsSchema>;

export const metricSettingsViewSchema = z.object({
  settings: metricSettingsSchema,
  channels: z.array(channelKindSchema),
  /** How many calendars of working hours there are. */
  calendars: z.number(),
  targets: z.array(z.object({ name: z.string(), measures: z.array(definitionSchema) })),
});
export type MetricSettingsView = z.infer<typeof metricSettingsViewSchema>;
