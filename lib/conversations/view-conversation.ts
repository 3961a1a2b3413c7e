import { may, type PersonActor, visibleTo } from '../auth/permissions';
import { db } from '../platform/db';
import type { Conversation } from '../platform/records';
import { type Restorer, restoreFor } from '../privacy/restore-for';
import { readUndoable } from '../tools/compensation-of';
import type { ConversationView, CustomerView, DraftView } from './conversation.schema';
import { findVisible, readNames, readRows } from './list-conversations';
import { viewAction } from './view-action';
import { viewBallot } from './view-ballot';
import { viewHandoff } from './view-handoff';
import { readMerged, viewMessages } from './view-messages';
import { viewOutgoing } from './view-outgoing';
import { readWritings } from './view-writing';

/** Everything about one conversation, in one look. Throws `not_found` for what this person may not see. */
export async function viewConversation(person: PersonActor, id: string): Promise<ConversationView> {
  const conversation = await findVisible(person, id);
  const of = { conversationId: id, customerId: conversation.customerId };
  // What is asked in one go waits for the database once.
  const [earlier, merged, names, undoable] = await Promise.all([
    db().conversation.findMany({
      where: { AND: [{ customerId: conversation.customerId, id: { not: id } }, visibleTo(person)] },
      orderBy: { createdAt: 'desc' },
      take: 10,
      include: { channel: { select: { kind: true } } },
    }),
    readMerged(id),
    readNames(),
    may(person, 'actions.approve') ? readUndoable() : new Set<string>(),
  ]);
  const restore = await restoreFor(person, [...merged, ...earlier.map((one) => one.id)]);
  const [rows, log, handoff, drafts, actions, customer, running, writing, outgoing, mergedInto] = await Promise.all([
    readRows(person, [id], names),
    viewMessages(merged, restore, { names }),
    db().handoff.findFirst({ where: { conversationId: id, returnedAt: null }, orderBy: { createdAt: 'desc' } }),
    db().draft.findMany({
      where: { conversationId: id, state: { in: ['proposed', 'taken'] } },
      orderBy: [{ createdAt: 'desc' }, { position: 'asc' }],
      take: 3,
    }),
    db().action.findMany({
      where: { conversationId: id, status: { notIn: ['proposed'] } },
      orderBy: { createdAt: 'desc' },
      take: 20,
      include: { compensation: { select: { id: true, status: true } }, approvals: { orderBy: { createdAt: 'asc' } } },
    }),
    viewCustomer(conversation, earlier, restore),
    db().turn.count({ where: { conversationId: id, status: 'running' } }),
    readWritings(person, of),
    viewOutgoing(person, of, names),
    readInto(conversation.mergedIntoId),
  ]);
  return {
    conversation: {
      ...rows[0]!,
      version: conversation.version,
      verified: conversation.verified,
      createdAt: conversation.createdAt.toISOString(),
      resolution: conversation.resolution,
      rating: conversation.rating,
      ratingComment: restore(id, conversation.ratingComment),
      mergedInto,
      working: running > 0,
    },
    ...log,
    // With the assistant again, an old handoff is history: it is not shown as the thing to do.
    handoff: handoff && conversation.holder !== 'assistant' ? restore(id, viewHandoff(handoff)) : null,
    drafts:
      conversation.holder === 'assistant'
        ? []
        : restore(id, drafts.sort((a, b) => a.position - b.position).map(viewDraft)),
    actions: actions.map((action) => ({
      ...viewAction(action, names, undoable),
      ballot: action.status === 'waiting_approval' ? viewBallot(person, action, names) : null,
    })),
    customer,
    writing,
    outgoing,
    may: {
      reply: conversation.state === 'open' && conversation.holder === 'agent' && conversation.agentId === person.id,
      take: conversation.state === 'open' && conversation.holder !== 'agent',
      assign: true,
    },
  };
}

async function readInto(id: string | null): Promise<{ id: string; number: number } | null> {
  return id ? db().conversation.findUnique({ where: { id }, select: { id: true, number: true } }) : null;
}

function viewDraft(draft: {
  id: string;
  position: number;
  label: string;
  text: string;
  sources: unknown;
  onSend: unknown;
  state: DraftView['state'];
}): DraftView {
  const onSend = draft.onSend as { says?: string } | null;
  return { ...draft, sources: draft.sources as DraftView['sources'], onSend: onSend?.says ?? null };
}

async function viewCustomer(
  conversation: Conversation,
  earlier: (Conversation & { channel: { kind: CustomerView['earlier'][number]['channel'] } })[],
  restore: Restorer,
): Promise<CustomerView> {
  const customer = await db().customer.findUniqueOrThrow({
    where: { id: conversation.customerId },
    include: {
      identities: { orderBy: { createdAt: 'asc' } },
    },
  });
  return {
    id: customer.id,
    name: customer.name,
    tier: customer.tier,
    since: customer.createdAt.toISOString(),
    language: customer.language,
    // A visitor's id and an account's are keys of systems, nothing to reach anybody by.
    identities: customer.identities
      .filter((identity) => identity.kind !== 'visitor' && identity.kind !== 'account')
      .map((identity) => ({ kind: identity.kind, value: identity.value, verified: identity.verifiedAt !== null })),
    earlier: earlier.map((one) => ({
      id: one.id,
      number: one.number,
      gist: restore(one.id, one.gist),
      at: one.createdAt.toISOString(),
      state: one.state,
      channel: one.channel.kind,
    })),
  };
}
