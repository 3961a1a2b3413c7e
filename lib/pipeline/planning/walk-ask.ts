import type { PlaybookNode } from '../../governance/playbook.schema';
import { fillSlot } from './fill-slot';
import { type End, evaluateAll, goTo, note, type Step, settle, stateOf, stopAt, type Walk } from './walk';
import { denied } from './walk-act';

type Collect = Extract<PlaybookNode, { kind: 'collect' }>;
type Confirm = Extract<PlaybookNode, { kind: 'confirm' }>;

/** Takes a value that was given or can be assumed; asks for it otherwise, and stops when asking was in vain. */
export function collect(node: Collect, walk: Walk): Step {
  const here = walk.pending === walk.at;
  const { entities, message, files, resumed } = walk.input;
  // The way led back to here: what was given did not do, and the same is not taken again.
  const before = here ? undefined : walk.taken[walk.at];
  if (before !== undefined) return askAnew(node, walk, before);
  const answered = here && resumed?.reply === 'value';
  const filled = fillSlot(node, { slots: walk.slots, entities, message, files, answered });
  const fits = (value: unknown) =>
    !node.valid || walk.tools.evaluate(node.valid.when, { ...walk.scope(), value }) === true;
  const value = filled ?? assumed(node, walk, fits);
  if (value !== null && fits(value)) {
    walk.slots[node.slot] = value;
    note(walk, { value });
    walk.taken[walk.at] = here ? walk.asked : 0;
    if (here) answerTaken(walk);
    return goTo(node.next);
  }
  delete walk.slots[node.slot];
  if (here && walk.asked >= node.tries) return giveUp(node, walk);
  return ask(walk, here, value !== null && node.valid ? walk.say(node.valid.says, { value }) : walk.say(node.ask));
}

function askAnew(node: Collect, walk: Walk, before: number): Step {
  delete walk.taken[walk.at];
  delete walk.settledTaken[walk.at];
  delete walk.slots[node.slot];
  walk.asked = before;
  return before >= node.tries ? giveUp(node, walk) : ask(walk, true, walk.say(node.ask));
}

function giveUp(node: Collect, walk: Walk): Step {
  const times = walk.asked === 1 ? 'once' : `${walk.asked} times`;
  const what = node.entity === 'file' ? (node.title ?? node.slot) : node.slot;
  return stopAt(walk, 'playbook', `Asked ${times} and could not tell: ${what}.`, [what]);
}

/** Taken without asking, so only where it fits: nobody is told that what they never said is wrong. */
function assumed(node: Collect, walk: Walk, fits: (value: unknown) => boolean): unknown {
  const value = node.assume ? (walk.tools.evaluate(node.assume, walk.scope()) ?? null) : null;
  return value !== null && fits(value) ? value : null;
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
    note(walk, { says: reply });
    return settle(walk, walk.confirmed ? node.next : node.declined);
  }
  if (here && walk.asked >= 2) {
    return stopAt(walk, 'playbook', 'Asked twice for a yes or a no and got neither.', ['A clear yes or no']);
  }
  const ahead = walk.playbook.definition.nodes[node.next];
  if (ahead?.kind === 'act') {
    const foreseen = await walk.tools.foresee(ahead.tool, evaluateAll(walk, ahead.args));
    if (foreseen?.effect === 'deny') {
      const { effect, policy, rule, agent } = foreseen;
      note(walk, { decision: { effect, policy, rule, says: agent } });
      walk.part.decisions.push(foreseen);
      return denied(ahead, foreseen, walk);
    }
  }
  return ask(walk, here, walk.say(node.ask));
}

export function answerTaken(walk: Walk): void {
  walk.pending = null;
  walk.asked = 0;
}

/** What a customer's next message is read as the answer to. */
export function ask(walk: Walk, again: boolean, text: string, dueAt: string | null = null): End {
  const { part } = walk;
  const state = stateOf(walk, (again ? walk.asked : 0) + 1);
  note(walk, { says: text });
  return {
    kind: 'end',
    part: {
      ...part,
      kind: 'ask',
      text,
      // A question is how a wish that is only likely is made sure of: asking it is no claim to have understood.
      scores: { ...part.scores, understanding: Math.max(part.scores.understanding, 0.75) },
      waiting: { kind: 'playbook', ...state },
    },
    awaits: { kind: 'customer', dueAt, signal: null, actionKey: null, state },
  };
}
