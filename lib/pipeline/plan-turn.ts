import type { ReleasedPlaybook } from '../governance/playbook.schema';
import { type Released, readPlaybook } from '../governance/read-released';
import { openSearch } from '../knowledge/search-knowledge';
import { db } from '../platform/db';
import type { Action } from '../platform/records';
import { runAction } from '../tools/run-action';
import type { ActorOfTurn } from './act-under-policy';
import type { RunningTurn } from './begin-turn';
import { answerFromPassages } from './composing/answer-from-passages';
import { firstNameOf } from './name-customer';
import type { Instruments, Part, Waiting } from './plan.schema';
import { chooseRoutes, type Route } from './planning/choose-route';
import { fittingPlaybooks, type Speaking } from './planning/fitting-playbooks';
import { answerPart, choicePart, handoffPart, settledPart } from './planning/make-parts';
import { readGiven } from './planning/read-given';
import { runPlaybook } from './planning/run-playbook';
import { walkProposed } from './planning/walk-proposed';
import type { RedactedTurn } from './redact-turn';
import type { Retrieval } from './retrieval/retrieve-passages';
import { retrievePassages } from './retrieval/retrieve-passages';
import { audienceOf } from './retrieve-for-turn';
import type { RunState } from './run.schema';
import type { Understanding } from './understanding/understanding.schema';

export type PlanInput = {
  running: RunningTurn;
  redacted: RedactedTurn;
  understood: Understanding;
  found: Retrieval;
  released: Released;
  actor: ActorOfTurn;
  now: Date;
};

/** Makes something of every wish, in order: a playbook's outcome, an answer from the articles, a question, a handoff. */
export async function planTurn(input: PlanInput, instruments: Instruments): Promise<Part[]> {
  const settled = await settleEarlier(input);
  if (settled) return settled;
  const { woken } = input.running;
  const begun = await readBegun(woken?.state ?? input.running.waiting);
  const speaking = speakingOf(input);
  const fitting = fittingPlaybooks(input.released.playbooks, speaking, instruments.evaluate);
  const known: Known = { begun, fitting, speaking };
  if (woken) return [await goOn(woken, input, known, instruments)];
  const parts: Part[] = [];
  for (const [index, route] of routesOf(input, known).entries())
    parts.push(await follow(route, index, input, known, instruments));
  return parts;
}

/**
 * A turn that died after it acted does not plan anew: what it did has changed the records it would plan on.
 * It tells what the ledger says.
 */
async function settleEarlier({ running, understood }: PlanInput): Promise<Part[] | null> {
  if (running.turn.attempts === 1) return null;
  const actions = await db().action.findMany({ where: { turnId: running.turn.id }, orderBy: { createdAt: 'asc' } });
  const begun = actions.filter((action) => action.status !== 'denied' && action.status !== 'proposed');
  if (begun.length === 0) return null;
  const probability = understood.wishes[0]?.probability ?? 0;
  const intent = understood.wishes[0]?.intent ?? 'unknown';
  return Promise.all(begun.map(async (action) => settledPart(intent, probability, action, await finish(action))));
}

async function finish(action: Action) {
  return action.status === 'waiting_approval' ? ({ kind: 'waiting' } as const) : runAction(action.id);
}

/** The playbooks of one turn: the versions a run began with, and those whose trigger fits who speaks. */
type Known = { begun: ReleasedPlaybook[]; fitting: ReleasedPlaybook[]; speaking: Speaking };

/** A run goes on with the versions it began with, though others were released meanwhile. */
async function readBegun(waiting: Waiting | RunState | null): Promise<ReleasedPlaybook[]> {
  if (!waiting || !('runId' in waiting)) return [];
  const named = [waiting, ...waiting.stack].map(({ playbook, version }) => readPlaybook(playbook, version));
  return (await Promise.all(named)).filter((one) => one !== null);
}

function speakingOf({ running, understood, actor }: PlanInput): Speaking {
  const { customer, conversation, channel } = running;
  return {
    customer: {
      name: customer.name,
      firstName: firstNameOf(customer.name),
      tier: customer.tier,
      email: emailOf(running),
    },
    conversation: {
      verified: actor.known,
      channel: channel.kind,
      number: conversation.number,
      language: understood.language,
    },
  };
}

function routesOf({ running, redacted, understood, released }: PlanInput, { begun, fitting }: Known): Route[] {
  return chooseRoutes({
    understanding: understood,
    waiting: running.waiting,
    playbooks: fitting,
    begun,
    reviewed: released.tiers.reviewed,
    given: (waiting) => {
      const playbook = begun.find((one) => one.key === waiting.playbook && one.version === waiting.version);
      return readGiven(waiting, playbook, { understanding: understood, message: redacted.text, files: running.files });
    },
  });
}

/** The run goes on by itself: with what has come, and with nothing the customer said. */
async function goOn(
  { state, passed }: NonNullable<RunningTurn['woken']>,
  input: PlanInput,
  known: Known,
  instruments: Instruments,
): Promise<Part> {
  const playbook = known.begun.find((one) => one.key === state.playbook && one.version === state.version);
  const { intent, wish, runId, trusted } = state;
  if (!playbook) {
    const stopped = `Version ${state.version} of ${state.playbook}, which waited, is not there any more.`;
    const need = { reason: 'playbook' as const, stopped, missing: [], suggestion: null };
    return handoffPart(input.understood.wishes[0]!, need, nameOf(input, intent));
  }
  // A signal that starts it: no node has asked for anything yet.
  const starts = state.node === '' && passed.kind === 'signal';
  return runPlaybook(
    {
      ...walkOf(input, known),
      trusted,
      playbook,
      runId,
      intent,
      wish,
      probability: 0.97,
      ...(starts ? { event: passed.data } : { resumed: { waiting: state, reply: 'value', passed } }),
    },
    instruments,
  );
}

async function follow(
  route: Route,
  index: number,
  input: PlanInput,
  known: Known,
  instruments: Instruments,
): Promise<Part> {
  const { running, redacted, understood } = input;
  const walk = walkOf(input, known);
  switch (route.kind) {
    case 'handoff':
      return handoffPart(route.wish, route.need, nameOf(input, route.wish.intent));
    case 'choose':
      return choicePart(route.wish, route.options);
    case 'proposed':
      return walkProposed(route.waiting, route.agreed, instruments);
    case 'resume': {
      const { waiting, playbook, reply } = route;
      const { intent, wish, runId } = waiting;
      // The wish was understood when it was said; what is judged now is the answer, and that was found.
      return runPlaybook(
        {
          ...walk,
          trusted: walk.trusted && waiting.trusted,
          playbook,
          runId,
          intent,
          wish,
          probability: 0.97,
          resumed: { waiting, reply },
        },
        instruments,
      );
    }
    case 'playbook': {
      const { playbook, wish } = route;
      return runPlaybook(
        {
          ...walk,
          playbook,
          runId: `${running.turn.id}:${index}`,
          intent: wish.intent,
          wish: wish.text,
          probability: wish.probability,
        },
        instruments,
      );
    }
    case 'answer': {
      const question = route.wish.text || redacted.text;
      const found =
        understood.wishes.length === 1
          ? input.found
          : await retrievePassages(
              { question, language: understood.language, audience: audienceOf(running) },
              await openSearch(),
            );
      const answer = answerFromPassages({ question, passages: found.passages, language: understood.language });
      return answerPart(route.wish, answer, nameOf(input, route.wish.intent));
    }
  }
}

const walkOf = ({ running, redacted, understood, released, actor, now }: PlanInput, { begun, speaking }: Known) => ({
  playbooks: [...released.playbooks, ...begun],
  entities: [...understood.entities, ...running.remembered],
  message: redacted.restore(redacted.text),
  files: running.files,
  language: understood.language,
  trusted: actor.trusted,
  scope: { ...speaking, now: now.toISOString() },
});

/** Asking for a person says how, not what: then the customer's own words say it. */
const nameOf = (input: PlanInput, intent: string): string =>
  intent === 'unknown' || intent === 'person_request' ? '' : (input.released.intents.get(intent)?.name ?? intent);

const emailOf = (running: RunningTurn): string | null =>
  running.customer.identities.find((identity) => identity.kind === 'email' && identity.verifiedAt)?.value ?? null;
