import { z } from 'zod';

/** One address, never a list, and nothing that could begin another header. */
export const mailAddressSchema = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s<>@,;:"\\]+@[^\s<>@,;:"\\]+$/, 'is not a mail address');

/** As a mail names its sender: `help@shop.example` or `Shop <help@shop.example>`. */
export const mailFromSchema = z
  .string()
  .trim()
  .max(320)
  .regex(
    /^(?:[^<>\r\n"\\,;]{1,100} <[^\s<>@,;:"\\]+@[^\s<>@,;:"\\]+>|[^\s<>@,;:"\\]+@[^\s<>@,;:"\\]+)$/,
    'must be an address such as help@shop.example or Shop <help@shop.example>',
  );

/** Characters of base64, for all attachments of one mail together: 5 MiB of files. */
const mostAttached = 7_000_000;

const attachmentSchema = z.object({
  name: z
    .string()
    .min(1)
    .max(120)
    .regex(/^[^/\\\r\n"]+$/, 'is not the name of a file'),
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,80}(; charset=utf-8)?$/, 'is not a media type'),
  /** Base64. */
  content: z.string().max(mostAttached),
});

/** What is in a mail, as it is sealed and opened again. */
export const letterSchema = z.object({
  to: mailAddressSchema,
  subject: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\r\n]+$/, 'must be one line'),
  text: z.string().min(1).max(100_000),
  html: z.string().max(400_000).optional(),
  attachments: z
    .array(attachmentSchema)
    .max(5)
    .refine((all) => all.reduce((sum, { content }) => sum + content.length, 0) <= mostAttached, 'at most 5 MB')
    .default([]),
  /** For what goes to customers by a schedule: a POST to it ends that, see RFC 8058. */
  unsubscribeUrl: z.url({ protocol: /^https?$/ }).optional(),
});
export type Letter = z.infer<typeof letterSchema>;

export const newMailSchema = letterSchema.extend({
  /** What it is about and when, such as `report:<id>:2026-11-21`: the same again queues nothing. */
  key: z.string().min(1).max(200),
  kind: z.enum(['test', 'survey', 'report', 'alert']),
  /** The customer it goes to; left out for colleagues. */
  customerId: z.uuid().optional(),
  /** Not before this moment. */
  notBefore: z.date().optional(),
});
export type MailKind = z.infer<typeof newMailSchema>['kind'];

export const securitySchema = z.enum(['tls', 'starttls', 'none']);

const server = z.object({
  host: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, 'must not be empty')
    .max(253)
    .regex(/^[a-z0-9.:_-]+$/, 'must be a name or a number, without a scheme and a port'),
  port: z.number().int().min(1).max(65_535),
  security: securitySchema,
  user: z.string().trim().max(320),
  from: mailFromSchema,
});

const noOpenPassword = ({ security, user }: { security: string; user: string }): boolean =>
  security !== 'none' || user === '';

/** `secret`: undefined keeps the one there is, empty clears it. */
export const mailSettingsInputSchema = server
  .extend({ secret: z.string().max(500).optional() })
  .refine(noOpenPassword, { path: ['security'], message: 'a password is sent over an encrypted line only' });
export type MailSettingsInput = z.infer<typeof mailSettingsInputSchema>;

/** As it is kept. */
export const mailSettingsSchema = server.extend({ secret: z.string().default('') });
export type MailSettings = z.infer<typeof mailSettingsSchema>;

const mailLineSchema = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['waiting', 'sent', 'failed', 'dropped']),
  /** Null once it is over: it is not kept. */
  to: z.string().nullable(),
  attempts: z.number(),
  why: z.string().nullable(),
  at: z.string(),
  nextAt: z.string().nullable(),
});
export type MailLine = z.infer<typeof mailLineSchema>;

export const mailViewSchema = z.object({
  /** Where the server in force is set; null where none is. */
  by: z.enum(['settings', 'environment']).nullable(),
  /** Who mails are from, and through which machine, of the one in force. */
  from: z.string().nullable(),
  host: z.string().nullable(),
  settings: server.extend({ hasSecret: z.boolean() }).nullable(),
  /** The environment sets one as well, which holds when these settings are taken away. */
  environment: z.string().nullable(),
  counts: z.object({ waiting: z.number(), sentToday: z.number(), failed: z.number(), dropped: z.number() }),
  oldestWaiting: z.string().nullable(),
  /** What did not go out, and what waits, newest first. */
  lines: z.array(mailLineSchema),
});
export type MailView = z.infer<typeof mailViewSchema>;
