import { may, type PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Conversation } from '../platform/records';
import { appendEvent } from './append-event';
import { lockVisible } from './lock-visible';
import { moveConversation } from './move-conversation';
import { notifyPerson } from './notify-person';
import { stampPromise } from './stamp-promise';

const actorOf = (person: PersonActor) => ({ kind: 'person' as const, id: person.id });
const firstName = (person: { name: string }) => person.name.split(' ')[0] ?? person.name;

/** Takes a conversation that no person holds. Of two at once one gets it; the other hears who did. */
export function takeConversation(person: PersonActor, id: string): Promise<void> {
  return lockVisible(person, id, (tx, now) => takeLocked(tx, now, person));
}

/** The same under a lock the caller holds. Taking what is one's own changes nothing. */
export async function takeLocked(tx: Tx, now: Conversation, person: PersonActor): Promise<void> {
  if (now.holder === 'agent' && now.agentId === person.id) return;
  if (now.holder === 'agent') throw await heldBySomebody(tx, now);
  await moveConversation(tx, now, {
    move: { kind: 'take', personId: person.id },
    actor: actorOf(person),
    says: `${firstName(person)} took it`,
  });
  await tx.handoff.updateMany({
    where: { conversationId: now.id, takenAt: null },
    data: { takenBy: person.id, takenAt: new Date() },
  });
}

async function heldBySomebody(tx: Tx, now: Conversation): Promise<AppError> {
  const holder = now.agentId
    ? await tx.person.findUnique({ where: { id: now.agentId }, select: { name: true } })
    : null;
  const taken = await tx.message.findFirst({
    where: { conversationId: now.id, kind: 'event', personId: now.agentId },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  const at = taken ? ` at ${taken.createdAt.toISOString().slice(11, 16)} UTC` : '';
  return new AppError('conflict', `${holder ? firstName(holder) : 'Somebody'} took this${at}.`);
}

/** Gives a conversation to a person, or puts it into a team's queue. */
export function assignConversation(person: PersonActor, id: string, to: Assignee): Promise<void> {
  return lockVisible(person, id, (tx, now) => assignLocked(tx, now, person, to));
}

export type Assignee = { personId?: string; teamId?: string };

/** The same under a lock the caller holds. */
export async function assignLocked(tx: Tx, now: Conversation, person: PersonActor, to: Assignee): Promise<void> {
  if (to.personId) {
    const target = await tx.person.findUnique({ where: { id: to.personId } });
    if (!target || target.disabledAt) throw new AppError('not_found', 'There is no such person.');
    if (now.agentId === target.id) return;
    const says =
      target.id === person.id ? `${firstName(person)} took it` : `${firstName(person)} gave it to ${firstName(target)}`;
    await moveConversation(tx, now, { move: { kind: 'assign', personId: target.id }, actor: actorOf(person), says });
    await notifyPerson(tx, {
      personId: target.id,
      kind: 'assigned',
      conversationId: now.id,
      byId: person.id,
      says: `${firstName(person)} gave you a conversation`,
    });
    return;
  }
  const team = to.teamId ? await tx.team.findUnique({ where: { id: to.teamId } }) : null;
  if (!team) throw new AppError('not_found', 'There is no such team.');
  const says = `${firstName(person)} gave it to ${team.name}`;
  const move =
    now.holder === 'agent'
      ? ({ kind: 'release' } as const)
      : now.holder === 'assistant'
        ? ({ kind: 'hand_over' } as const)
        : null;
  if (move) {
    await moveConversation(tx, now, { move, actor: actorOf(person), says, data: { teamId: team.id } });
    return;
  }
  await tx.conversation.update({ where: { id: now.id }, data: { teamId: team.id, version: { increment: 1 } } });
  await stampPromise(tx, now.id);
  await appendEvent(tx, now, { name: 'assign', says, personId: person.id, more: { teamId: team.id } });
}

/** Ends it as solved by people. */
export function solveConversation(person: PersonActor, id: string): Promise<void> {
  return lockVisible(person, id, (tx, now) => solveLocked(tx, now, person));
}

/** The same under a lock the caller holds. */
export async function solveLocked(tx: Tx, now: Conversation, person: PersonActor): Promise<void> {
  if (now.state === 'closed') return;
  if (now.holder === 'agent' && now.agentId !== person.id && !may(person, 'reviews.decide'))
    throw await heldBySomebody(tx, now);
  await closeNow(tx, now, person);
}

/** In a transaction of the caller's, after a reply. */
export async function closeNow(tx: Tx, now: Conversation, person: PersonActor): Promise<void> {
  const handed = await tx.handoff.count({ where: { conversationId: now.id } });
  const resolution = now.holder === 'assistant' && handed === 0 ? 'assumed' : 'agent';
  await moveConversation(tx, now, {
    move: { kind: 'close' },
    actor: actorOf(person),
    says: `${firstName(person)} solved it`,
    data: { resolution },
  });
}

/** Opens a solved one again, in the hands of who asks. */
export function reopenConversation(person: PersonActor, id: string): Promise<void> {
  return lockVisible(person, id, async (tx, now) => {
    const reopened = await moveConversation(tx, now, {
      move: { kind: 'reopen' },
      actor: actorOf(person),
      says: null,
      data: { resolution: null, reopened: { increment: 1 } },
    });
    await moveConversation(tx, reopened, {
      move: { kind: 'take', personId: person.id },
      actor: actorOf(person),
      says: `${firstName(person)} reopened it`,
    });
  });
}

/** Gives it back to the assistant. If the customer's last message has no answer yet, a turn is due for it. */
export function handBack(person: PersonActor, id: string): Promise<void> {
  return lockVisible(person, id, (tx, now) => handBackLocked(tx, now, person));
}

/** The same under a lock the caller holds. */
export async function handBackLocked(tx: Tx, now: Conversation, person: PersonActor): Promise<void> {
  await moveConversation(tx, now, {
    move: { kind: 'hand_back' },
    actor: actorOf(person),
    says: `${firstName(person)} handed it back to the assistant`,
  });
  await tx.handoff.updateMany({
    where: { conversationId: now.id, returnedAt: null },
    data: { returnedAt: new Date() },
  });
  await tx.draft.updateMany({
    where: { conversationId: now.id, state: { in: ['proposed', 'taken'] } },
    data: { state: 'rejected', decidedAt: new Date() },
  });
  const last = await tx.message.findFirst({
    where: { conversationId: now.id, kind: 'reply' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  if (last?.author === 'customer') await recordEvent(tx, 'turn.due', { conversationId: now.id, messageId: last.id });
}

/** Notes that a person has read it. */
export function markRead(person: PersonActor, id: string): Promise<void> {
  return lockVisible(person, id, async (tx, now) => {
    if (now.readAt) return;
    await tx.conversation.update({ where: { id }, data: { readAt: new Date() } });
    await recordEvent(tx, 'conversation.changed', { conversationId: id });
  });
}
