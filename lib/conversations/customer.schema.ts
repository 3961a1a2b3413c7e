import { z } from 'zod';
import { channelKindSchema } from './conversation.schema';

/** What people see of a customer, and what they may ask to be changed. Times are ISO strings. */
const id = z.uuid();
const time = z.string();

export const customerRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  tier: z.string().nullable(),
  language: z.string().nullable(),
  /** The first way to reach them; null where it may not be seen or there is none. */
  reach: z.string().nullable(),
  conversations: z.number(),
  open: z.number(),
  lastAt: time.nullable(),
});
export type CustomerRow = z.infer<typeof customerRowSchema>;

export const customerPageSchema = z.object({ rows: z.array(customerRowSchema), next: z.string().nullable() });

export const identityKindSchema = z.enum(['email', 'phone', 'handle', 'account', 'visitor']);

export const identityViewSchema = z.object({
  id: z.string(),
  kind: identityKindSchema,
  value: z.string(),
  verifiedAt: time.nullable(),
});
export type IdentityView = z.infer<typeof identityViewSchema>;

export const consentViewSchema = z.object({
  purpose: z.string(),
  granted: z.boolean().nullable(),
  at: time.nullable(),
  by: z.string().nullable(),
});
export type ConsentView = z.infer<typeof consentViewSchema>;

export const customerDetailSchema = z.object({
  id: z.string(),
  name: z.string(),
  tier: z.string().nullable(),
  language: z.string().nullable(),
  createdAt: time,
  forgottenAt: time.nullable(),
  /** It was found to be the same as that one, and lives there. */
  mergedInto: z.object({ id: z.string(), name: z.string() }).nullable(),
  identities: z.array(identityViewSchema),
  consent: z.array(consentViewSchema),
  /** Merges that can be undone, the newest first. */
  merges: z.array(z.object({ id: z.string(), name: z.string(), at: time, by: z.string() })),
  conversations: z.number(),
  /** Conversations of teams that whoever asks is not in. */
  elsewhere: z.number(),
  may: z.object({ edit: z.boolean(), merge: z.boolean(), reveal: z.boolean() }),
});
export type CustomerDetail = z.infer<typeof customerDetailSchema>;

export const timelineKindSchema = z.enum(['conversation', 'note', 'consent', 'merge']);
export type TimelineKind = z.infer<typeof timelineKindSchema>;

const entry = { id: z.string(), at: time };
export const timelineEntrySchema = z.discriminatedUnion('kind', [
  z.object({
    ...entry,
    kind: z.literal('conversation'),
    number: z.number(),
    gist: z.string(),
    channel: channelKindSchema,
    state: z.enum(['open', 'closed']),
    holder: z.enum(['assistant', 'queue', 'agent']),
    agent: z.string().nullable(),
    intent: z.string().nullable(),
    resolution: z.string().nullable(),
    rating: z.number().nullable(),
  }),
  /** `text` is null where it may not be seen. */
  z.object({ ...entry, kind: z.literal('note'), by: z.string(), text: z.string().nullable(), own: z.boolean() }),
  z.object({
    ...entry,
    kind: z.literal('consent'),
    purpose: z.string(),
    granted: z.boolean(),
    source: z.string(),
    by: z.string().nullable(),
  }),
  z.object({ ...entry, kind: z.literal('merge'), name: z.string(), by: z.string(), undone: z.boolean() }),
]);
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const timelinePageSchema = z.object({ entries: z.array(timelineEntrySchema), next: z.string().nullable() });

export const mergePreviewSchema = z.object({
  from: z.object({ id: z.string(), name: z.string(), tier: z.string().nullable() }),
  identities: z.array(z.string()),
  conversations: z.number(),
  notes: z.number(),
  /** Why they cannot be made one; null when they can. */
  stopped: z.string().nullable(),
});
export type MergePreview = z.infer<typeof mergePreviewSchema>;

export const consentSources = ['conversation', 'phone', 'writing', 'form'] as const;

export const customerIdInput = z.object({ customerId: id });
export const renameCustomerInput = customerIdInput.extend({
  name: z.string().trim().min(1, 'must not be empty').max(120),
});

export const addIdentityInput = z.discriminatedUnion('kind', [
  customerIdInput.extend({
    kind: z.literal('email'),
    value: z.email('is not an email address').max(254).toLowerCase(),
  }),
  customerIdInput.extend({
    kind: z.literal('phone'),
    value: z
      .string()
      .max(40)
      .transform((text) => text.replace(/[\s()./-]/g, '').replace(/^00/, '+'))
      .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/, 'must begin with + and the country, such as +1 208 555 0199')),
  }),
  customerIdInput.extend({
    kind: z.literal('handle'),
    value: z
      .string()
      .trim()
      .regex(/^@?[\w.-]{2,60}$/, 'must be a name such as @maya')
      .transform((text) => text.replace(/^@?/, '@')),
  }),
]);
export type AddIdentity = z.infer<typeof addIdentityInput>;

export const identityInput = z.object({ identityId: id });
export const verifyIdentityInput = identityInput.extend({ verified: z.boolean() });
export const splitIdentityInput = identityInput.extend({
  name: z.string().trim().min(1, 'must not be empty').max(120),
  /** What goes with it. */
  conversationIds: z.array(id).max(50),
});
export type SplitIdentity = z.infer<typeof splitIdentityInput>;

export const addNoteInput = customerIdInput.extend({
  text: z.string().trim().min(1, 'write something first').max(4_000, 'at most 4,000 characters'),
});
export const noteInput = z.object({ noteId: id });

export const setConsentInput = customerIdInput.extend({
  purpose: z.string().regex(/^[a-z0-9_]{1,60}$/),
  granted: z.boolean(),
  source: z.enum(consentSources),
});
export type SetConsent = z.infer<typeof setConsentInput>;

export const mergeInput = z
  .object({ fromId: id, intoId: id })
  .refine(({ fromId, intoId }) => fromId !== intoId, 'is the same customer');
export const mergeIdInput = z.object({ mergeId: id });
export const forgetInput = customerIdInput.extend({ name: z.string().max(200) });
