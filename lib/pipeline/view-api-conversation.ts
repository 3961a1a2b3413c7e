import { z } from 'zod';
import type { KeyActor } from '../auth/find-api-key';
import type { ApiConversation } from '../channels/api.schema';
import { findThread, ofThread } from '../conversations/find-thread';
import { surveyWords } from '../format/survey-words';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Prisma } from '../platform/records';
import { restoreAll } from '../privacy/restore-for';
import { answerUrl } from '../surveys/survey-link';

type ApiMessage = ApiConversation['messages'][number];

/** How it went is asked in a closing message here, as there is no window that asks. */
const askedByMessage = {
  kind: 'event',
  AND: [{ event: { path: ['name'], equals: 'rating_asked' } }, { event: { path: ['way'], equals: 'message' } }],
} satisfies Prisma.MessageWhereInput;

const askedSchema = z.object({ surveyId: z.uuid(), language: z.string().nullish() });

/** With the link for who brings it to the customer: whoever only counts could otherwise answer for them. */
function sayAsked(event: unknown, brings: boolean): string {
  const asked = askedSchema.safeParse(event);
  const { words } = surveyWords(asked.data?.language ?? 'en');
  return asked.success && brings ? `${words.csat} ${answerUrl(asked.data.surveyId)}` : words.csat;
}

/** A conversation as the API tells it: public messages, and each turn with what it understood, decided and did. Values behind placeholders are for keys that may read customers. */
export async function viewApiConversation(id: string, key: Pick<KeyActor, 'scopes'>): Promise<ApiConversation> {
  const missing = new AppError('not_found', 'There is no such conversation.');
  if (!isId(id)) throw missing;
  const conversation = await db().conversation.findUnique({
    where: { id },
    include: {
      turns: { orderBy: { number: 'asc' }, take: 200, include: { steps: { orderBy: { position: 'asc' } } } },
    },
  });
  if (!conversation) throw missing;
  const thread = await findThread(id);
  const messages = await db().message.findMany({
    where: { AND: [ofThread(thread), { OR: [{ kind: 'reply' }, askedByMessage] }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 500,
  });
  const restore = await restoreAll(
    key.scopes.includes('customers:read') ? thread.map(({ conversationId }) => conversationId) : [],
  );
  return {
    id: conversation.id,
    number: conversation.number,
    state: conversation.state,
    holder: conversation.holder,
    verified: conversation.verified,
    resolution: conversation.resolution,
    messages: messages.map((message) => ({
      id: message.id,
      author: message.kind === 'event' ? ('assistant' as const) : (message.author as ApiMessage['author']),
      text:
        message.kind === 'event'
          ? sayAsked(message.event, key.scopes.includes('customers:read'))
          : restore(message.conversationId, message.text),
      at: message.createdAt.toISOString(),
      externalId: message.externalId,
      turn: message.turnId,
      sources: (message.sources as ApiConversation['messages'][number]['sources']).map(({ slug, title, version }) => ({
        slug,
        title,
        version,
      })),
    })),
    turns: conversation.turns.map((turn) => ({
      id: turn.id,
      number: turn.number,
      message: turn.messageId,
      status: turn.status,
      intents: turn.intents as ApiConversation['turns'][number]['intents'],
      language: turn.language,
      confidence: turn.confidence,
      tier: turn.tier,
      outcome: turn.outcome,
      why: restore(id, turn.why),
      startedAt: turn.startedAt.toISOString(),
      endedAt: turn.endedAt?.toISOString() ?? null,
      steps: turn.steps.map(({ position, stage, summary, startedMs, tookMs }) => ({
        position,
        stage,
        summary,
        startedMs,
        tookMs,
      })),
    })),
  };
}
