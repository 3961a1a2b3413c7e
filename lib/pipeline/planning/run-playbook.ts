import { sayWording } from '../../format/say-wording';
import type { PlaybookNode, ReleasedPlaybook } from '../../governance/playbook.schema';
import { blankPart } from '../blank-part';
import type { Entity, GivenFile, Instruments, Part } from '../plan.schema';
import type { Looked, Passed, RunState } from '../run.schema';
import { gather } from './fill-slot';
import { type End, goTo, handOver, markOf, note, type Step, settle, stopAt, type Walk } from './walk';
import { act } from './walk-act';
import { collect, confirm } from './walk-ask';
import { call, giveBack } from './walk-call';
import { compensate } from './walk-compensate';
import { extract, sayReadings } from './walk-extract';
import { lookUp } from './walk-lookup';
import { wait } from './walk-wait';

export type PlaybookInput = {
  playbook: ReleasedPlaybook;
  /** Those it may call, and the versions that a run begun earlier goes on with. */
  playbooks: ReleasedPlaybook[];
  /** What this run does is done once under this name, whatever is started again. */
  runId: string;
  intent: string;
  /** The customer's words for it. */
  wish: string;
  probability: number;
  entities: Entity[];
  /** The whole message, with its values in place: where a slot wants the text itself. */
  message: string;
  /** What was attached to it and may be opened. */
  files: GivenFile[];
  /** The customer's, for texts that are there in several. */
  language: string | null;
  /** False when the message looked like an attempt to steer: kept for what the run does later on its own. */
  trusted: boolean;
  scope: { customer: Record<string, unknown>; conversation: Record<string, unknown>; now: string };
  /** What the signal brought that starts it. */
  event?: Record<string, unknown>;
  /** Set when the run goes on after a question, or after what it waited for. */
  resumed?: { waiting: RunState; reply: 'yes' | 'no' | 'value'; passed?: Passed };
};

const maxNodes = 60; // a loop in a playbook ends here, with people

/**
 * Walks a playbook until it replies, asks, waits or hands over. Everything outside goes through the instruments; run
 * again with the same answers it takes the same way.
 */
export async function runPlaybook(input: PlaybookInput, tools: Instruments): Promise<Part> {
  const walk = startWalk(input, tools);
  const end = await walkOn(walk);
  const part = withSaid(end.part, walk.said);
  if (part.kind === 'handoff') part.known.push(...sayReadings(walk));
  return { ...part, run: markOf(walk, end) };
}

async function walkOn(walk: Walk): Promise<End> {
  const name = () => walk.playbook.definition.name;
  try {
    const lost = await readAgain(walk);
    if (lost) return lost;
    for (let count = 0; count < maxNodes; count++) {
      const node = walk.playbook.definition.nodes[walk.at];
      if (!node) break;
      walk.part.evidence = [...walk.input.entities.map((entity) => entity.text), ...walk.said, ...gather(walk.scope())];
      const step = await visit(node, walk);
      if (step.kind === 'end') return step;
      walk.at = step.node;
    }
    return stopAt(walk, 'playbook', `The playbook "${name()}" did not come to an end.`);
  } catch (error) {
    // An expression that cannot be evaluated is a mistake in the playbook, not the customer's problem.
    const cause = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return stopAt(walk, 'playbook', `The playbook "${name()}" has a mistake at "${walk.at}": ${cause}`);
  }
}

/** One node, put down with its time. What is walked again on the way back to where it waited was put down before. */
async function visit(node: PlaybookNode, walk: Walk): Promise<Step> {
  const from = walk.tools.clock();
  if (walk.pending === walk.at) walk.visits = [];
  walk.visits.push({
    playbook: walk.playbook.key,
    node: walk.at,
    kind: node.kind,
    title: node.title ?? walk.at,
    at: new Date(from).toISOString(),
    tookMs: 0,
    says: null,
    value: null,
    decision: null,
  });
  const here = walk.visits.at(-1)!;
  const step = await stepOn(node, walk);
  here.tookMs = Math.round((walk.tools.clock() - from) * 100) / 100;
  return step;
}

async function stepOn(node: PlaybookNode, walk: Walk): Promise<Step> {
  switch (node.kind) {
    case 'verify': {
      const verified = walk.input.scope.conversation.verified === true;
      note(walk, { says: verified ? 'known' : 'unknown' });
      return goTo(verified ? node.next : node.otherwise);
    }
    case 'decide': {
      const taken = node.branches.find((branch) => walk.tools.evaluate(branch.when, walk.scope()) === true);
      note(walk, { says: taken ? (taken.label ?? taken.when) : 'otherwise' });
      return goTo(taken?.next ?? node.otherwise);
    }
    case 'wait':
      return wait(node, walk);
    case 'call':
      return call(node, walk);
    case 'return':
      return giveBack(node, walk);
    case 'compensate':
      return compensate(node, walk);
    case 'collect':
      return collect(node, walk);
    case 'lookup':
      return lookUp(node, walk);
    case 'extract':
      return extract(node, walk);
    case 'confirm':
      return confirm(node, walk);
    case 'act':
      return act(node, walk);
    case 'reply': {
      const text = walk.say(node.text);
      note(walk, { says: text });
      walk.part.named = [...walk.part.named, ...node.articles];
      if (!node.next) return { kind: 'end', part: { ...walk.part, kind: 'reply', text, closes: node.closes } };
      walk.said.push(text);
      return settle(walk, node.next);
    }
    case 'handoff': {
      const { suggestion } = node;
      const need = {
        reason: 'playbook' as const,
        stopped: walk.render(node.stopped),
        missing: node.missing.map(walk.render),
        suggestion: suggestion ? { text: walk.render(suggestion.text), draft: walk.render(suggestion.draft) } : null,
      };
      note(walk, { says: need.stopped });
      return handOver(walk, need, node.team);
    }
  }
}

/** Texts on the way stand before the last one; before a handoff they stand alone. */
function withSaid(part: Part, said: string[]): Part {
  if (said.length === 0) return part;
  if (part.kind === 'handoff') return { ...part, before: said.join('\n\n') };
  return { ...part, text: [...said, part.text].filter(Boolean).join('\n\n') };
}

/** Records that were too large to be kept are read again before the run goes on. */
async function readAgain(walk: Walk): Promise<End | null> {
  const { waiting } = walk.input.resumed ?? {};
  const again = async ({ as, tool, args }: Looked, values: Record<string, unknown>): Promise<End | null> => {
    const found = await walk.tools.read(tool, args);
    if (found.kind !== 'found') return stopAt(walk, 'tool_failed', `${tool} did not answer when it was asked again.`);
    values[as] = found.value;
    return null;
  };
  for (const one of waiting?.looked ?? []) {
    walk.lookups[one.as] = one;
    const lost = await again(one, walk.values);
    if (lost) return lost;
  }
  walk.settled = { ...walk.values };
  return null;
}

function startWalk(input: PlaybookInput, tools: Instruments): Walk {
  const { playbook, resumed } = input;
  const waiting = resumed?.waiting;
  const start = waiting?.from ?? playbook.definition.start;
  const walk: Walk = {
    input,
    tools,
    playbook,
    stack: waiting?.stack ?? [],
    at: start,
    from: start,
    settled: {},
    slots: { ...waiting?.slots },
    values: { ...(input.event ? { event: input.event } : {}), ...waiting?.values },
    lookups: {},
    acts: waiting?.acts ?? [],
    pending: waiting?.node ?? null,
    asked: waiting?.asked ?? 0,
    taken: { ...waiting?.taken },
    settledTaken: { ...waiting?.taken },
    confirmed: false,
    awaiting: null,
    said: [],
    visits: [],
    scope: () => ({ ...input.scope, ...walk.values, slots: walk.slots }),
    render: (template) => tools.render(template, walk.scope()),
    say: (wording, more) => tools.render(sayWording(wording, input.language), { ...walk.scope(), ...more }),
    part: blankPart(wantsOf(input), input.probability),
  };
  return walk;
}

/** Whoever is called works for whom the customer came with: the wish and the team are the outermost one's. */
function wantsOf({ playbook, playbooks, resumed, intent }: PlaybookInput): Pick<Part, 'intent' | 'wants' | 'team'> {
  const outermost = resumed?.waiting.stack[0];
  const root = outermost ? find(playbooks, outermost) : playbook;
  const { wants, team } = (root ?? playbook).definition;
  return { intent, wants, team };
}

const find = (playbooks: ReleasedPlaybook[], { playbook, version }: { playbook: string; version: number }) =>
  playbooks.find((one) => one.key === playbook && one.version === version);
