import type { PlaybookNode } from '../../governance/playbook.schema';
import { fillSlot } from './fill-slot';
import { type End, evaluateAll, goTo, type Step, stopAt, type Walk } from './walk';
import { denied } from './walk-act';

type Collect = Extract<PlaybookNode, { kind: 'collect' }>;
type Confirm = Extract<PlaybookNode, { kind: 'confirm' }>;

/** Takes a value that was given or can be assumed; asks for it otherwise, and stops when asking was in vain. */
export function collect(node: Collect, walk: Walk): Step {
  const here = walk.pending === walk.at;
  const { entities, message, resumed } = walk.input;
  const answered = here && resumed?.reply === 'value';
  const filled = fillSlot(node, { slots: walk.slots, entities, message, answered });
  const value = filled ?? (node.assume ? walk.tools.evaluate(node.assume, walk.scope()) : null);
  if (value !== null && value !== undefined) {
    walk.slots[node.slot] = value;
    if (here) answerTaken(walk);
    return goTo(node.next);
  }
  if (here && walk.asked >= node.tries) {
    const times = walk.asked === 1 ? 'once' : `${walk.asked} times`;
    return stopAt(walk, 'playbook', `Asked ${times} and could not tell: ${node.slot}.`, [node.slot]);
  }
  return ask(walk, here, node.ask);
}

/**
 * Asks for a yes. What the rules would refuse anyway is refused before asking: nobody agrees to something only to hear
 * that it is not possible.
 */
export async function confirm(node: Confirm, walk: Walk): Promise<Step> {
  const here = walk.pending === walk.at;
  const reply = walk.input.resumed?.reply;
  if (here && reply && reply !== 'value') {
    answerTaken(walk);
    walk.confirmed = reply === 'yes';
    return goTo(walk.confirmed ? node.next : node.declined);
  }
  if (here && walk.asked >= 2) {
    return stopAt(walk, 'playbook', 'Asked twice for a yes or a no and got neither.', ['A clear yes or no']);
  }
  const ahead = walk.input.playbook.definition.nodes[node.next];
  if (ahead?.kind === 'act') {
    const foreseen = await walk.tools.foresee(ahead.tool, evaluateAll(walk, ahead.args));
    if (foreseen?.effect === 'deny') {
      walk.part.decisions.push(foreseen);
      return denied(ahead, foreseen, walk);
    }
  }
  return ask(walk, here, node.ask);
}

function answerTaken(walk: Walk): void {
  walk.pending = null;
  walk.asked = 0;
}

function ask(walk: Walk, again: boolean, question: string): End {
  const { input, part } = walk;
  return {
    kind: 'end',
    part: {
      ...part,
      kind: 'ask',
      text: walk.render(question),
      // A question is how a wish that is only likely is made sure of: asking it is no claim to have understood.
      scores: { ...part.scores, understanding: Math.max(part.scores.understanding, 0.75) },
      waiting: {
        kind: 'playbook',
        playbook: input.playbook.key,
        version: input.playbook.version,
        runId: input.runId,
        node: walk.at,
        slots: walk.slots,
        asked: (again ? walk.asked : 0) + 1,
        intent: input.intent,
        wish: input.wish,
      },
    },
  };
}
