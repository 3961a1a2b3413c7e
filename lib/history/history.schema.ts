import { z } from 'zod';
import { timeZoneSchema } from '../conversations/sla.schema';

export const mostHistoryBytes = 100 * 1_024 * 1_024;
export const mostHistoryRows = 200_000;

/** What is asked of a table of old tickets. Nothing else of it is kept. */
export const historyFields = [
  'id',
  'subject',
  'message',
  'cameAt',
  'firstReply',
  'solved',
  'reopened',
  'replies',
  'channel',
  'category',
  'group',
  'agent',
  'satisfaction',
  'handle',
  'status',
] as const;
export const historyFieldSchema = z.enum(historyFields);
export type HistoryField = z.infer<typeof historyFieldSchema>;

/** How a column says when or how long: a moment, or a length of time since the ticket came. */
export const timeFormSchema = z.enum(['moment', 'seconds', 'minutes', 'hours', 'clock', 'milliseconds']);
export type TimeForm = z.infer<typeof timeFormSchema>;

/** The first part of a date with signs between: 2026-03-04, 4/3/2026, 3/4/2026. */
export const dateOrderSchema = z.enum(['year', 'day', 'month']);
export type DateOrder = z.infer<typeof dateOrderSchema>;

const column = z.number().int().min(0).max(499);
const mappingShape = z.object({
  delimiter: z.enum([',', ';', '\t', '|']),
  /** Which column each field stands in, from 0. */
  columns: z.partialRecord(historyFieldSchema, column),
  dateOrder: dateOrderSchema.default('year'),
  /** Of moments without one of their own. */
  timeZone: timeZoneSchema.default('UTC'),
  firstReplyAs: timeFormSchema.default('moment'),
  solvedAs: timeFormSchema.default('moment'),
  /** Never a moment. */
  handleAs: timeFormSchema.exclude(['moment']).default('minutes'),
  /** What the best rating is, where it is a number. */
  satisfactionOf: z.union([z.literal(3), z.literal(5), z.literal(10), z.literal(100)]).default(5),
});
export const mappingSchema = mappingShape
  .refine(({ columns }) => columns.cameAt !== undefined, {
    path: ['columns', 'cameAt'],
    message: 'say which column tells when a ticket came',
  })
  .refine(({ columns }) => columns.subject !== undefined || columns.message !== undefined, {
    path: ['columns', 'subject'],
    message: 'say which column tells what it was about',
  });
export type Mapping = z.infer<typeof mappingSchema>;

export const mapHistorySchema = z.object({ id: z.uuid(), mapping: mappingSchema });
export const dropHistorySchema = z.object({ id: z.uuid() });

export const historyStateSchema = z.enum(['mapping', 'reading', 'sorting', 'done', 'failed']);

export const historyRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: historyStateSchema,
  bytes: z.number(),
  readBytes: z.number(),
  taken: z.number(),
  known: z.number(),
  refused: z.number(),
  sorted: z.number(),
  agents: z.number(),
  error: z.string().nullable(),
  person: z.string(),
  at: z.string(),
  finishedAt: z.string().nullable(),
  /** Days on which its first and its last ticket came; null before there is any. */
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type HistoryRow = z.infer<typeof historyRowSchema>;
export const historyListSchema = z.object({ rows: z.array(historyRowSchema) });

/** What stands in a file, for whoever says what is in which column: heads, and some values of each, masked. */
export const tableHeadSchema = z.object({
  delimiter: z.string(),
  heads: z.array(z.string()),
  samples: z.array(z.array(z.string())),
  /** What the heads and values look like. */
  guess: mappingShape.partial().extend({ columns: z.partialRecord(historyFieldSchema, column) }),
  vendor: z.string().nullable(),
});
export type TableHead = z.infer<typeof tableHeadSchema>;

export const historyViewSchema = historyRowSchema.extend({
  table: tableHeadSchema.nullable(),
  /** The first of what could not be read. */
  refusals: z.array(z.object({ line: z.number(), reason: z.string() })),
  /** How many of its tickets fit an intent, how many a theme. */
  intents: z.number(),
  themes: z.number(),
});
export type HistoryView = z.infer<typeof historyViewSchema>;
