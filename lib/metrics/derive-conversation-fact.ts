import { workingSecondsBetween } from '../conversations/add-working-time';
import type { ConversationFact } from './facts';
import type { Costing, Recorded, RecordedAction, RecordedMessage } from './recorded';
import { listHoldings, sumHandleTime } from './sum-handle-time';

/** A contact on the same issue within so many days makes a solution none at first contact. */
export const contactDays = 7;
const contactMs = contactDays * 86_400_000;
export const msPerHour = 3_600_000;

/** Turns that said something of their own: what only passes the customer on is an acknowledgement, as an autoresponder's is. */
const answering = new Set(['replied', 'asked', 'approval_requested']);
const isAnswer = ({ author, kind, outcome }: RecordedMessage): boolean =>
  author === 'assistant' && kind === 'reply' && outcome !== null && answering.has(outcome);
const isPersons = ({ author, kind }: RecordedMessage): boolean => author === 'agent' && kind === 'reply';

/**
 * What one conversation comes to, from what is recorded of it; null for one that is part of another, which counts with it.
 * Every figure is defined in the room's README.
 */
export function deriveConversationFact(recorded: Recorded, costing: Costing, now: Date): ConversationFact | null {
  if (recorded.mergedIntoId) return null;
  const { messages, turns, handoffs } = recorded;
  const cameAt = earliest([recorded.createdAt, ...messages.filter(({ kind }) => kind === 'reply').map(({ at }) => at)]);
  const since = (at: Date | null | undefined) => (at ? Math.max(0, at.getTime() - cameAt.getTime()) : null);
  const worked = (from: Date | null | undefined, to: Date | null | undefined) =>
    from && to ? Math.round(workingSecondsBetween(from, to, recorded.hours) * 1_000) : null;
  const answer = messages.find(isAnswer);
  const personReply = messages.find(isPersons);
  const holdings = listHoldings(recorded);
  const peopleFrom = whenPeopleGotIt(recorded);
  const solvedAt = recorded.state === 'closed' ? (recorded.closedAt ?? null) : null;
  const took = peopleFrom !== null || personReply !== undefined || handoffs.length > 0;
  const peopleHandleMs = [...sumHandleTime(recorded, costing.activeGapMinutes).values()].reduce((a, b) => a + b, 0);
  const back = decideContact(recorded, now);
  const sla = decideSla(recorded, now);
  const ends = turns.flatMap(({ startedAt, endedAt }) => (endedAt ? [endedAt.getTime() - startedAt.getTime()] : []));
  const changes = [sla === null && recorded.state === 'open' ? recorded.dueAt : null, back.dueAt].filter(
    (at) => at !== null && at > now,
  );

  return {
    id: recorded.id,
    customerId: recorded.customerId,
    cameAt,
    channel: recorded.channel,
    teamId: recorded.teamId,
    intent: recorded.intent,
    language: recorded.language,
    customerTier: recorded.customerTier,
    tier: turns.find(({ tier }) => tier !== null)?.tier ?? null,
    solvedAt,
    firstSolvedAt: back.solvedAt,
    resolution: solvedAt ? (recorded.resolution ?? fallBack(took, answer !== undefined)) : null,
    assistantReplyMs: since(answer?.at),
    peopleReplyMs: since(personReply?.at),
    peopleWaitMs: personReply && peopleFrom ? Math.max(0, personReply.at.getTime() - peopleFrom.getTime()) : null,
    resolutionMs: since(solvedAt),
    peopleReplyWorkMs: worked(cameAt, personReply?.at),
    peopleWaitWorkMs: worked(peopleFrom, personReply?.at),
    resolutionWorkMs: worked(cameAt, solvedAt),
    peopleHandleMs,
    assistantHandleMs: ends.reduce((sum, ms) => sum + Math.max(0, ms), 0),
    peopleTookPart: took,
    assistantSpoke: answer !== undefined,
    reason: handoffs[0]?.reason ?? null,
    transfers: countTransfers(recorded, holdings),
    reopened: recorded.reopened,
    matured: back.matured,
    recontacted: back.recontacted,
    rating: recorded.rating,
    ratingAsked: recorded.ratingAsked || recorded.rating !== null,
    npsAsked: recorded.npsAsked,
    nps: recorded.nps,
    sla,
    modelMicros: recorded.modelMicros,
    labourMicros: priceLabour(peopleHandleMs, costing.labourMicrosPerHour),
    channelMicros: costing.channelMicros[recorded.channel] ?? 0,
    ...countErrors(recorded),
    dueAt: changes.length > 0 ? earliest(changes as Date[]) : null,
  };
}

/** To the nearest millionth, the half up, in the order in which `rebuild-facts.ts` does it too. */
const priceLabour = (ms: number, microsPerHour: number): number => Math.floor((ms / msPerHour) * microsPerHour + 0.5);

const earliest = (times: Date[]): Date => new Date(Math.min(...times.map((at) => at.getTime())));

/** When people first had it: the queue or somebody of the desk. */
function whenPeopleGotIt({ messages, moves, id }: Recorded): Date | null {
  const moved = moves.find(({ holder, state }) => holder !== 'assistant' && state === 'open')?.at;
  const split = messages.find(({ begunBySplit, of }) => begunBySplit && of === id)?.at;
  const both = [moved, split].filter((at) => at !== undefined);
  return both.length > 0 ? earliest(both) : null;
}

/** A close that named no class is put where the desk's own rule would put it: the classes sum to all. */
const fallBack = (people: boolean, answered: boolean): string =>
  people ? 'agent' : answered ? 'assumed' : 'abandoned';

/** Met is known at the end, broken at once: a promise that was broken stays so. */
function decideSla({ promised, dueAt, breachedAt, state }: Recorded, now: Date): 'met' | 'breached' | null {
  if (breachedAt || (state === 'open' && dueAt && dueAt <= now)) return 'breached';
  return promised && state === 'closed' ? 'met' : null;
}

/**
 * Whether the customer came back within seven days of the first solution: into the same conversation, or with the same intent
 * over any channel. What is younger is not known yet.
 */
function decideContact(recorded: Recorded, now: Date) {
  const { id, moves, contacts, intent, closedAt, state } = recorded;
  const own = moves.filter(({ of }) => of === id);
  const first = own.find(({ move }) => move === 'close')?.at ?? (state === 'closed' ? closedAt : null);
  if (!first) return { solvedAt: null, matured: false, recontacted: false, dueAt: null };
  const until = new Date(first.getTime() + contactMs);
  const within = (at: Date) => at > first && at <= until;
  const returned = own.some(({ move, actorKind, at }) => move === 'reopen' && actorKind === 'customer' && within(at));
  const again = contacts.some(
    ({ createdAt, intent: other }) => intent !== null && other === intent && within(createdAt),
  );
  const matured = until <= now;
  return { solvedAt: first, matured, recontacted: matured && (returned || again), dueAt: matured ? null : until };
}

/** From one person to another, and from the queue of one team to that of another. */
function countTransfers({ messages }: Recorded, holdings: { of: string; personId: string }[]): number {
  let transfers = 0;
  const last = new Map<string, string>();
  for (const { of, personId } of holdings) {
    if (last.has(of) && last.get(of) !== personId) transfers++;
    last.set(of, personId);
  }
  return transfers + messages.filter(({ toTeam }) => toTeam !== null).length;
}

type Errors = Pick<ConversationFact, 'automations' | 'failed' | 'reversed' | 'misrouted' | 'exceptions'>;

/** What was done without a person: actions that were set going, and conversations sent to a team. */
function countErrors({ actions, handoffs, teamId }: Recorded): Errors {
  const own = actions.filter(({ byPerson, takesBack, begun }) => !byPerson && !takesBack && begun);
  const count = (fits: (action: RecordedAction) => boolean) => own.filter(fits).length;
  const routed = handoffs.find((handoff) => handoff.teamId !== null);
  return {
    automations: own.length + (routed ? 1 : 0),
    failed: count(({ status }) => status === 'failed' || status === 'unknown'),
    reversed: count(({ status }) => status === 'compensated'),
    misrouted: routed && teamId !== null && routed.teamId !== teamId ? 1 : 0,
    exceptions: count(({ differs }) => differs),
  };
}
