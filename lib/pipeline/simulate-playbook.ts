import type { PersonActor } from '../auth/permissions';
import type { Reading } from '../governance/extract.schema';
import type { ReleasedPlaybook } from '../governance/playbook.schema';
import type { AsWhom, Given } from '../governance/playbook-case.schema';
import { type Released, readReleased } from '../governance/read-released';
import { newId } from '../platform/ids';
import { redactText } from '../privacy/redact-text';
import { readCatalogue } from '../tools/read-catalogue';
import { nobody } from '../tools/tool.schema';
import type { ActorOfTurn } from './act-under-policy';
import { checkReply } from './checking/check-reply';
import { makeSimulatedInstruments, type SimulatedInstruments } from './make-simulated-instruments';
import { firstNameOf } from './name-customer';
import type { GivenFile, Part, Understanding } from './plan.schema';
import { chooseRoutes } from './planning/choose-route';
import { handoffPart } from './planning/make-parts';
import { readGiven } from './planning/read-given';
import { type PlaybookInput, runPlaybook } from './planning/run-playbook';
import { readIntentModel } from './read-intent-model';
import type { Awaits, Passed } from './run.schema';
import { shortValue } from './short-value';
import type { SimulatedStep, SimulateInput, Simulation } from './simulation.schema';
import { understandMessage } from './understanding/understand-message';

const minuteMs = 60_000;
/** No version has it: what is simulated is never taken for one that is released. */
const simulatedVersion = 0;

/**
 * Walks a playbook as a customer would meet it: words are understood, records read and rules asked as in a turn, and
 * nothing is written, carried out or told to anybody. For a person who may read intents; the whole story is given each
 * time, so that nothing of it need be kept.
 */
export async function simulatePlaybook(_person: PersonActor, input: SimulateInput): Promise<Simulation> {
  const released = await readReleased(null);
  const playbook: ReleasedPlaybook = { key: input.key, version: simulatedVersion, definition: input.definition };
  const start = input.but.now ? new Date(input.but.now) : new Date();
  const actor = actorFor(input.as);
  const tools = makeSimulatedInstruments(actor, released.policies, input.but, start);
  const stage: Stage = {
    playbook,
    playbooks: [playbook, ...released.playbooks.filter(({ key }) => key !== playbook.key)],
    released,
    actor,
    as: input.as,
    tools,
    now: start,
    said: [],
    language: 'en',
    part: null,
  };
  const steps: SimulatedStep[] = [];
  for (const given of input.given) steps.push(await stepOn(given, stage));
  const visited = new Set(
    steps.flatMap(({ visits }) => visits.filter((one) => one.playbook === playbook.key).map(({ node }) => node)),
  );
  return { steps, visited: [...visited] };
}

type Stage = {
  playbook: ReleasedPlaybook;
  playbooks: ReleasedPlaybook[];
  released: Released;
  actor: ActorOfTurn;
  as: AsWhom;
  tools: SimulatedInstruments;
  now: Date;
  /** What the customer wrote before, redacted. */
  said: string[];
  language: string;
  /** What the step before ended with. */
  part: Part | null;
};

async function stepOn(given: Given, stage: Stage): Promise<SimulatedStep> {
  if (typeof given === 'string') return hear(given, given, [], stage);
  if ('file' in given) return hear(given, given.says, [stage.tools.give(given.file)], stage);
  if ('minutes' in given) {
    stage.now = new Date(stage.now.getTime() + given.minutes * minuteMs);
    stage.tools.moveTo(stage.now);
  }
  const begins = 'signal' in given && stage.part === null;
  if (begins && !stage.playbook.definition.trigger.signals.includes(given.signal))
    return elsewhere(given, stage, null, `The signal ${given.signal} does not start it.`);
  if (begins) return walk(given, stage, null, { ...base(stage), event: given.data });
  const awaits = stage.part?.run?.awaits;
  const passed = awaits ? await passedBy(given, awaits, stage) : null;
  if (awaits && passed)
    return walk(given, stage, null, {
      ...base(stage),
      playbook: find(stage, awaits),
      resumed: { waiting: awaits.state, reply: 'value', passed },
    });
  if ('approved' in given && stage.part?.kind === 'approval') return tellDone(given, stage);
  return elsewhere(given, stage, null, awaits ? 'That is not what it waits for.' : 'Nothing waits here.');
}

const find = ({ playbooks }: Stage, { state }: Awaits): ReleasedPlaybook =>
  playbooks.find((one) => one.key === state.playbook && one.version === state.version) ?? playbooks[0]!;

/** What the wait goes on with; null when this is not what it waits for. */
async function passedBy(
  given: Exclude<Given, string | { file: object }>,
  awaits: Awaits,
  stage: Stage,
): Promise<Passed | null> {
  if ('approved' in given)
    return awaits.actionKey ? { kind: 'approved', value: await stage.tools.resultOf(awaits.actionKey) } : null;
  if ('refused' in given) return awaits.actionKey ? { kind: 'refused', says: given.refused } : null;
  if ('minutes' in given) {
    if (!awaits.dueAt || Date.parse(awaits.dueAt) > stage.now.getTime()) return null;
    return { kind: awaits.kind === 'time' ? 'due' : 'timeout' };
  }
  if (awaits.signal?.name !== given.signal) return null;
  const { where } = awaits.signal;
  const { values, slots } = awaits.state;
  const fits =
    where === null ||
    stage.tools.evaluate(where, { ...base(stage).scope, ...values, slots, event: given.data }) === true;
  return fits ? { kind: 'signal', name: given.signal, data: given.data } : null;
}

/** The customer writes: what it is taken for decides whether it goes on here, as in a turn. */
async function hear(given: Given, text: string, files: GivenFile[], stage: Stage): Promise<SimulatedStep> {
  const understood = await understand(text, stage);
  const first = stage.said.length === 0 && stage.part === null;
  const waiting = stage.part?.waiting ?? null;
  stage.said.push(text);
  const intent = stage.playbook.definition.trigger.intents[0] ?? stage.playbook.key;
  // The first words are taken for what it is there for: how they are understood is another page's matter.
  const wish = { ...understood.wishes[0]!, intent, probability: Math.max(understood.wishes[0]!.probability, 0.97) };
  const understanding = first ? { ...understood, wishes: [wish] } : understood;
  const [route] = first
    ? chooseRoutes({
        understanding,
        waiting: null,
        playbooks: [startedBy(stage.playbook, intent)],
        reviewed: 0,
        given: () => 'nothing',
      })
    : chooseRoutes({
        understanding,
        waiting,
        playbooks: stage.playbooks,
        reviewed: stage.released.tiers.reviewed,
        given: (asked) => {
          const playbook = stage.playbooks.find((one) => one.key === asked.playbook && one.version === asked.version);
          return readGiven(asked, playbook, { understanding, message: text, files });
        },
      });
  const more = { entities: understanding.entities, message: text, files, wish: text, intent };
  if (route?.kind === 'handoff') {
    stage.part = handoffPart(route.wish, route.need, stage.playbook.definition.wants);
    return show(given, stage, understood, stage.part);
  }
  if (first && route?.kind === 'playbook') return walk(given, stage, understood, { ...base(stage), ...more });
  if (route?.kind === 'resume')
    return walk(given, stage, understood, {
      ...base(stage),
      ...more,
      playbook: route.playbook,
      resumed: { waiting: route.waiting, reply: route.reply },
    });
  return elsewhere(given, stage, understood, 'This is understood as something else, so it is not answered here.');
}

/** One without intents, which only others call, can be tried by itself too. */
const startedBy = (playbook: ReleasedPlaybook, intent: string): ReleasedPlaybook => ({
  ...playbook,
  definition: { ...playbook.definition, trigger: { ...playbook.definition.trigger, intents: [intent] } },
});

async function understand(text: string, stage: Stage): Promise<Understanding> {
  const redacted = redactText(text);
  const understood = understandMessage({
    text: redacted.text,
    history: stage.said.map((one) => redactText(one).text),
    now: stage.now,
    model: await readIntentModel(),
    resolve: (placeholder) => redacted.tokens[placeholder]?.value,
    products: readCatalogue(),
  });
  stage.language = understood.language === 'und' ? stage.language : understood.language;
  return { ...understood, language: stage.language };
}

async function walk(
  given: Given,
  stage: Stage,
  understood: Understanding | null,
  input: PlaybookInput,
): Promise<SimulatedStep> {
  stage.part = await runPlaybook(input, stage.tools);
  return show(given, stage, understood, stage.part);
}

function base({ playbook, playbooks, as, language, now }: Stage): PlaybookInput {
  return {
    playbook,
    playbooks,
    runId: `simulated:${playbook.key}`,
    intent: playbook.definition.trigger.intents[0] ?? playbook.key,
    wish: playbook.definition.wants,
    probability: 0.97,
    entities: [],
    message: '',
    files: [],
    language,
    trusted: true,
    scope: {
      customer: { name: as.name, firstName: firstNameOf(as.name), tier: as.tier, email: as.email },
      conversation: { verified: as.verified && as.subject !== null, channel: as.channel, number: 0, language },
      now: now.toISOString(),
    },
  };
}

/** The account is the one chosen; nobody verified is nobody. */
function actorFor(as: AsWhom): ActorOfTurn {
  const known = as.verified && as.subject !== null;
  return {
    conversationId: newId(),
    turnId: null,
    customerId: newId(),
    whose: as.verified ? { account: as.subject, email: as.email } : nobody,
    known,
    tier: as.tier,
    verified: as.verified,
    trusted: true,
  };
}

async function tellDone(given: Given, stage: Stage): Promise<SimulatedStep> {
  const part = stage.part!;
  await stage.tools.resultOf(part.run?.lastAct ?? '');
  const text = stage.tools.tellsOf(part.run?.lastAct ?? '');
  stage.part = { ...part, kind: 'reply', text, acted: true, run: undefined };
  return { ...blank(given, stage, null), end: 'reply', says: text, node: part.run?.at ?? null };
}

const blank = (given: Given, stage: Stage, understood: Understanding | null): SimulatedStep => ({
  given,
  now: stage.now.toISOString(),
  understood: understood && {
    intent: understood.wishes[0]!.intent,
    probability: understood.wishes[0]!.probability,
    language: understood.language,
  },
  end: 'elsewhere',
  node: null,
  says: '',
  closes: false,
  handoff: null,
  awaits: null,
  visits: [],
  calls: stage.tools.takeCalls(),
  problem: null,
});

const elsewhere = (given: Given, stage: Stage, understood: Understanding | null, problem: string): SimulatedStep => ({
  ...blank(given, stage, understood),
  problem,
});

const readingOf = ({ found, missing, checks }: Reading) => ({ found, missing, checks });

function show(given: Given, stage: Stage, understood: Understanding | null, part: Part): SimulatedStep {
  const { run, handoff } = part;
  const says = part.kind === 'handoff' ? (part.before ?? '') : part.text;
  const check = part.kind === 'handoff' ? null : checkReply({ reply: says, parts: [part], allowed: [stage.as.name] });
  const parked = run?.awaits && run.awaits.kind !== 'customer' && part.kind === 'reply';
  return {
    ...blank(given, stage, understood),
    end: parked ? 'wait' : part.kind,
    node: run?.at ?? null,
    says,
    closes: part.closes,
    handoff: handoff && { ...handoff, team: part.team },
    awaits: run?.awaits
      ? { kind: run.awaits.kind, dueAt: run.awaits.dueAt, signal: run.awaits.signal?.name ?? null }
      : null,
    visits: (run?.visits ?? []).map(({ at: _, value, ...visit }) => ({
      ...visit,
      value: value === null || value === undefined ? null : shortValue(value),
      reading: visit.kind === 'extract' && value ? readingOf(value as Reading) : null,
    })),
    problem: check?.checks.find((one) => !one.ok)?.why ?? null,
  };
}
