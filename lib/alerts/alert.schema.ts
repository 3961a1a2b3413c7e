import { z } from 'zod';

export const ruleKeySchema = z.enum([
  'level.fast',
  'level.slow',
  'level.creeping',
  'level.spent',
  'queue.oldest',
  'promises.broken',
  'model.down',
  'connector.down',
  'assistant.off',
  'budget.reached',
  'letters.dead',
]);
export type RuleKey = z.infer<typeof ruleKeySchema>;

export const severitySchema = z.enum(['urgent', 'notice']);
export type Severity = z.infer<typeof severitySchema>;

export const ruleInputSchema = z.object({
  key: ruleKeySchema,
  enabled: z.boolean(),
  /** Null where there is nothing to set. */
  threshold: z.number().min(1, 'is at least 1').max(100_000).nullable(),
  againMinutes: z.number().int().min(5, 'is at least 5 minutes').max(1_440, 'is at most a day'),
});
export type RuleInput = z.infer<typeof ruleInputSchema>;
export type Rule = RuleInput;

const by = z.object({ name: z.string(), at: z.iso.datetime() });

export const alertViewSchema = z.object({
  id: z.string(),
  rule: z.string(),
  name: z.string(),
  severity: severitySchema,
  says: z.string(),
  /** Where one looks further. */
  href: z.string(),
  openedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** It has not been so for a moment, and ends if that lasts. */
  calming: z.boolean(),
  told: z.number(),
  acknowledged: by.extend({ note: z.string().nullable() }).nullable(),
  silencedUntil: z.iso.datetime().nullable(),
});
export type AlertView = z.infer<typeof alertViewSchema>;

export const ruleViewSchema = ruleInputSchema.extend({
  name: z.string(),
  says: z.string(),
  severity: severitySchema,
  /** What the threshold counts, such as "minutes". */
  unit: z.string().nullable(),
});
export type RuleView = z.infer<typeof ruleViewSchema>;

export const hookViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  enabled: z.boolean(),
  urgentOnly: z.boolean(),
  createdAt: z.iso.datetime(),
  deliveries: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      state: z.enum(['waiting', 'sent', 'failed']),
      attempts: z.number(),
      status: z.number().nullable(),
      why: z.string().nullable(),
      tookMs: z.number().nullable(),
      createdAt: z.iso.datetime(),
      nextAt: z.iso.datetime(),
    }),
  ),
});
export type HookView = z.infer<typeof hookViewSchema>;

export const alertsViewSchema = z.object({
  open: z.array(alertViewSchema),
  past: z.array(alertViewSchema),
  mayAcknowledge: z.boolean(),
});
export type AlertsView = z.infer<typeof alertsViewSchema>;

/** Who is mailed; nobody where the list is empty. */
export const alertMailSchema = z.object({
  to: z.array(z.email().max(200)).max(20, 'at most 20 addresses'),
  urgentOnly: z.boolean(),
});
export type AlertMail = z.infer<typeof alertMailSchema>;
export const noMail: AlertMail = { to: [], urgentOnly: false };

export const tellingViewSchema = z.object({
  rules: z.array(ruleViewSchema),
  hooks: z.array(hookViewSchema),
  mail: alertMailSchema,
});
export type TellingView = z.infer<typeof tellingViewSchema>;

export const acknowledgeSchema = z.object({ id: z.uuid(), note: z.string().trim().max(500).default('') });
export type Acknowledge = z.infer<typeof acknowledgeSchema>;

/** Zero lets it speak again. */
export const silenceSchema = z.object({
  id: z.uuid(),
  minutes: z.number().int().min(0).max(10_080, 'is at most a week'),
});
export type Silence = z.infer<typeof silenceSchema>;

export const hookInputSchema = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(1, 'needs a name').max(60),
  url: z.url({ protocol: /^https?$/, error: 'must be an address that begins with https://' }).max(500),
  enabled: z.boolean(),
  urgentOnly: z.boolean(),
});
export type HookInput = z.infer<typeof hookInputSchema>;
