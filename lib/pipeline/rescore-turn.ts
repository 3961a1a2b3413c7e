import { recordEvent } from '../events/record-event';
import { askObject } from '../models/ask-object';
import { meterForPerson } from '../models/ask-text';
import { routeStep } from '../models/route-step';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { openVault } from '../privacy/open-vault';
import { checkPrompt, section } from './prompts';
import { verdictSchema } from './verdict.schema';

export type Rescored = { kind: 'left' | 'right' | 'doubtful'; why: string };

const longestArticle = 6_000;

/**
 * Reads an answer that went out alone once more, beside the articles it named. What seems wrong gets a review, so that a
 * person decides: a model's word changes no score. Texts leave as they are stored, with placeholders. Throws ModelFailure.
 */
export async function rescoreTurn(turnId: string): Promise<Rescored> {
  const turn = await db().turn.findUnique({ where: { id: turnId }, include: { review: true } });
  const reply = turn && (await db().message.findFirst({ where: { turnId, author: 'assistant', kind: 'reply' } }));
  const asked = turn && (await db().message.findUnique({ where: { id: turn.messageId } }));
  if (!turn || !reply || !asked || turn.review)
    return { kind: 'left', why: 'It is gone, or somebody has looked at it' };
  const named = (reply.sources as { articleId?: string }[]).flatMap(({ articleId }) => articleId ?? []);
  const articles = await db().article.findMany({ where: { id: { in: named } }, select: { title: true, body: true } });
  if (articles.length === 0) return { kind: 'left', why: 'It rests on records, not on articles' };

  // What is hidden in the question is hidden in the articles too, or the one would not seem to answer the other.
  const { hidden, hide } = await inTransaction(async (tx) => {
    const vault = await openVault(tx, turn.conversationId);
    return { hidden: vault.values(), hide: vault.hideKnown };
  });
  const route = await routeStep({
    step: 'rescore',
    stopped: false,
    local: 0,
    risk: 'low',
    language: turn.language ?? 'en',
    tier: null,
  });
  if (route.use === 'local') throw new AppError('unavailable', route.why);
  const verdict = await askObject(
    {
      step: 'rescore',
      size: route.use,
      why: route.why,
      about: { turnId, conversationId: turn.conversationId },
      meter: meterForPerson(),
      hidden,
    },
    {
      instructions: checkPrompt,
      prompt: [
        section(
          'sources',
          articles.map(({ title, body }) => hide(`${title}\n${body.slice(0, longestArticle)}`)).join('\n\n'),
        ),
        section('message', asked.text),
        section('reply', reply.text),
      ].join('\n'),
    },
    'verdict',
    verdictSchema,
  );
  const wrong = verdict.unsupported.length > 0 || !verdict.answers || verdict.leaks;
  if (wrong) await putUp(turn.id, turn.conversationId, turn.confidence ?? 0);
  return { kind: wrong ? 'doubtful' : 'right', why: verdict.why.slice(0, 300) };
}

async function putUp(turnId: string, conversationId: string, confidence: number): Promise<void> {
  await inTransaction(async (tx) => {
    if (await tx.review.findUnique({ where: { turnId } })) return;
    const review = await tx.review.create({ data: { id: newId(), turnId, confidence } });
    await recordEvent(tx, 'review.changed', { conversationId, reviewId: review.id });
  });
}
