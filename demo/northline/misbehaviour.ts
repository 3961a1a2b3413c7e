import { z } from 'zod';

/** One way in which the shop is told to fail. `customer` keeps it to one customer, so that tests side by side do not meet. */
export const misbehaviourSchema = z.strictObject({
  tool: z.string().min(1).max(80),
  mode: z.enum(['ok', 'slow', 'fail', 'drop']),
  delayMs: z.number().int().min(0).max(120_000).default(3_000),
  rate: z.number().min(0).max(1).default(1),
  times: z.number().int().min(1).max(1_000_000).optional(),
  customer: z
    .string()
    .regex(/^cus_\d+$/)
    .optional(),
});

export type Misbehaviour = z.infer<typeof misbehaviourSchema>;

export interface Call {
  tool: string;
  customer?: string | undefined;
}

export interface Verdict {
  delayMs: number;
  /** Refuse before anything happens. */
  fail: boolean;
  /** Do it, commit, then cut the line without an answer. */
  drop: boolean;
}

/**
 * Which of `rules` strike this call. Each rule rolls its own dice, so that "a fifth dropped, a tenth failed" are two rules.
 * `random` gives 0 ≤ x < 1.
 */
export function decideMisbehaviour(
  rules: readonly Misbehaviour[],
  call: Call,
  random: () => number,
): { verdict: Verdict; struck: Misbehaviour[] } {
  const struck = rules.filter(
    (rule) =>
      rule.mode !== 'ok' &&
      (rule.tool === '*' || rule.tool === call.tool) &&
      (rule.customer === undefined || rule.customer === call.customer) &&
      random() < rule.rate,
  );
  const fail = struck.some((rule) => rule.mode === 'fail');
  return {
    struck,
    verdict: {
      delayMs: Math.max(0, ...struck.filter((rule) => rule.mode === 'slow').map((rule) => rule.delayMs)),
      fail,
      drop: !fail && struck.some((rule) => rule.mode === 'drop'),
    },
  };
}

/** The rules in force. They live in this process only: a restarted shop behaves well again. */
export class Misbehaviours {
  #rules: Misbehaviour[] = [];

  list(): readonly Misbehaviour[] {
    return this.#rules;
  }

  /** Adds a rule, in place of one for the same tool, customer and mode; `ok` takes all modes of that tool and customer away. */
  set(rule: Misbehaviour): void {
    this.#rules = this.#rules.filter(
      (known) =>
        known.tool !== rule.tool ||
        known.customer !== rule.customer ||
        (rule.mode !== 'ok' && known.mode !== rule.mode),
    );
    if (rule.mode !== 'ok') this.#rules.push(rule);
  }

  clear(): void {
    this.#rules = [];
  }

  /** Decides about one call and counts down the rules that struck. */
  meet(call: Call): Verdict {
    const { verdict, struck } = decideMisbehaviour(this.#rules, call, Math.random);
    for (const rule of struck) {
      if (rule.times !== undefined) rule.times -= 1;
    }
    this.#rules = this.#rules.filter((rule) => rule.times !== 0);
    return verdict;
  }
}
