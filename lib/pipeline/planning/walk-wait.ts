import type { PlaybookNode } from '../../governance/playbook.schema';
import type { Awaits, Passed } from '../run.schema';
import { type End, note, type Step, settle, stateOf, stopAt, type Walk } from './walk';
import { answerTaken, ask } from './walk-ask';

type Wait = Extract<PlaybookNode, { kind: 'wait' }>;

const minuteMs = 60_000;
const longestMinutes = 525_600; // a year

const soon = 'I will write to you here as soon as there is news.';
const ready = 'Just write here whenever you are ready.';

/** Stops here until what it waits for has come; goes on there with what it brought. */
export function wait(node: Wait, walk: Walk): Step {
  if (walk.pending === walk.at) return goOn(node, walk);
  // Where nothing had to be agreed to, there is nothing to wait for.
  if (node.until.kind === 'approval' && !walk.awaiting) return settle(walk, node.next);
  settle(walk, walk.at);
  return park(node, walk);
}

function goOn(node: Wait, walk: Walk): Step {
  const passed: Passed | undefined = walk.input.resumed?.passed;
  answerTaken(walk);
  switch (passed?.kind) {
    case undefined: // the customer wrote
    case 'due':
      return settle(walk, node.next);
    case 'approved': {
      const ran = walk.acts.findLast((one) => one.state === 'waiting');
      const made = ran && walk.playbook.definition.nodes[ran.node];
      walk.acts = walk.acts.map((one) => (one === ran ? { ...one, state: 'done' } : one));
      walk.part.acted = true;
      if (ran) walk.part.tried.push({ what: ran.says, ok: true });
      if (made?.kind === 'act') walk.values[made.as] = passed.value;
      note(walk, { value: passed.value });
      return settle(walk, node.next);
    }
    case 'signal':
      if (node.until.kind === 'event' && node.until.as) walk.values[node.until.as] = passed.data;
      note(walk, { value: passed.data });
      return settle(walk, node.next);
    case 'refused':
      walk.acts = walk.acts.map((one) => (one.state === 'waiting' ? { ...one, state: 'not_done' } : one));
      if (node.timeout) return settle(walk, node.timeout.next);
      return stopAt(walk, 'approval_refused', passed.says);
    case 'timeout':
      if (node.timeout) return settle(walk, node.timeout.next);
      return stopAt(walk, 'playbook', 'What it waited for did not come in time.');
  }
}

function park(node: Wait, walk: Walk): End {
  const { until } = node;
  const says = node.says ? walk.say(node.says) : '';
  const silent = walk.said.length === 0;
  const due = dueAt(walk, node);
  if (until.kind === 'customer') return ask(walk, false, says || (silent ? ready : ''), due);
  const awaits: Awaits = {
    kind: until.kind,
    dueAt: due,
    signal: until.kind === 'event' ? { name: until.name, where: until.where ?? null } : null,
    actionKey: until.kind === 'approval' ? (walk.awaiting?.key ?? null) : null,
    state: stateOf(walk, 0),
  };
  if (until.kind === 'approval') {
    const text = says || walk.awaiting!.text;
    note(walk, { says: text });
    return { kind: 'end', part: { ...walk.part, kind: 'approval', text }, awaits };
  }
  const text = says || (silent ? soon : '');
  note(walk, { says: text });
  return { kind: 'end', part: { ...walk.part, kind: 'reply', text }, awaits };
}

/** Minutes from the time of this piece of work; what is no number of minutes is a mistake in the playbook. */
function dueAt(walk: Walk, { until, timeout }: Wait): string | null {
  const minutes = until.kind === 'time' ? walk.tools.evaluate(until.minutes, walk.scope()) : timeout?.minutes;
  if (minutes === undefined) return null;
  if (typeof minutes !== 'number' || !(minutes >= 0 && minutes <= longestMinutes))
    throw new TypeError('minutes must be a number from 0 to 525600');
  return new Date(Date.parse(walk.input.scope.now) + minutes * minuteMs).toISOString();
}
