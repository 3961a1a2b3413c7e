import { evaluateReady, type ReadyScope, readyScope, renderReady, renderWhatCanBe } from './evaluate-expression';
import { explainFailure } from './explain-failure';
import type { Approver, Decision, DecisionScope, PolicyDefinition, ReleasedPolicy, Rule } from './policy.schema';

const strictest = { deny: 0, needs_approval: 1, allow: 2 } as const;
const ranks: Record<Approver, number> = { agent: 0, supervisor: 1, admin: 2 };

/** `failed` is the error of a rule that could not be evaluated. */
type Checked = { rule: Rule; holds: boolean; failed: unknown };

function tryText(make: () => string): string | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** A deny or approval rule that cannot be evaluated holds, an allow rule does not: what is unknown is never allowed. */
function checkRule(rule: Rule, ready: ReadyScope): Checked {
  try {
    return { rule, holds: evaluateReady(rule.when, ready) === true, failed: null };
  } catch (error) {
    return { rule, holds: rule.effect !== 'allow', failed: error ?? true };
  }
}

/** The caps of a policy, as the rules they are. */
export function rulesOfCaps({ caps, amount }: Pick<PolicyDefinition, 'caps' | 'amount'>): Rule[] {
  const rule = (name: string, sum: string, cents: number | undefined, whose: string): Rule[] => {
    if (!caps || cents === undefined) return [];
    const over = `over the cap of {{ money(${cents}) }} for ${whose}`;
    return [
      {
        name,
        // No amount: the expression fails, and what cannot be checked holds.
        when: `(${amount ?? 'action.amount'}) + ${sum} > ${cents}`,
        effect: caps.effect,
        ...(caps.effect === 'needs_approval' ? { approvers: caps.approvers } : {}),
        check: `Under the cap for ${whose}`,
        value: `money((${amount ?? 'action.amount'}) + ${sum})`,
        agent: `With this one it is {{ money((${amount ?? 'action.amount'}) + ${sum}) }}, ${over}.`,
      },
    ];
  };
  return [
    ...rule('cap-customer-day', 'ledger.customerDayCents', caps?.customerDayCents, 'a customer and day'),
    ...rule('cap-assistant-hour', 'ledger.assistantHourCents', caps?.assistantHourCents, 'the assistant and hour'),
  ];
}

/** Of the rules that hold the strictest decides; of two that ask, the one that asks the higher, then the more people. */
function byStrictness(one: Checked, other: Checked): number {
  return (
    strictest[one.rule.effect] - strictest[other.rule.effect] ||
    (one.rule.effect === 'needs_approval'
      ? Number(other.failed !== null) - Number(one.failed !== null) ||
        ranks[other.rule.approvers ?? 'supervisor'] - ranks[one.rule.approvers ?? 'supervisor'] ||
        (other.rule.approvals ?? 1) - (one.rule.approvals ?? 1)
      : 0)
  );
}

/** An approval passes what asked for it, never what could not be checked: nobody agreed to something unknown. */
function isApproved({ rule, failed }: Checked, { approvedBy, approvals }: DecisionScope['conversation']): boolean {
  if (rule.effect !== 'needs_approval' || failed !== null || approvedBy === null) return false;
  return new Set([approvedBy, ...(approvals ?? [])]).size >= (rule.approvals ?? 1);
}

/**
 * Decides one write. The strictest rule that holds wins: deny, then needs approval, then allow; no rule is a deny.
 * A conversation that carries an approval passes what asked for it, never a deny.
 */
export function decideAction(policy: ReleasedPolicy | undefined, scope: DecisionScope): Decision {
  const none = { approvers: null, amountCents: null, findings: [], shows: [], customer: null };
  if (!policy) {
    const agent = `No policy speaks of ${scope.action.tool}, and what no rule allows is denied.`;
    return { ...none, effect: 'deny', policy: null, version: null, rule: null, cel: '', agent };
  }

  const { definition } = policy;
  const ready = readyScope(scope);
  const checked = [...definition.rules, ...rulesOfCaps(definition)].map((rule) => checkRule(rule, ready));
  const winner = checked
    .filter((one) => one.holds && !isApproved(one, scope.conversation))
    .reduce<Checked | undefined>((best, one) => (best && byStrictness(best, one) <= 0 ? best : one), undefined);

  const findings = checked
    .filter(({ rule }) => rule.check)
    .map(({ rule, holds: stands }) => ({
      says: rule.check!,
      holds: rule.effect === 'allow' ? stands : !stands,
      value: rule.value ? tryText(() => String(evaluateReady(rule.value!, ready))) : null,
      asks: rule.effect === 'needs_approval' && stands,
    }));
  const base = {
    policy: policy.key,
    version: policy.version,
    findings,
    shows: definition.shows.flatMap(({ label, value }) => {
      const text = tryText(() => String(evaluateReady(value, ready)));
      return text === null ? [] : [{ label, value: text }];
    }),
    amountCents: definition.amount ? numberOrNull(() => evaluateReady(definition.amount!, ready)) : null,
  };
  if (!winner) {
    const agent = `No rule of ${policy.key} allows this.`;
    return { ...base, effect: 'deny', rule: null, cel: '', agent, customer: null, approvers: null };
  }

  const { rule, failed } = winner;
  const asks = rule.effect === 'needs_approval';
  return {
    ...base,
    effect: rule.effect,
    rule: rule.name,
    cel: rule.when,
    agent: failed
      ? `The rule "${rule.name}" could not be checked: ${explainFailure(failed, rule.when, definition, scope.facts)}`
      : renderWhatCanBe(rule.agent, ready),
    customer: rule.customer ? tryText(() => renderReady(rule.customer!, ready)) : null,
    approvers: asks ? (rule.approvers ?? 'supervisor') : null,
    ...(asks && (rule.approvals ?? 1) > 1 ? { approvals: rule.approvals! } : {}),
  };
}

function numberOrNull(make: () => unknown): number | null {
  try {
    const value = make();
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  } catch {
    return null;
  }
}
