import { z } from 'zod';
import { ballotSchema } from '../tools/ballot.schema';
import { attachmentViewSchema, outgoingViewSchema, writingsSchema } from './writing.schema';

/** What a person sees of a conversation: the shapes that routes answer and components take. Times are ISO strings. */
const time = z.string();

export const holderSchema = z.enum(['assistant', 'queue', 'agent']);
export const channelKindSchema = z.enum(['web_chat', 'email', 'sms', 'voice', 'social', 'api']);
export const tierSchema = z.enum(['autonomous', 'reviewed', 'escalated']);

export const viewKeySchema = z.enum([
  'needs-me',
  'unassigned',
  'open',
  'approvals',
  'reviewed',
  'assistant',
  'snoozed',
  'solved',
  'all',
]);
export type ViewKey = z.infer<typeof viewKeySchema>;

/** `waiting`: the longest waiting of the highest priority first; `due`: whose promise ends next; `newest`: the latest message first. */
/** More than this is not counted on: nobody works such a number down, and the number would cost more than the page. */
export const mostCounted = 1_000;

export const sortSchema = z.enum(['waiting', 'due', 'newest']);
export type Sort = z.infer<typeof sortSchema>;

export const personViewSchema = z.object({ id: z.string(), name: z.string(), hue: z.number() });
export type PersonView = z.infer<typeof personViewSchema>;

export const conversationRowSchema = z.object({
  id: z.string(),
  number: z.number(),
  customer: z.object({ id: z.string(), name: z.string(), tier: z.string().nullable() }),
  channel: channelKindSchema,
  holder: holderSchema,
  state: z.enum(['open', 'closed']),
  agent: personViewSchema.nullable(),
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  priority: z.number(),
  gist: z.string(),
  /** The intent's name for people, such as "Refund". */
  intent: z.string().nullable(),
  language: z.string().nullable(),
  sentiment: z.number().nullable(),
  confidence: z.number().nullable(),
  unread: z.boolean(),
  waitingSince: time.nullable(),
  dueAt: time.nullable(),
  lastMessageAt: time,
  closedAt: time.nullable(),
  /** Which promise `dueAt` is, and what was left of it when its clock was stopped. */
  dueKind: z.enum(['first_reply', 'next_reply', 'resolve']).nullable(),
  pausedSeconds: z.number().nullable(),
  /** Asleep since; with no end it wakes when the customer replies. */
  snoozedAt: time.nullable(),
  snoozedUntil: time.nullable(),
  labels: z.array(z.object({ id: z.string(), name: z.string(), hue: z.number() })),
  /** An action of this conversation waits for approval, in a few words such as "over $500.00". */
  approval: z.string().nullable(),
});
export type ConversationRow = z.infer<typeof conversationRowSchema>;

export const conversationPageSchema = z.object({
  rows: z.array(conversationRowSchema),
  /** Hand it back as `after` for the next page; null on the last one. */
  next: z.string().nullable(),
  /** On the first page of what is open and narrowed by a query, up to `mostCounted`: of a view as it is, the counts beside it tell. */
  total: z.number().nullable(),
});
export type ConversationPage = z.infer<typeof conversationPageSchema>;

export const viewCountsSchema = z.object({
  views: z.record(z.string(), z.number()),
  teams: z.array(z.object({ id: z.string(), name: z.string(), count: z.number() })),
  assistantHolds: z.number(),
});
export type ViewCounts = z.infer<typeof viewCountsSchema>;

export const sourceSchema = z.object({
  articleId: z.string(),
  slug: z.string(),
  title: z.string(),
  version: z.number(),
  /** With the slug it makes the address `/help/{language}/{slug}`. Older messages do not have it. */
  language: z.string().optional(),
  /** What the answer stands under within the article. */
  heading: z.string().optional(),
});

export const messageViewSchema = z.object({
  id: z.string(),
  author: z.enum(['customer', 'assistant', 'agent', 'system']),
  kind: z.enum(['reply', 'note', 'event']),
  text: z.string(),
  at: time,
  person: personViewSchema.nullable(),
  channel: channelKindSchema,
  sources: z.array(sourceSchema),
  attachments: z.array(attachmentViewSchema),
  /** Colleagues a note calls, by name. */
  mentions: z.array(z.string()),
  /** Of kind event: what it tells, so that it can be drawn with the right icon. */
  event: z.object({ name: z.string(), until: time.optional() }).nullable(),
  turn: z
    .object({
      id: z.string(),
      number: z.number(),
      confidence: z.number().nullable(),
      tier: tierSchema.nullable(),
      outcome: z.string().nullable(),
      why: z.string().nullable(),
      /** Past-tense phrases for the folded line, such as "Looked up order NL-48213". */
      steps: z.array(z.string()),
    })
    .nullable(),
});
export type MessageView = z.infer<typeof messageViewSchema>;

export const messagePageSchema = z.object({ messages: z.array(messageViewSchema), older: z.string().nullable() });
export type MessagePage = z.infer<typeof messagePageSchema>;

/** Why a proposal was not wanted: what it taught is counted by these. */
export const rejectReasonSchema = z.enum(['wrong', 'tone', 'outdated', 'not_needed', 'other']);
export type RejectReason = z.infer<typeof rejectReasonSchema>;

export const draftViewSchema = z.object({
  id: z.string(),
  position: z.number(),
  label: z.string(),
  text: z.string(),
  sources: z.array(sourceSchema),
  /** What sending it also does, as a sentence; null when nothing. */
  onSend: z.string().nullable(),
  state: z.enum(['proposed', 'taken', 'rejected', 'sent']),
});
export type DraftView = z.infer<typeof draftViewSchema>;

export const handoffViewSchema = z.object({
  id: z.string(),
  reason: z.string(),
  at: time,
  wants: z.string(),
  tried: z.array(z.object({ what: z.string(), ok: z.boolean() })),
  known: z.array(z.string()),
  missing: z.array(z.string()),
  stopped: z.string(),
  confidence: z.number().nullable(),
  nextStep: z.object({ text: z.string(), draft: z.number().nullable() }).nullable(),
  sources: z.array(sourceSchema),
  takenAt: time.nullable(),
  accepted: z.boolean(),
});
export type HandoffView = z.infer<typeof handoffViewSchema>;

export const actionViewSchema = z.object({
  id: z.string(),
  tool: z.string(),
  says: z.string(),
  status: z.string(),
  amountCents: z.number().nullable(),
  rule: z
    .object({ policy: z.string(), version: z.number(), name: z.string(), says: z.string(), cel: z.string() })
    .nullable(),
  findings: z.array(
    z.object({ says: z.string(), holds: z.boolean(), value: z.string().nullable(), asks: z.boolean() }),
  ),
  /** Label and value pairs from the system of record. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  factsReadAt: time.nullable(),
  key: z.string(),
  willTell: z.string().nullable(),
  dueAt: time.nullable(),
  createdAt: time,
  decidedBy: personViewSchema.nullable(),
  decidedAt: time.nullable(),
  reason: z.string().nullable(),
  error: z.string().nullable(),
  /** It can be taken back by whoever looks, or is being; null: neither. */
  undo: z.enum(['possible', 'under_way']).nullable(),
});
export type ActionView = z.infer<typeof actionViewSchema>;

/** In a conversation, with how the vote on it stands; null for what does not wait for one. */
export const conversationActionSchema = actionViewSchema.extend({ ballot: ballotSchema.nullable() });
export type ConversationAction = z.infer<typeof conversationActionSchema>;

export const customerViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  tier: z.string().nullable(),
  since: z.string().nullable(),
  language: z.string().nullable(),
  identities: z.array(z.object({ kind: z.string(), value: z.string(), verified: z.boolean() })),
  earlier: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      gist: z.string(),
      at: time,
      state: z.string(),
      channel: channelKindSchema,
    }),
  ),
});
export type CustomerView = z.infer<typeof customerViewSchema>;

/** From the system of record, read when asked for; slow or down is data, not an error. */
export const customerRecordsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('found'),
    since: z.string().nullable(),
    ordersCount: z.number(),
    lifetimeCents: z.number(),
    orders: z.array(
      z.object({ number: z.string(), status: z.string(), totalCents: z.number(), at: z.string(), summary: z.string() }),
    ),
    subscription: z
      .object({
        plan: z.string(),
        status: z.string(),
        priceCents: z.number(),
        interval: z.string(),
        renewsAt: z.string().nullable(),
      })
      .nullable(),
    readAt: time,
  }),
  z.object({ kind: z.literal('unknown') }),
  /** Nobody has said what is to be shown: nothing is, and nothing is said of it. */
  z.object({ kind: z.literal('unset') }),
  z.object({ kind: z.literal('unavailable'), why: z.string() }),
]);
export type CustomerRecords = z.infer<typeof customerRecordsSchema>;

export const conversationViewSchema = z.object({
  conversation: conversationRowSchema.extend({
    version: z.number(),
    verified: z.boolean(),
    createdAt: time,
    resolution: z.string().nullable(),
    rating: z.number().nullable(),
    ratingComment: z.string().nullable(),
    /** Part of that one now: it goes on there. */
    mergedInto: z.object({ id: z.string(), number: z.number() }).nullable(),
    /** A turn is running now. */
    working: z.boolean(),
  }),
  /** The newest page, oldest first. */
  messages: z.array(messageViewSchema),
  /** Hand it back as `before` for the page above; null when there is none. */
  older: z.string().nullable(),
  handoff: handoffViewSchema.nullable(),
  drafts: z.array(draftViewSchema),
  actions: z.array(conversationActionSchema),
  customer: customerViewSchema,
  /** What one is writing here, kept on the server. */
  writing: writingsSchema,
  outgoing: z.array(outgoingViewSchema),
  /** What this person may do here now. */
  may: z.object({ reply: z.boolean(), take: z.boolean(), assign: z.boolean() }),
});
export type ConversationView = z.infer<typeof conversationViewSchema>;
