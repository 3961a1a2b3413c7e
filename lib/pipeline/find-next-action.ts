import type { PersonActor } from '../auth/permissions';
import { decideNextAction } from '../conversations/decide-next-action';
import { findVisible } from '../conversations/list-conversations';
import type { NextAction } from '../conversations/next-action.schema';
import { openSearch } from '../knowledge/search-knowledge';
import { db } from '../platform/db';
import { restoreFor } from '../privacy/restore-for';
import { readRecords } from '../tools/read-records';
import { standingOf } from '../tools/who-decides';
import { answerFromPassages } from './composing/answer-from-passages';
import { retrievePassages } from './retrieval/retrieve-passages';

/** What is best done next in a conversation, or null. Throws `not_found`. */
export async function findNextAction(person: PersonActor, conversationId: string): Promise<NextAction | null> {
  const { customerId } = await findVisible(person, conversationId);
  const [conversation, last, draft, handoff, action, restore] = await Promise.all([
    db().conversation.findUniqueOrThrow({ where: { id: conversationId } }),
    db().message.findFirst({ where: { conversationId, kind: 'reply' }, orderBy: { createdAt: 'desc' } }),
    db().draft.findFirst({ where: { conversationId, state: 'proposed' }, orderBy: { position: 'asc' } }),
    db().handoff.findFirst({ where: { conversationId, returnedAt: null }, orderBy: { createdAt: 'desc' } }),
    db().action.findFirst({
      where: { conversationId, status: 'waiting_approval' },
      orderBy: { createdAt: 'desc' },
      select: { id: true, says: true, approvers: true, askedById: true, approvals: { select: { personId: true } } },
    }),
    restoreFor(person, [conversationId]),
  ]);
  const asks = last?.author === 'customer' && conversation.state === 'open' && !draft;
  const language = conversation.language ?? 'en';
  // Searched as it is stored, with placeholders: the search may go to an endpoint.
  const [article, lateOrder] = asks
    ? await Promise.all([findArticle(last.text, language), findLateOrder(customerId)])
    : [null, null];
  return decideNextAction({
    state: conversation.state,
    mayAct: conversation.holder === 'agent' && conversation.agentId === person.id,
    mayApprove: action !== null && standingOf(person, action) === 'yours',
    handoffStep:
      conversation.holder !== 'assistant' && handoff !== null && handoff.nextStep !== null && !handoff.acceptedAt,
    approval: action,
    lastSpeaker: last && last.author !== 'system' ? last.author : null,
    lastSaid: last?.author === 'customer' ? restore(conversationId, last.text) : null,
    draft,
    article,
    lateOrder,
    // Whoever writes knows it: it is the desk that does not put anything in front of it.
    writing: false,
  });
}

async function findArticle(question: string, language: string) {
  const { passages } = await retrievePassages({ question, language, audience: 'verified' }, await openSearch());
  const found = answerFromPassages({ question, passages, language });
  const source = found.kind === 'answer' ? found.sources[0] : undefined;
  if (found.kind === 'none' || !source) return null;
  const { articleId, slug, title } = source;
  return { articleId, slug, title, text: found.sentences.map(({ text }) => text).join(found.joint) };
}

async function findLateOrder(customerId: string): Promise<{ number: string; status: string } | null> {
  const records = await readRecords(customerId);
  if (records.kind !== 'found') return null;
  return records.orders.find(({ status }) => /delayed|late|lost/.test(status)) ?? null;
}
