import type { PlaybookNode } from '../../governance/playbook.schema';
import type { Decision } from '../../governance/policy.schema';
import { evaluateAll, goTo, type Step, stopAt, type Walk } from './walk';

type Act = Extract<PlaybookNode, { kind: 'act' }>;

const approvalText = 'A colleague has to agree to this first. You will hear from us here.';

/** Asks for a write and goes where its outcome leads. The key is the same however often the turn is run. */
export async function act(node: Act, walk: Walk): Promise<Step> {
  const { part, input } = walk;
  const says = walk.render(node.says);
  walk.tools.tell(says, false);
  const result = await walk.tools.act({
    tool: node.tool,
    args: evaluateAll(walk, node.args),
    key: `${input.runId}:${input.playbook.key}:${walk.at}`,
    says,
    tells: walk.render(node.told),
    confirmed: walk.confirmed,
  });
  part.decisions.push(result.decision);
  walk.confirmed = false;
  switch (result.kind) {
    case 'done':
      walk.tools.tell(says, true);
      part.acted = true;
      part.tried.push({ what: says, ok: true });
      walk.values[node.as] = result.value;
      return goTo(node.next);
    case 'denied':
      return denied(node, result.decision, walk);
    case 'waiting': {
      part.tried.push({ what: `${says}: waits for approval`, ok: true });
      part.evidence.push(result.decision.customer ?? '');
      return { kind: 'end', part: { ...part, kind: 'approval', text: result.decision.customer ?? approvalText } };
    }
    case 'failed': {
      part.tried.push({ what: `${says}: ${result.message || result.code}`, ok: false });
      part.scores.tools = 0.3;
      const target = node.failed?.[result.code] ?? node.failed?.['*'];
      return target ? goTo(target) : stopAt(walk, 'tool_failed', `${says} failed: ${result.message || result.code}.`);
    }
    case 'unknown':
      part.tried.push({ what: `${says}: no answer`, ok: false });
      part.acted = true;
      return stopAt(
        walk,
        'tool_failed',
        `${says}: the shop did not say whether it happened. Check before doing it again.`,
        ['Whether it happened'],
      );
  }
}

/** What the rules refuse: the playbook's own way, the rule's sentence for the customer, or people. */
export function denied(node: Act, decision: Decision, walk: Walk): Step {
  const { part } = walk;
  part.tried.push({ what: `${walk.render(node.says)}: not allowed`, ok: false });
  part.evidence.push(decision.customer ?? '');
  walk.values.denied = { rule: decision.rule, says: decision.customer ?? '' };
  if (node.denied) return goTo(node.denied);
  if (decision.customer) return { kind: 'end', part: { ...part, kind: 'reply', text: decision.customer } };
  return stopAt(walk, 'policy_denied', decision.agent);
}
