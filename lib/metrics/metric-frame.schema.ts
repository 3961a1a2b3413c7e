import { z } from 'zod';

/** Up to when it was counted, and which day it is at the desk. Asked for every two seconds: it says when figures are old. */
export const countingSchema = z.object({
  timeZone: z.string(),
  today: z.iso.date(),
  /** The day the first conversation came in that is counted; null without any. */
  since: z.iso.date().nullable(),
  countedAt: z.iso.datetime(),
  /** The sums are being made anew. */
  stale: z.boolean(),
  /** Some team has working hours: times are told in them too. */
  workingHours: z.boolean(),
});
export type Counting = z.infer<typeof countingSchema>;

const named = z.object({ key: z.string(), name: z.string() });

/** What figures can be narrowed by: everything there is a name for, and every value that was ever counted. */
export const metricValuesSchema = z.object({
  channel: z.array(z.string()),
  /** `timeZone`: of its working hours; figures of it alone are told in these days. */
  team: z.array(named.extend({ timeZone: z.string().nullable() })),
  intent: z.array(named),
  language: z.array(z.string()),
  customerTier: z.array(z.string()),
});
export type MetricValues = z.infer<typeof metricValuesSchema>;
