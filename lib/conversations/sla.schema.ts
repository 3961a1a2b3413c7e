import { z } from 'zod';
import { channelKindSchema } from './conversation.schema';

/** What is promised to customers, and when the desk works: the contract of Settings, Promises and Calendars. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 09:00');
const day = z.iso.date();

export const timeZoneSchema = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, 'is not a time zone');

/** Monday is 1. A day may be named twice, around a break. */
export const hoursSchema = z
  .array(
    z
      .object({ day: z.number().int().min(1).max(7), from: clockTime, to: clockTime })
      .refine(({ from, to }) => from < to, 'must end after it begins'),
  )
  .max(28);

export const holidaysSchema = z.array(z.object({ date: day, name: z.string().trim().min(1).max(80) })).max(400);

export const calendarSchema = z.object({
  timeZone: timeZoneSchema,
  hours: hoursSchema.min(1, 'must have at least one hour of work'),
  holidays: holidaysSchema,
});
export type Calendar = z.infer<typeof calendarSchema>;

export const calendarInputSchema = calendarSchema.extend({
  id: z.uuid().optional(),
  name: z.string().trim().min(1, 'needs a name').max(60),
});
export type CalendarInput = z.infer<typeof calendarInputSchema>;
export const calendarViewSchema = calendarInputSchema.extend({ id: z.string(), usedBy: z.array(z.string()) });
export type CalendarView = z.infer<typeof calendarViewSchema>;

/** An empty list fits everything. */
export const fitsSchema = z.object({
  priorities: z.array(z.number().int().min(1).max(4)).max(4).default([]),
  tiers: z.array(z.string().trim().min(1).max(40)).max(10).default([]),
  teamIds: z.array(z.string()).max(50).default([]),
  channels: z.array(channelKindSchema).max(6).default([]),
});
export type Fits = z.infer<typeof fitsSchema>;

/** A year: longer is no promise. */
const minutes = z.number().int().min(1).max(525_600).nullable();

const policyFields = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(1, 'needs a name').max(60),
  fits: fitsSchema,
  firstReplyMinutes: minutes,
  nextReplyMinutes: minutes,
  resolveMinutes: minutes,
  calendarId: z.uuid().nullable(),
  pauseSnoozed: z.boolean(),
  pauseWaiting: z.boolean(),
  enabled: z.boolean(),
});

export const policyInputSchema = policyFields.refine(
  (one) => one.firstReplyMinutes ?? one.nextReplyMinutes ?? one.resolveMinutes,
  'A promise needs at least one time.',
);
export type PolicyInput = z.infer<typeof policyInputSchema>;

/** `dueNow`: when a conversation that came this moment would be due by it. */
export const policyViewSchema = policyFields.extend({ id: z.string(), dueNow: z.string().nullable() });
export type PolicyView = z.infer<typeof policyViewSchema>;

export const dueKindSchema = z.enum(['first_reply', 'next_reply', 'resolve']);
export type DueKind = z.infer<typeof dueKindSchema>;

export type Policy = {
  id: string;
  fits: Fits;
  firstReplyMinutes: number | null;
  nextReplyMinutes: number | null;
  resolveMinutes: number | null;
  calendar: Calendar | null;
  pauseSnoozed: boolean;
  pauseWaiting: boolean;
};

/** Working seconds spent before `since`; null since: the clock stands. */
const clockSchema = z.object({ spent: z.number(), since: z.coerce.date().nullable() });
export type Clock = z.infer<typeof clockSchema>;

export const clocksSchema = z.object({
  reply: clockSchema.optional(),
  resolve: clockSchema.optional(),
  /** Of what its holder has heard, for the promise that is due: told once. */
  told: z.enum(['soon', 'late']).optional(),
});
export type Clocks = z.infer<typeof clocksSchema>;
