import { z } from 'zod';
import type { Collision } from './decide-collision.schema';
import { macroActionSchema, macroActionsSchema } from './macro.schema';

export const mostWritten = 10_000;
export const mostAttachments = 10;

export const attachmentViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
  state: z.enum(['scanning', 'clean', 'refused']),
  /** Why it is refused. */
  why: z.string().nullable(),
});
export type AttachmentView = z.infer<typeof attachmentViewSchema>;

export const writtenKindSchema = z.enum(['reply', 'note']);
export type WrittenKind = z.infer<typeof writtenKindSchema>;

/** What a person is writing, as the server keeps it. An empty text with its revision is what was sent or cleared. */
export const writingViewSchema = z.object({
  kind: writtenKindSchema,
  text: z.string(),
  draftId: z.string().nullable(),
  taken: z.string().nullable(),
  attachments: z.array(attachmentViewSchema),
  actions: z.array(macroActionSchema),
  revision: z.number(),
  at: z.string(),
});
export type WritingView = z.infer<typeof writingViewSchema>;

/** `seen` is the revision it was written over: of two browsers the one that saw less is answered what is newer. */
export const keepWritingSchema = z.object({
  kind: writtenKindSchema,
  text: z.string().max(mostWritten),
  draftId: z.uuid().nullable(),
  taken: z.string().max(mostWritten).nullable(),
  attachmentIds: z.array(z.uuid()).max(mostAttachments),
  actions: macroActionsSchema,
  seen: z.number().int().min(0),
});
export type KeepWriting = z.infer<typeof keepWritingSchema>;

export const keptWritingSchema = z.discriminatedUnion('kept', [
  z.object({ kept: z.literal(true), revision: z.number() }),
  z.object({ kept: z.literal(false), newer: writingViewSchema }),
]);
export type KeptWriting = z.infer<typeof keptWritingSchema>;

/** One's own texts here, and what whoever had the conversation before began and did not send. */
export const writingsSchema = z.object({
  reply: writingViewSchema.nullable(),
  note: writingViewSchema.nullable(),
  left: z
    .object({
      person: z.object({ id: z.string(), name: z.string(), hue: z.number() }),
      text: z.string(),
      at: z.string(),
    })
    .nullable(),
});
export type Writings = z.infer<typeof writingsSchema>;

/** A reply on its way. */
export const outgoingViewSchema = z.object({
  id: z.string(),
  text: z.string(),
  person: z.object({ id: z.string(), name: z.string(), hue: z.number() }).nullable(),
  mine: z.boolean(),
  /** Given an hour, and not only its seconds to undo. */
  scheduled: z.boolean(),
  solve: z.boolean(),
  actions: z.array(macroActionSchema),
  attachments: z.array(attachmentViewSchema),
  sendAt: z.string(),
  createdAt: z.string(),
});
export type OutgoingView = z.infer<typeof outgoingViewSchema>;

/** The mode is part of what is sent: a note can never arrive as a reply. `sendAt` is an hour, absent means now. */
export const sendReplySchema = z.object({
  kind: z.literal('reply'),
  conversationId: z.uuid(),
  text: z.string().trim().max(mostWritten, 'at most 10,000 characters'),
  draftId: z.uuid().nullable().default(null),
  solve: z.boolean().default(false),
  actions: macroActionsSchema.default([]),
  attachmentIds: z.array(z.uuid()).max(mostAttachments).default([]),
  sendAt: z.iso.datetime().nullable().default(null),
  /** When one began to write, by the times of the messages. */
  since: z.iso.datetime().nullable().default(null),
  /** One knows that somebody else speaks here too. */
  anyway: z.boolean().default(false),
});
export type SendReply = z.infer<typeof sendReplySchema>;

/** Sent at once, or on its way with the seconds that are left to take it back; with a collision nothing was sent. */
export type SentReply = {
  outgoingId: string | null;
  seconds: number;
  sendAt: string | null;
  collision: Collision | null;
};
