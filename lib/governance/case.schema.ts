import { z } from 'zod';
import { type DecisionScope, effectSchema, emptyLedger } from './policy.schema';

const count = z.number().int().min(0).max(1e12);
const values = z.record(z.string().max(120), z.unknown());
const useSchema = z.object({ today: count.default(0), todayCents: count.default(0) });

/**
 * A case that a policy is held against: what is asked for, by whom, with which facts. What a case does not say is the
 * careful answer: nobody verified, no yes, nothing in the ledger.
 */
export const caseSchema = z.object({
  name: z.string().max(200).optional(),
  tool: z.string().min(1).max(120),
  args: values.default({}),
  /** The customer's id in the system of record. */
  subject: z.string().max(200).nullish(),
  facts: values.default({}),
  customer: z.object({ tier: z.string().max(80).nullish() }).optional(),
  conversation: z
    .object({
      verified: z.boolean().default(false),
      confirmed: z.boolean().default(false),
      trusted: z.boolean().default(true),
      approvedBy: z.string().max(120).nullish(),
      approvals: z.array(z.string().max(120)).max(10).optional(),
    })
    .optional(),
  /** What is taken back, and who asks for that. */
  compensates: z
    .object({
      tool: z.string().min(1).max(120),
      amountCents: count.nullable().default(null),
      by: z.enum(['person', 'playbook']),
    })
    .optional(),
  ledger: useSchema
    .extend({
      tools: z.record(z.string().max(120), useSchema).default({}),
      customerDayCents: count.default(0),
      assistantHourCents: count.default(0),
    })
    .partial()
    .optional(),
  now: z.iso.datetime({ offset: true }).optional(),
  expect: z.object({ effect: effectSchema, rule: z.string().max(80).optional() }).optional(),
});
export type PolicyCase = z.infer<typeof caseSchema>;

/** What a decision of this case sees. `now` is for cases that name no time. */
export function scopeOfCase(one: PolicyCase, now: Date): DecisionScope {
  const { verified = false, confirmed = false, trusted = true, approvedBy, approvals } = one.conversation ?? {};
  return {
    action: { tool: one.tool, args: one.args, ...(one.compensates && { compensates: one.compensates }) },
    facts: one.facts,
    customer: { id: one.subject ?? null, tier: one.customer?.tier ?? null },
    conversation: { verified, confirmed, trusted, approvedBy: approvedBy ?? null, ...(approvals ? { approvals } : {}) },
    ledger: { ...emptyLedger, ...one.ledger },
    now: one.now ?? now.toISOString(),
  };
}
