import type { Released } from '../governance/read-released';
import { openSearch } from '../knowledge/search-knowledge';
import { db } from '../platform/db';
import type { Action } from '../platform/records';
import { runAction } from '../tools/run-action';
import type { ActorOfTurn } from './act-under-policy';
import type { RunningTurn } from './begin-turn';
import { answerFromPassages } from './composing/answer-from-passages';
import { firstNameOf } from './name-customer';
import type { Instruments, Part } from './plan.schema';
import { chooseRoutes, type Route } from './planning/choose-route';
import { fillSlot } from './planning/fill-slot';
import { answerPart, choicePart, handoffPart, settledPart } from './planning/make-parts';
import { runPlaybook } from './planning/run-playbook';
import { walkProposed } from './planning/walk-proposed';
import type { RedactedTurn } from './redact-turn';
import type { Retrieval } from './retrieval/retrieve-passages';
import { retrievePassages } from './retrieval/retrieve-passages';
import { audienceOf } from './retrieve-for-turn';
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
  const parts: Part[] = [];
  for (const [index, route] of routesOf(input).entries()) parts.push(await follow(route, index, input, instruments));
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

function routesOf({ running, redacted, understood, released }: PlanInput): Route[] {
  return chooseRoutes({
    understanding: understood,
    waiting: running.waiting,
    playbooks: released.playbooks,
    reviewed: released.tiers.reviewed,
    given: (waiting) => {
      const node = released.playbooks.find((one) => one.key === waiting.playbook)?.definition.nodes[waiting.node];
      const first = understood.wishes[0]!;
      if (node?.kind === 'confirm') {
        if (first.intent === 'affirm' && first.probability >= 0.5) return 'yes';
        return first.intent === 'deny' && first.probability >= 0.5 ? 'no' : 'nothing';
      }
      if (node?.kind !== 'collect') return 'nothing';
      if (node.entity === 'text')
        return first.probability >= 0.9 && first.intent !== 'unknown' && first.intent !== waiting.intent
          ? 'nothing'
          : 'value';
      const filled = fillSlot(node, {
        slots: {},
        entities: understood.entities,
        message: redacted.text,
        answered: true,
      });
      return filled === null ? 'nothing' : 'value';
    },
  });
}

async function follow(route: Route, index: number, input: PlanInput, instruments: Instruments): Promise<Part> {
  const { running, redacted, understood, actor, now } = input;
  const { customer, conversation, turn } = running;
  const walk = {
    entities: [...understood.entities, ...running.remembered],
    message: redacted.restore(redacted.text),
    scope: {
      customer: {
        name: customer.name,
        firstName: firstNameOf(customer.name),
        tier: customer.tier,
        email: emailOf(running),
      },
      conversation: { verified: actor.subject !== null, channel: running.channel.kind, number: conversation.number },
      now: now.toISOString(),
    },
  };
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
        { ...walk, playbook, runId, intent, wish, probability: 0.97, resumed: { waiting, reply } },
        instruments,
      );
    }
    case 'playbook': {
      const { playbook, wish } = route;
      return runPlaybook(
        {
          ...walk,
          playbook,
          runId: `${turn.id}:${index}`,
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

/** Asking for a person says how, not what: then the customer's own words say it. */
const nameOf = (input: PlanInput, intent: string): string =>
  intent === 'unknown' || intent === 'person_request' ? '' : (input.released.intents.get(intent)?.name ?? intent);

const emailOf = (running: RunningTurn): string | null =>
  running.customer.identities.find((identity) => identity.kind === 'email' && identity.verifiedAt)?.value ?? null;
