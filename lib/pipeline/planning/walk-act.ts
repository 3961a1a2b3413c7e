import { switchedOffRule } from '../../governance/assistant-switch.schema';
import type { PlaybookNode } from '../../governance/playbook.schema';
import type { Decision } from '../../governance/policy.schema';
import type { RanAct } from '../run.schema';
import { evaluateAll, note, type Step, settle, stopAt, type Walk } from './walk';

type Act = Extract<PlaybookNode, { kind: 'act' }>;

export const approvalText = 'A colleague has to agree to this first. You will hear from us here.';

/** Asks for a write and goes where its outcome leads. The key is the same however often the turn is run. */
export async function act(node: Act, walk: Walk): Promise<Step> {
  const { part } = walk;
  const says = walk.render(node.says);
  const { place, key } = nameAct(walk);
  walk.tools.tell(says, false);
  const result = await walk.tools.act({
    tool: node.tool,
    args: evaluateAll(walk, node.args),
    key,
    says,
    tells: walk.say(node.told),
    confirmed: walk.confirmed,
  });
  const { effect, policy, rule, agent } = result.decision;
  note(walk, {
    says,
    value: result.kind === 'done' ? result.value : null,
    decision: { effect, policy, rule, says: agent },
  });
  const ran = (state: RanAct['state']) => {
    walk.acts = [...walk.acts, { place, node: walk.at, key, says, state }];
  };
  part.decisions.push(result.decision);
  walk.confirmed = false;
  switch (result.kind) {
    case 'done':
      walk.tools.tell(says, true);
      part.acted = true;
      part.tried.push({ what: says, ok: true });
      walk.values[node.as] = result.value;
      ran('done');
      return settle(walk, node.next);
    case 'denied':
      ran('not_done');
      return denied(node, result.decision, walk);
    case 'waiting': {
      ran('waiting');
      part.tried.push({ what: `${says}: waits for approval`, ok: true });
      const text = result.decision.customer ?? approvalText;
      part.evidence.push(text);
      const ahead = walk.playbook.definition.nodes[node.next];
      if (ahead?.kind === 'wait' && ahead.until.kind === 'approval') {
        walk.awaiting = { key, text };
        return settle(walk, node.next);
      }
      return { kind: 'end', part: { ...part, kind: 'approval', text } };
    }
    case 'failed': {
      ran('not_done');
      part.tried.push({ what: `${says}: ${result.message || result.code}`, ok: false });
      part.scores.tools = 0.3;
      const target = node.failed?.[result.code] ?? node.failed?.['*'];
      return target
        ? settle(walk, target)
        : stopAt(walk, 'tool_failed', `${says} failed: ${result.message || result.code}.`);
    }
    case 'unknown':
      ran('waiting');
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

/** The same node again in one run, on a way that leads back to it, is another act and has a name of its own. */
function nameAct({ input, stack, playbook, at, acts }: Walk): { place: string; key: string } {
  const calls = stack.flatMap((frame) => [frame.playbook, frame.node]);
  const place = [...calls, playbook.key, at].join(':');
  const before = acts.filter((one) => one.place === place).length;
  return { place, key: [input.runId, place, ...(before > 0 ? [before + 1] : [])].join(':') };
}

/** What the rules refuse: the playbook's own way, the rule's sentence for the customer, or people. */
export function denied(node: Act, decision: Decision, walk: Walk): Step {
  const { part } = walk;
  part.tried.push({ what: `${walk.render(node.says)}: not allowed`, ok: false });
  part.evidence.push(decision.customer ?? '');
  if (decision.rule === switchedOffRule) return stopAt(walk, 'switched_off', decision.agent);
  walk.values.denied = { rule: decision.rule, says: decision.customer ?? '' };
  if (node.denied) return settle(walk, node.denied);
  if (decision.customer) return { kind: 'end', part: { ...part, kind: 'reply', text: decision.customer } };
  return stopAt(walk, 'policy_denied', decision.agent);
}
