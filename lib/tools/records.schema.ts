import { z } from 'zod';
import { customerRecordsSchema } from '../conversations/conversation.schema';
import { catalogueSettingSchema } from './catalogue.schema';
import { expressionsSchema } from './tool.schema';

const expression = z.string().min(1, 'needs an expression').max(4_000);
const name = z.string().regex(/^[a-z][A-Za-z]{0,40}$/);
const misnamed = 'a name begins with a small letter and has letters only, at most 41';
/** They are all asked each time somebody opens a conversation. */
const mostReads = 8;

/**
 * The setting `records`: what the systems of record tell the desk of a customer. `reads` are tools by the name that their
 * answer has in `show`, with arguments as CEL; `show` maps the answers to what is shown, as CEL over all of them.
 */
export const recordsSettingSchema = z.object({
  reads: z
    .record(name, z.object({ tool: z.string().min(1).max(200), args: expressionsSchema.default({}) }), {
      error: ({ code }) => (code === 'invalid_key' ? misnamed : undefined),
    })
    .refine((reads) => Object.keys(reads).length <= mostReads, `are at most ${mostReads}`),
  show: z.object({
    /** An ISO date, or null. */
    since: expression.optional(),
    ordersCount: expression,
    lifetimeCents: expression,
    /** A list of `{number, status, totalCents, at, summary}`. */
    orders: expression,
    /** `{plan, status, priceCents, interval, renewsAt}`, or null. */
    subscription: expression.optional(),
  }),
});
export type RecordsSetting = z.infer<typeof recordsSettingSchema>;
export type ShownField = keyof RecordsSetting['show'];

/** What the form calls them. */
export const shownFields: Record<ShownField, string> = {
  since: 'Customer since',
  ordersCount: 'Orders in all',
  lifetimeCents: 'Spent in all',
  orders: 'Latest orders',
  subscription: 'Membership',
};

/** Both settings; null is one that is not there. */
export const deskSettingsSchema = z.object({
  records: recordsSettingSchema.nullable(),
  catalogue: catalogueSettingSchema.nullable(),
});
export type DeskSettings = z.infer<typeof deskSettingsSchema>;

export const deskSettingsViewSchema = deskSettingsSchema.extend({
  /** The reads that may be called now. */
  tools: z.array(
    z.object({
      /** The shortest name that means it and no other. */
      name: z.string(),
      title: z.string(),
      connector: z.string(),
      /** Its name in that system. */
      tool: z.string(),
      /** Baton tells it whose data. */
      subject: z.boolean(),
      args: z.array(z.object({ name: z.string(), type: z.string(), required: z.boolean() })),
    }),
  ),
});
export type DeskSettingsView = z.infer<typeof deskSettingsViewSchema>;

/** Something that is wrong with a setting: the way to it, such as `show.orders`, what it is called there, and a sentence. */
const faultSchema = z.object({ where: z.string(), called: z.string(), says: z.string() });
export type Fault = z.infer<typeof faultSchema>;

export const tryRecordsSchema = z.object({ customerId: z.uuid(), records: recordsSettingSchema });
export type TryRecords = z.infer<typeof tryRecordsSchema>;

export const triedRecordsSchema = z.object({
  /** Why it does not show what it should; where the setting itself is wrong, nothing was asked. */
  faults: z.array(faultSchema),
  /** Null where nothing was asked. */
  shows: customerRecordsSchema.nullable(),
  answers: z.array(
    z.object({
      name: z.string(),
      tool: z.string(),
      kind: z.enum(['done', 'refused', 'unavailable', 'unknown']),
      text: z.string(),
      tookMs: z.number(),
    }),
  ),
});
export type TriedRecords = z.infer<typeof triedRecordsSchema>;
