import { z } from 'zod';

const expression = z.string().min(1).max(2_000);
const name = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);

export const effectSchema = z.enum(['allow', 'deny', 'needs_approval']);
export type Effect = z.infer<typeof effectSchema>;

/** The read tool that brings a fact, and its arguments as expressions over the action. */
export const factSchema = z.object({ tool: z.string().min(1), args: z.record(z.string(), expression) });

export const ruleSchema = z.object({
  name,
  /** CEL over action, facts, customer, conversation, ledger and now. */
  when: expression,
  effect: effectSchema,
  approvers: z.enum(['agent', 'supervisor', 'admin']).optional(),
  /** What the customer hears, and what the agent reads; both templates. */
  customer: z.string().max(600).optional(),
  agent: z.string().max(600),
  /** The rule as something that can be ticked off: "Within 30 days of delivery", with the value found. */
  check: z.string().max(120).optional(),
  value: expression.optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

export const policySchema = z.object({
  tools: z.array(z.string().min(1)).min(1),
  /**
   * Where the subject comes from when nobody is verified, for tools whose effect only the account's owner can see
   * (a reset link goes to the address on file). A read tool, its arguments, and the subject in what it `found`.
   */
  subjectFrom: factSchema.extend({ value: expression }).optional(),
  facts: z.record(z.string().regex(/^[a-z][A-Za-z]{0,40}$/), factSchema).default({}),
  rules: z.array(ruleSchema).min(1).max(60),
  /** What the approver reads, label and value. */
  shows: z.array(z.object({ label: z.string(), value: expression })).default([]),
  /** Cents at stake, for the approver and the sums. */
  amount: expression.optional(),
});
export type PolicyDefinition = z.infer<typeof policySchema>;

export type ReleasedPolicy = { key: string; version: number; definition: PolicyDefinition };

/** What a rule may speak of. */
export type DecisionScope = {
  action: { tool: string; args: Record<string, unknown> };
  facts: Record<string, unknown>;
  customer: { tier: string | null };
  conversation: { verified: boolean; confirmed: boolean; approvedBy: string | null; trusted: boolean };
  /** This tool for this customer in the last 24 hours: how often, and how many cents. */
  ledger: { today: number; todayCents: number; emailChangedToday: boolean };
  now: string;
};

export type Decision = {
  effect: Effect;
  policy: string | null;
  version: number | null;
  rule: string | null;
  cel: string;
  agent: string;
  customer: string | null;
  approvers: string | null;
  amountCents: number | null;
  findings: { says: string; holds: boolean; value: string | null; asks: boolean }[];
  shows: { label: string; value: string }[];
};
