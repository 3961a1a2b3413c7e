import { z } from 'zod';
import { timeZoneSchema } from '../conversations/sla.schema';
import { comparisons, presets } from '../format/period';
import { mailAddressSchema } from '../mail/mail.schema';
import { filtersSchema, periodSchema } from '../metrics/metric.schema';

export const reportPageSchema = z.enum([
  'overview',
  'resolution',
  'satisfaction',
  'speed',
  'assistant',
  'cost',
  'team',
]);

/** What a page is asked for: days by a name, which are others each time, or days that stay. */
export const reportViewSchema = z.object({
  days: z.union([z.enum(presets.map(([key]) => key)), periodSchema]),
  comparison: z.enum(comparisons.map(([key]) => key)),
  filters: filtersSchema.omit({ agent: true }),
});
export type ReportView = z.infer<typeof reportViewSchema>;

const at = { hour: z.number().int().min(0).max(23), timeZone: timeZoneSchema };
export const scheduleSchema = z.discriminatedUnion('every', [
  /** Monday to Friday. */
  z.object({ every: z.literal('workday'), ...at }),
  /** Monday is 1. */
  z.object({ every: z.literal('week'), weekday: z.number().int().min(1).max(7), ...at }),
  z.object({ every: z.literal('month'), day: z.union([z.number().int().min(1).max(28), z.literal('last')]), ...at }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;

export const reportInputSchema = z.object({
  /** Left out for a new one. */
  id: z.uuid().optional(),
  name: z
    .string()
    .trim()
    .min(1, 'needs a name')
    .max(80)
    .regex(/^[^\r\n]+$/, 'must be one line'),
  page: reportPageSchema,
  view: reportViewSchema,
  shared: z.boolean(),
  schedule: scheduleSchema.nullable(),
  people: z.array(z.uuid()).max(50),
  /** Addresses of nobody at the desk: only who administers it adds one. */
  outside: z.array(mailAddressSchema.toLowerCase()).max(20),
});
export type ReportInput = z.infer<typeof reportInputSchema>;

/** Why nothing was sent: who owns it left or may not read figures, nobody gets it, or it could not be made. */
export const whyNotSchema = z.enum(['owner_gone', 'owner_may_not', 'nobody', 'failed']);
export type WhyNot = z.infer<typeof whyNotSchema>;

/** `gets`: is written to. `asked`: has not confirmed yet; `expired`: and cannot any more. `away`: is at the desk no longer. */
export const recipientSchema = z.object({
  id: z.string(),
  personId: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string(),
  state: z.enum(['gets', 'asked', 'expired', 'stopped', 'away']),
});
export type Recipient = z.infer<typeof recipientSchema>;

export const reportSchema = z.object({
  id: z.string(),
  name: z.string(),
  page: reportPageSchema,
  view: reportViewSchema,
  owner: z.object({ id: z.string(), name: z.string() }),
  own: z.boolean(),
  shared: z.boolean(),
  mayChange: z.boolean(),
  schedule: scheduleSchema.nullable(),
  paused: z.boolean(),
  nextAt: z.string().nullable(),
  last: z.object({ at: z.string(), why: whyNotSchema.nullable(), mails: z.number() }).nullable(),
  /** Why nothing would be sent now. */
  trouble: whyNotSchema.nullable(),
  /** How many are written to. */
  gets: z.number(),
  /** Only for who may change it. */
  recipients: z.array(recipientSchema),
});
export type ReportRow = z.infer<typeof reportSchema>;

export const reportListSchema = z.object({
  reports: z.array(reportSchema),
  /** Mails go out; else they wait. */
  mailWorks: z.boolean(),
  timeZone: z.string(),
  /** Who may be written to. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ReportList = z.infer<typeof reportListSchema>;

/** `withdrawn`: taken back before it went. */
const mailStateSchema = z.enum(['waiting', 'sent', 'failed', 'dropped', 'withdrawn']);
export const sendingsSchema = z.object({
  sendings: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      /** Null: the schedule. */
      by: z.string().nullable(),
      period: periodSchema.nullable(),
      why: whyNotSchema.nullable(),
      mails: z.array(z.object({ id: z.string(), to: z.string(), state: mailStateSchema, why: z.string().nullable() })),
    }),
  ),
});
export type Sendings = z.infer<typeof sendingsSchema>;

/** What a link in a mail leads to. */
export type LinkPage =
  | { state: 'unknown'; brand: string }
  | { state: 'open' | 'done' | 'expired'; brand: string; report: string; owner: string };
