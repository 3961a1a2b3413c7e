import { z } from 'zod';

const expression = z.string().min(1).max(2_000);
const name = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);

export const effectSchema = z.enum(['allow', 'deny', 'needs_approval']);
export type Effect = z.infer<typeof effectSchema>;

/** How many calls the facts of one decision may cost, and how many elements one `each` may have. */
export const factLimits = { reads: 40, elements: 20 } as const;

/**
 * The read tool that brings a fact, and its arguments as expressions over the action, the customer and the facts above it.
 * With `each`, a list: it is read once per element, called `item` in the arguments, and the fact is the list of answers in
 * that order. What is not there is `{missing: code}`.
 */
export const factSchema = z.object({
  tool: z.string().min(1).max(120),
  args: z.record(z.string().max(80), expression).default({}),
  each: expression.optional(),
});
export type Fact = z.infer<typeof factSchema>;

export const approverSchema = z.enum(['agent', 'supervisor', 'admin']);
export type Approver = z.infer<typeof approverSchema>;

export const ruleSchema = z.object({
  name,
  /** The rule as a plain sentence; without one it is said from `when`. */
  title: z.string().min(1).max(160).optional(),
  /** CEL over action, facts, customer, conversation, ledger and now. */
  when: expression,
  effect: effectSchema,
  approvers: approverSchema.optional(),
  /** How many different people must approve. */
  approvals: z.number().int().min(1).max(2).optional(),
  /** What the customer hears, and what the agent reads; both templates. */
  customer: z.string().max(600).optional(),
  agent: z.string().max(600),
  /** The rule as something that can be ticked off: "Within 30 days of delivery", with the value found. */
  check: z.string().max(120).optional(),
  value: expression.optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

/**
 * Sums over which nobody's yes to one action is enough: of this customer in 24 hours, of the assistant over all customers
 * in an hour, both with the action that is asked for. Whole cents. They need `amount`; without a number they hold.
 */
export const capsSchema = z.object({
  customerDayCents: z.number().int().min(0).max(1e12).optional(),
  assistantHourCents: z.number().int().min(0).max(1e12).optional(),
  effect: z.enum(['deny', 'needs_approval']).default('needs_approval'),
  approvers: approverSchema.default('supervisor'),
});

export const policySchema = z.object({
  title: z.string().min(1).max(120).optional(),
  description: z.string().min(1).max(600).optional(),
  tools: z.array(z.string().min(1).max(120)).min(1).max(40),
  /**
   * Where the subject comes from when nobody is verified, for tools whose effect only the account's owner can see
   * (a reset link goes to the address on file). A read tool, its arguments, and the subject in what it `found`.
   */
  subjectFrom: factSchema.omit({ each: true }).extend({ value: expression }).optional(),
  /** In the order they are read. */
  facts: z.record(z.string().regex(/^[a-z][A-Za-z0-9_]{0,40}$/), factSchema).default({}),
  rules: z.array(ruleSchema).min(1).max(60),
  /** What the approver reads, label and value. */
  shows: z
    .array(z.object({ label: z.string().max(60), value: expression }))
    .max(20)
    .default([]),
  /** Cents at stake, for the approver and the sums. */
  amount: expression.optional(),
  caps: capsSchema.optional(),
});
export type PolicyDefinition = z.infer<typeof policySchema>;

export type ReleasedPolicy = { key: string; version: number; definition: PolicyDefinition };

/** How often a tool was used for this customer in the last 24 hours, and for how many cents. */
export type ToolUse = { today: number; todayCents: number };

export type Ledger = ToolUse & {
  /** `today` and `todayCents` are this tool's; here are all that were used, by name. */
  tools: Record<string, ToolUse>;
  /** All tools for this customer in the last 24 hours. */
  customerDayCents: number;
  /** All the assistant did for anybody in the last hour. */
  assistantHourCents: number;
};

export const emptyLedger: Ledger = {
  today: 0,
  todayCents: 0,
  tools: {},
  customerDayCents: 0,
  assistantHourCents: 0,
};

/** What a rule may speak of. */
export type DecisionScope = {
  action: {
    tool: string;
    args: Record<string, unknown>;
    /** Only of what takes another action back: that one, and whether a person or a playbook asks for it. */
    compensates?: { tool: string; amountCents: number | null; by: 'person' | 'playbook' };
  };
  facts: Record<string, unknown>;
  /** `id` is theirs in the system of record, from the verified conversation. */
  customer: { id?: string | null; tier: string | null };
  conversation: {
    verified: boolean;
    confirmed: boolean;
    approvedBy: string | null;
    /** All who approved, when more than one was asked: different people. */
    approvals?: string[];
    trusted: boolean;
  };
  ledger: Ledger;
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
  /** How many different people must approve, where one is not enough. */
  approvals?: number;
  amountCents: number | null;
  findings: { says: string; holds: boolean; value: string | null; asks: boolean }[];
  shows: { label: string; value: string }[];
};
