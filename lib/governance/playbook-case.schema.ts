import { z } from 'zod';

const name = z.string().min(1).max(80);

/** What happens next in a simulation: the customer writes, or something that was waited for comes. */
export const givenSchema = z.union([
  z.string().min(1).max(2_000),
  z.strictObject({ approved: z.literal(true) }),
  z.strictObject({ refused: z.string().min(1).max(400) }),
  /** Time passes. */
  z.strictObject({ minutes: z.number().int().min(1).max(525_600) }),
  /** The customer sends a file in which this text stands; without text it is a picture. */
  z.strictObject({
    file: z.strictObject({ name: z.string().min(1).max(120), text: z.string().max(20_000) }),
    says: z.string().max(2_000).default(''),
  }),
  z.strictObject({ signal: z.string().min(1).max(61), data: z.record(z.string(), z.unknown()).default({}) }),
]);
export type Given = z.infer<typeof givenSchema>;

/** How a tool behaves instead: it breaks, says nothing, knows no such record, or refuses with a code of its own. */
export const behavesSchema = z.union([
  z.enum(['fails', 'silent', 'missing']),
  z.strictObject({ refused: z.string().min(1).max(60) }),
]);
export type Behaves = z.infer<typeof behavesSchema>;

/** As whom: the subject is a customer's id in the system of record, whose real records are read. */
export const asWhomSchema = z.strictObject({
  subject: z.string().min(1).max(200).nullable().default(null),
  verified: z.boolean().default(false),
  name: z.string().max(120).default('A customer'),
  email: z.email().nullable().default(null),
  tier: z.string().max(60).nullable().default(null),
  channel: z.enum(['web_chat', 'email', 'sms', 'voice', 'social', 'api']).default('web_chat'),
});
export type AsWhom = z.infer<typeof asWhomSchema>;

export const butSchema = z.strictObject({
  tools: z.record(z.string().min(1).max(120), behavesSchema).default({}),
  /** As if it were then: outside hours, after a deadline. */
  now: z.iso.datetime({ offset: true }).optional(),
});
export type But = z.infer<typeof butSchema>;

export const endSchema = z.enum(['reply', 'ask', 'approval', 'wait', 'handoff', 'elsewhere']);

/** Something that must come out before a playbook is released. */
export const playbookCaseSchema = z.strictObject({
  name: z.string().min(1).max(120),
  as: asWhomSchema.prefault({}),
  says: z.array(givenSchema).min(1).max(20),
  but: butSchema.prefault({}),
  expect: z.strictObject({
    /** How the last step ends. */
    end: endSchema,
    /** The node it ends at. */
    node: name.optional(),
    /** Stands in what the customer reads last, whatever its case. */
    says: z.string().min(1).max(400).optional(),
    /** Tools that would be carried out, in order. */
    acts: z.array(z.string().min(1).max(120)).max(20).optional(),
  }),
});
export type PlaybookCase = z.infer<typeof playbookCaseSchema>;

export const playbookCasesSchema = z.array(playbookCaseSchema).max(200);
