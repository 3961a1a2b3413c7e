import { evaluateExpression, holds, renderTemplate } from './evaluate-expression';
import type { Decision, DecisionScope, ReleasedPolicy, Rule } from './policy.schema';

const strictest = { deny: 0, needs_approval: 1, allow: 2 } as const;

function tryText(make: () => string): string | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** A deny or approval rule that cannot be evaluated holds, an allow rule does not: what is unknown is never allowed. */
function applies(rule: Rule, scope: DecisionScope): { holds: boolean; failed: string | null } {
  try {
    return { holds: holds(rule.when, scope), failed: null };
  } catch (error) {
    const failed = error instanceof Error ? (error.message.split('\n')[0] ?? 'failed') : String(error);
    return { holds: rule.effect !== 'allow', failed };
  }
}

/**
 * Decides one write. The strictest rule that holds wins: deny, then needs approval, then allow; no rule is a deny.
 * A conversation that carries an approval passes what asked for it, never a deny, and never what could not be checked:
 * nobody agreed to something unknown.
 */
export function decideAction(policy: ReleasedPolicy | undefined, scope: DecisionScope): Decision {
  const none = { approvers: null, amountCents: null, findings: [], shows: [], customer: null };
  if (!policy) {
    const agent = `No policy speaks of ${scope.action.tool}, and what no rule allows is denied.`;
    return { ...none, effect: 'deny', policy: null, version: null, rule: null, cel: '', agent };
  }

  const { rules, shows, amount } = policy.definition;
  const checked = rules.map((rule) => ({ rule, ...applies(rule, scope) }));
  const approved = scope.conversation.approvedBy !== null;
  const winner = checked
    .filter((one) => one.holds && !(approved && one.rule.effect === 'needs_approval' && one.failed === null))
    .sort((a, b) => strictest[a.rule.effect] - strictest[b.rule.effect])[0];

  const findings = checked
    .filter(({ rule }) => rule.check)
    .map(({ rule, holds: stands }) => ({
      says: rule.check!,
      holds: rule.effect === 'allow' ? stands : !stands,
      value: rule.value ? tryText(() => String(evaluateExpression(rule.value!, scope))) : null,
      asks: rule.effect === 'needs_approval' && stands,
    }));
  const base = {
    policy: policy.key,
    version: policy.version,
    findings,
    shows: shows.flatMap(({ label, value }) => {
      const text = tryText(() => String(evaluateExpression(value, scope)));
      return text === null ? [] : [{ label, value: text }];
    }),
    amountCents: amount ? numberOrNull(() => evaluateExpression(amount, scope)) : null,
  };
  if (!winner) {
    const agent = `No rule of ${policy.key} allows this.`;
    return { ...base, effect: 'deny', rule: null, cel: '', agent, customer: null, approvers: null };
  }

  const { rule, failed } = winner;
  return {
    ...base,
    effect: rule.effect,
    rule: rule.name,
    cel: rule.when,
    agent: failed
      ? `The rule "${rule.name}" could not be checked: ${failed}`
      : (tryText(() => renderTemplate(rule.agent, scope)) ?? rule.agent),
    customer: rule.customer ? tryText(() => renderTemplate(rule.customer!, scope)) : null,
    approvers: rule.effect === 'needs_approval' ? (rule.approvers ?? 'supervisor') : null,
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
