import { type PersonActor, visibleTo } from '../auth/permissions';
import { readNames } from '../conversations/list-conversations';
import { viewMessages } from '../conversations/view-messages';
import { db, type Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { restoreFor } from '../privacy/restore-for';
import type { ReviewRow, ReviewView } from './review.schema';

const includes = {
  turn: {
    select: {
      id: true,
      messageId: true,
      intents: true,
      language: true,
      why: true,
      claims: true,
      startedAt: true,
      conversation: { select: { id: true, customer: { select: { name: true, tier: true } } } },
    },
  },
} satisfies Prisma.ReviewInclude;
type Row = Prisma.ReviewGetPayload<{ include: typeof includes }>;

const seen = (person: PersonActor): Prisma.ReviewWhereInput => ({ turn: { conversation: visibleTo(person) } });

/** Reviews this person may see, the least sure first; done ones the newest first. */
export async function listReviews(
  person: PersonActor,
  state: 'open' | 'done',
  limit = 200,
): Promise<{ rows: ReviewRow[]; total: number }> {
  const where = { AND: [{ state }, seen(person)] };
  const orderBy: Prisma.ReviewOrderByWithRelationInput[] =
    state === 'open' ? [{ confidence: 'asc' }, { id: 'asc' }] : [{ decidedAt: 'desc' }];
  const [reviews, total] = await Promise.all([
    db().review.findMany({ where, orderBy, take: limit, include: includes }),
    db().review.count({ where }),
  ]);
  return { rows: await toRows(person, reviews), total };
}

export async function viewReview(person: PersonActor, id: string): Promise<ReviewView> {
  const review = isId(id)
    ? await db().review.findFirst({ where: { AND: [{ id }, seen(person)] }, include: includes })
    : null;
  if (!review) throw new AppError('not_found', 'There is no such review.');
  const { id: conversationId } = review.turn.conversation;
  const restore = await restoreFor(person, [conversationId]);
  const [[row], { messages }] = await Promise.all([
    toRows(person, [review]),
    // The answer is looked at in what was said around it, which may be more than a page.
    viewMessages([conversationId], restore, { most: 300 }),
  ]);
  return {
    ...row!,
    messages,
    claims: restore(conversationId, review.turn.claims as ReviewView['claims']),
    correction: review.correction,
    cause: review.cause as ReviewView['cause'],
    why: restore(conversationId, review.turn.why),
  };
}

async function toRows(person: PersonActor, reviews: Row[]): Promise<ReviewRow[]> {
  const [names, restore, questions] = await Promise.all([
    readNames(),
    restoreFor(
      person,
      reviews.map((review) => review.turn.conversation.id),
    ),
    db().message.findMany({
      where: { id: { in: reviews.map((review) => review.turn.messageId) } },
      select: { id: true, text: true },
    }),
  ]);
  const textOf = new Map(questions.map((message) => [message.id, message.text]));
  return reviews.map((review) => {
    const { turn } = review;
    const intent = (turn.intents as { intent: string }[])[0]?.intent;
    return {
      id: review.id,
      conversationId: turn.conversation.id,
      turnId: turn.id,
      customer: turn.conversation.customer,
      question: restore(turn.conversation.id, textOf.get(turn.messageId) ?? '')
        .replace(/\s+/g, ' ')
        .slice(0, 160),
      intent: intent && intent !== 'unknown' ? (names.intents.get(intent) ?? intent) : null,
      language: turn.language,
      confidence: review.confidence,
      at: turn.startedAt.toISOString(),
      state: review.state,
      verdict: review.verdict,
    };
  });
}
