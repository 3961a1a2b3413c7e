import { z } from 'zod';
import { actionViewSchema, personViewSchema } from '../conversations/conversation.schema';

export const actionStatusSchema = z.enum([
  'proposed',
  'denied',
  'waiting_approval',
  'approved',
  'refused',
  'expired',
  'started',
  'succeeded',
  'failed',
  'unknown',
  'compensated',
]);
export type ActionStatusKey = z.infer<typeof actionStatusSchema>;

const day = z.iso.date();
const cents = z.coerce.number().int().min(0).max(1_000_000_000);

/** What the ledger is narrowed by, as it stands in the address. Money is cents, days are UTC and both belong to it. */
export const ledgerFilterSchema = z.object({
  status: z
    .string()
    .max(200)
    .transform((list) => list.split(','))
    .pipe(z.array(actionStatusSchema).max(11))
    .optional(),
  tool: z.string().max(100).optional(),
  policy: z.string().max(60).optional(),
  customer: z.uuid().optional(),
  /** A person's id, or `assistant` for what no person decided. */
  by: z.union([z.uuid(), z.literal('assistant')]).optional(),
  from: day.optional(),
  to: day.optional(),
  min: cents.optional(),
  max: cents.optional(),
  /** The number people say aloud. */
  conversation: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  differences: z.literal('open').optional(),
});
export type LedgerFilter = z.infer<typeof ledgerFilterSchema>;

const customer = z.object({ id: z.string(), name: z.string(), tier: z.string().nullable() });
const conversation = z.object({ id: z.string(), number: z.number() });

export const ledgerRowSchema = z.object({
  id: z.string(),
  says: z.string(),
  tool: z.string(),
  status: actionStatusSchema,
  amountCents: z.number().nullable(),
  policy: z.string().nullable(),
  rule: z.string().nullable(),
  customer,
  conversation,
  decidedBy: personViewSchema.nullable(),
  at: z.string(),
  /** Open differences with the system of record. */
  differences: z.number(),
  takesBack: z.boolean(),
});
export type LedgerRow = z.infer<typeof ledgerRowSchema>;

export const ledgerPageSchema = z.object({ rows: z.array(ledgerRowSchema), next: z.string().nullable() });
export type LedgerPage = z.infer<typeof ledgerPageSchema>;

const sum = z.object({ key: z.string(), count: z.number(), cents: z.number() });

export const ledgerSumsSchema = z.object({
  count: z.number(),
  cents: z.number(),
  byStatus: z.array(sum),
  byTool: z.array(sum),
  /** Open differences of everything this person sees, whatever the filter. */
  differences: z.number(),
  /** What the filters can be set to. */
  choices: z.object({ tools: z.array(z.string()), policies: z.array(z.string()), people: z.array(personViewSchema) }),
});
export type LedgerSums = z.infer<typeof ledgerSumsSchema>;

export const differenceViewSchema = z.object({
  id: z.string(),
  kind: z.string(),
  says: z.string(),
  at: z.string(),
  resolved: z.object({ at: z.string(), by: personViewSchema.nullable(), how: z.string() }).nullable(),
});

/** What became of it, in order. */
export const lifeStepSchema = z.object({
  name: z.enum([
    'proposed',
    'denied',
    'agreed',
    'refused',
    'approved',
    'expired',
    'waits',
    'started',
    'succeeded',
    'failed',
    'unknown',
    'taken_back',
  ]),
  at: z.string().nullable(),
  by: z.string().nullable(),
  says: z.string().nullable(),
});
export type LifeStep = z.infer<typeof lifeStepSchema>;

export const ledgerEntrySchema = z.object({
  action: actionViewSchema,
  customer,
  conversation,
  turnId: z.string().nullable(),
  connector: z.string(),
  life: z.array(lifeStepSchema),
  /** With placeholders for what identifies anybody, where this person may not see that. */
  args: z.record(z.string(), z.unknown()),
  result: z.record(z.string(), z.unknown()).nullable(),
  attempts: z.number(),
  comparedAt: z.string().nullable(),
  differences: z.array(differenceViewSchema),
  takesBack: z.object({ id: z.string(), says: z.string() }).nullable(),
  takenBackBy: z.object({ id: z.string(), status: actionStatusSchema, error: z.string().nullable() }).nullable(),
  /** How it would be taken back, for who may; null where it cannot be. */
  undo: z.object({ tool: z.string(), args: z.record(z.string(), z.unknown()) }).nullable(),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

export const takeBackInput = z.object({ actionId: z.uuid() });
export const resolveInput = z.object({
  differenceId: z.uuid(),
  how: z.string().trim().min(1, 'say what was found out').max(500),
});
