import type { ReleasedPlaybook } from '../../governance/playbook.schema';
import type { HandoffNeed, Understanding, Waiting, Wish } from '../plan.schema';

export type Route =
  | {
      kind: 'resume';
      waiting: Extract<Waiting, { kind: 'playbook' }>;
      playbook: ReleasedPlaybook;
      reply: 'yes' | 'no' | 'value';
    }
  | { kind: 'proposed'; waiting: Extract<Waiting, { kind: 'action' }>; agreed: boolean }
  | { kind: 'playbook'; playbook: ReleasedPlaybook; wish: Wish }
  | { kind: 'answer'; wish: Wish }
  | { kind: 'choose'; wish: Wish; options: { intent: string; name: string }[] }
  | { kind: 'handoff'; wish: Wish; need: HandoffNeed };

export type RouteInput = {
  understanding: Understanding;
  waiting: Waiting | null;
  /** Those whose trigger fits this conversation, the more particular first. */
  playbooks: ReleasedPlaybook[];
  /** The versions that runs begun earlier go on with, whatever was released since. */
  begun?: ReleasedPlaybook[];
  /** Below it an intent is not acted upon. */
  reviewed: number;
  /** What the waiting node asked for is in this message. */
  given: (waiting: Extract<Waiting, { kind: 'playbook' }>) => 'yes' | 'no' | 'value' | 'nothing';
};

/**
 * From here on a playbook is walked. It may be less than what may be answered: a walk only reads until the customer has
 * said yes, its question makes sure, and an answer that is not sure enough becomes the agent's draft.
 */
const likely = 0.5;

/** Said beside what one wants; alone it is answered, with a wish it is passed over. */
const chatter = new Set(['affirm', 'deny', 'thanks', 'greeting']);
const open = new Set(['product_question', 'policy_question', 'unknown']);

const playbookFor = (playbooks: ReleasedPlaybook[], intent: string): ReleasedPlaybook | undefined =>
  playbooks.find(({ definition }) => definition.trigger.intents.includes(intent));

const topics: Record<string, string> = {
  legal: 'a legal threat',
  self_harm: 'a danger to someone’s life',
  press: 'the press',
  regulator: 'a regulator',
  bereavement: 'a death',
  safety: 'an injury or a danger',
};

/** Decides what is done about each wish. What goes to people whatever the number says comes first. */
export function chooseRoutes(input: RouteInput): Route[] {
  const { understanding, waiting } = input;
  const first = understanding.wishes[0]!;
  const always = goesToPeople(understanding, first);
  if (always) return [always];

  const resumed = resume(input);
  if (resumed === null) {
    const wishes = understanding.wishes.filter(isWish);
    return (wishes.length > 0 ? wishes : [first]).map((wish) => routeOf(wish, input));
  }
  // A message that only answers is no new wish, however much its words sound like one.
  const beside = understanding.wishes.length > 1 ? understanding.wishes : [];
  const more = beside
    .filter(
      (wish) =>
        isWish(wish) && wish.intent !== 'unknown' && wish.probability >= input.reviewed && !isSame(wish, waiting),
    )
    .map((wish) => routeOf(wish, input));
  return [resumed, ...more];
}

function goesToPeople(understanding: Understanding, wish: Wish): Route | null {
  if (understanding.wantsPerson || (wish.intent === 'person_request' && wish.probability >= 0.5)) {
    const need = {
      reason: 'asked_for_person' as const,
      stopped: 'The customer asked for a person.',
      missing: [],
      suggestion: null,
    };
    // What they want a person for, where they said it, is what the person needs to know.
    const about = understanding.wishes.find(
      (one) => isWish(one) && one.intent !== 'person_request' && one.intent !== 'unknown',
    );
    return { kind: 'handoff', wish: about ?? wish, need };
  }
  const sensitive = understanding.sensitive[0];
  if (sensitive) {
    const stopped = `The message speaks of ${topics[sensitive.topic] ?? sensitive.topic} (“${sensitive.phrase}”); such things always go to people.`;
    return { kind: 'handoff', wish, need: { reason: 'sensitive_topic', stopped, missing: [], suggestion: null } };
  }
  return null;
}

/** Background told beside a wish is no wish of its own; a question is, even one that was not understood. */
function isWish(wish: Wish): boolean {
  return !chatter.has(wish.intent) && (wish.intent !== 'unknown' || wish.text.includes('?'));
}

function isSame(wish: Wish, waiting: Waiting | null): boolean {
  return waiting?.kind === 'playbook' && waiting.intent === wish.intent;
}

/** Whether the message goes on with what was asked, or turns to something else. */
function resume(input: RouteInput): Route | null {
  const { waiting, understanding, playbooks } = input;
  if (!waiting) return null;
  const first = understanding.wishes[0]!;
  if (waiting.kind === 'choice') {
    const chosen = chosenOption(waiting, understanding);
    const playbook = chosen ? playbookFor(playbooks, chosen) : undefined;
    if (!chosen) return null;
    const wish = { ...first, intent: chosen, probability: Math.max(first.probability, 0.95), text: waiting.wish };
    return playbook ? { kind: 'playbook', playbook, wish } : { kind: 'answer', wish };
  }
  if (waiting.kind === 'action') {
    const answers = first.intent === 'affirm' || first.intent === 'deny';
    if (!answers || first.probability < likely) return null; // neither yes nor no: nothing is done, and it is a new message
    return { kind: 'proposed', waiting, agreed: first.intent === 'affirm' };
  }
  const known = [...(input.begun ?? []), ...playbooks];
  const playbook = known.find((one) => one.key === waiting.playbook && one.version === waiting.version);
  if (!playbook) return null; // the version it began with is gone: start again rather than guess
  const reply = input.given(waiting);
  if (reply !== 'nothing') return { kind: 'resume', waiting, playbook, reply };
  const another = isWish(first) && first.intent !== 'unknown' && first.intent !== waiting.intent;
  const turnsAway = another && first.probability >= input.reviewed;
  const isDone = (first.intent === 'thanks' || first.intent === 'solved') && first.probability >= likely;
  if (turnsAway || isDone) return null;
  return { kind: 'resume', waiting, playbook, reply: 'value' };
}

function chosenOption(waiting: Extract<Waiting, { kind: 'choice' }>, understanding: Understanding): string | null {
  const said = understanding.wishes.map((wish) => wish.intent);
  const named = waiting.options.find((option) => said.includes(option.intent));
  return named?.intent ?? null;
}

function routeOf(wish: Wish, input: RouteInput): Route {
  const playbook = playbookFor(input.playbooks, wish.intent);
  if (playbook && wish.probability >= likely) return { kind: 'playbook', playbook, wish };
  if (open.has(wish.intent) && !playbook) return { kind: 'answer', wish };

  // Two intents the message could mean, and little else: asking is quicker for everybody than guessing or handing over.
  const candidates = wish.runnersUp.filter((one) => playbookFor(input.playbooks, one.intent)).slice(0, 2);
  const covered = candidates.reduce((sum, one) => sum + one.probability, 0);
  if (candidates.length === 2 && covered >= 0.75 && candidates[1]!.probability >= 0.2) {
    const name = (intent: string) => playbookFor(input.playbooks, intent)?.definition.name ?? intent;
    return { kind: 'choose', wish, options: candidates.map((one) => ({ intent: one.intent, name: name(one.intent) })) };
  }
  return { kind: 'answer', wish };
}
