import type { PlaybookNode, ReleasedPlaybook } from '../../governance/playbook.schema';
import { blankPart } from '../blank-part';
import type { Entity, Instruments, Part, Waiting } from '../plan.schema';
import { gather } from './fill-slot';
import { goTo, handOver, type Step, stopAt, type Walk } from './walk';
import { act } from './walk-act';
import { collect, confirm } from './walk-ask';
import { lookUp } from './walk-lookup';

export type PlaybookInput = {
  playbook: ReleasedPlaybook;
  /** What this run does is done once under this name, whatever is started again. */
  runId: string;
  intent: string;
  /** The customer's words for it. */
  wish: string;
  probability: number;
  entities: Entity[];
  /** The whole message, with its values in place: where a slot wants the text itself. */
  message: string;
  scope: { customer: Record<string, unknown>; conversation: Record<string, unknown>; now: string };
  /** Set when the run goes on after a question. */
  resumed?: { waiting: Extract<Waiting, { kind: 'playbook' }>; reply: 'yes' | 'no' | 'value' };
};

const maxNodes = 40; // a loop in a playbook ends here, with people

/**
 * Walks a playbook until it replies, asks, waits for an approval or hands over. Everything outside goes through the
 * instruments; run again with the same answers it takes the same way.
 */
export async function runPlaybook(input: PlaybookInput, tools: Instruments): Promise<Part> {
  const { definition } = input.playbook;
  const walk = startWalk(input, tools);
  try {
    for (let count = 0; count < maxNodes; count++) {
      const node = definition.nodes[walk.at];
      if (!node) break;
      walk.part.evidence = [...input.entities.map((entity) => entity.text), ...gather(walk.scope())];
      const step = await stepOn(node, walk);
      if (step.kind === 'end') return step.part;
      walk.at = step.node;
    }
    return stopAt(walk, 'playbook', `The playbook "${definition.name}" did not come to an end.`).part;
  } catch (error) {
    // An expression that cannot be evaluated is a mistake in the playbook, not the customer's problem.
    const cause = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return stopAt(walk, 'playbook', `The playbook "${definition.name}" has a mistake at "${walk.at}": ${cause}`).part;
  }
}

async function stepOn(node: PlaybookNode, walk: Walk): Promise<Step> {
  switch (node.kind) {
    case 'verify':
      return goTo(walk.input.scope.conversation.verified === true ? node.next : node.otherwise);
    case 'decide': {
      const taken = node.branches.find((branch) => walk.tools.evaluate(branch.when, walk.scope()) === true);
      return goTo(taken?.next ?? node.otherwise);
    }
    case 'collect':
      return collect(node, walk);
    case 'lookup':
      return lookUp(node, walk);
    case 'confirm':
      return confirm(node, walk);
    case 'act':
      return act(node, walk);
    case 'reply':
      return {
        kind: 'end',
        part: { ...walk.part, kind: 'reply', text: walk.render(node.text), closes: node.closes, named: node.articles },
      };
    case 'handoff': {
      const { suggestion } = node;
      return handOver(walk, {
        reason: 'playbook',
        stopped: walk.render(node.stopped),
        missing: node.missing.map(walk.render),
        suggestion: suggestion ? { text: walk.render(suggestion.text), draft: walk.render(suggestion.draft) } : null,
      });
    }
  }
}

function startWalk(input: PlaybookInput, tools: Instruments): Walk {
  const { playbook, resumed } = input;
  const { definition } = playbook;
  const slots: Record<string, unknown> = { ...resumed?.waiting.slots };
  const values: Record<string, unknown> = {};
  const scope = () => ({ ...input.scope, ...values, slots });
  return {
    input,
    tools,
    at: definition.start,
    slots,
    values,
    pending: resumed?.waiting.node ?? null,
    asked: resumed?.waiting.asked ?? 0,
    confirmed: false,
    scope,
    render: (template) => tools.render(template, scope()),
    part: blankPart({ intent: input.intent, wants: definition.wants, team: definition.team }, input.probability),
  };
}
