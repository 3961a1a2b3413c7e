import { z } from 'zod';

const mostText = 20_000;

export const apiMessageSchema = z
  .object({
    customer: z
      .object({
        email: z.email('is not an email address').max(254).toLowerCase(),
        name: z.string().trim().min(1).max(200).optional(),
        /** Needs the scope customers:verify: the caller vouches that the customer is who they say. */
        verified: z.boolean().default(false),
      })
      .strict(),
    /** May be empty where files come with it. */
    text: z.string().trim().default(''),
    files: z
      .array(
        z
          .object({
            name: z.string().min(1).max(200),
            /** Base64. */
            content: z.base64('is not base64').min(1, 'must not be empty'),
          })
          .strict(),
      )
      .max(5, 'at most 5 files')
      .default([]),
    conversation: z.uuid('is not a conversation id').optional(),
    externalId: z.string().min(1).max(200).optional(),
  })
  .strict()
  .refine(({ text, files }) => text !== '' || files.length > 0, { path: ['text'], message: 'must not be empty' });
export type ApiMessage = z.infer<typeof apiMessageSchema>;
export const mostTextLength = mostText;
/** Of a message with its files, which are a third larger in base64 than they are. */
export const mostApiBytes = 14 * 1_048_576;

export const acceptedSchema = z.object({
  conversation: z.uuid(),
  number: z.number().int(),
  message: z.uuid(),
  /** The same external id was received before; these are the ids of then. */
  repeated: z.boolean(),
});

export const apiConversationSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  state: z.enum(['open', 'closed']),
  holder: z.enum(['assistant', 'queue', 'agent']),
  verified: z.boolean(),
  resolution: z.enum(['verified', 'assumed', 'agent', 'abandoned']).nullable(),
  messages: z.array(
    z.object({
      id: z.uuid(),
      author: z.enum(['customer', 'assistant', 'agent']),
      text: z.string(),
      at: z.string(),
      externalId: z.string().nullable(),
      turn: z.uuid().nullable(),
      sources: z.array(z.object({ slug: z.string(), title: z.string(), version: z.number() })),
    }),
  ),
  turns: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      message: z.uuid(),
      status: z.enum(['running', 'saved', 'superseded', 'failed']),
      intents: z.array(z.object({ intent: z.string(), probability: z.number() })),
      language: z.string().nullable(),
      confidence: z.number().nullable(),
      tier: z.enum(['autonomous', 'reviewed', 'escalated']).nullable(),
      outcome: z.enum(['replied', 'asked', 'approval_requested', 'handed_over', 'superseded']).nullable(),
      why: z.string().nullable(),
      startedAt: z.string(),
      endedAt: z.string().nullable(),
      steps: z.array(
        z.object({
          position: z.number().int(),
          stage: z.string(),
          summary: z.string(),
          startedMs: z.number(),
          tookMs: z.number(),
        }),
      ),
    }),
  ),
});
export type ApiConversation = z.infer<typeof apiConversationSchema>;
