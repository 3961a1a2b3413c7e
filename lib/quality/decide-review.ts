import { z } from 'zod';
import { appendAudit } from '../audit/append-audit';
import { type PersonActor, visibleTo } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { causeSchema, verdictSchema } from './review.schema';

export const verdictInput = z.object({
  reviewId: z.uuid(),
  verdict: verdictSchema,
  cause: causeSchema.optional(),
  correction: z.string().trim().max(4_000).optional(),
});

/** Keeps a supervisor's verdict on a turn. A verdict may be given again: the last one counts, the audit has all. */
export async function decideReview(person: PersonActor, input: z.infer<typeof verdictInput>): Promise<void> {
  await inTransaction(async (tx) => {
    const review = await tx.review.findFirst({
      where: { AND: [{ id: input.reviewId }, { turn: { conversation: visibleTo(person) } }] },
      include: { turn: { select: { conversationId: true } } },
    });
    if (!review) throw new AppError('not_found', 'There is no such review.');
    await tx.review.update({
      where: { id: review.id },
      data: {
        state: 'done',
        verdict: input.verdict,
        cause: input.cause ?? null,
        correction: input.correction || null,
        personId: person.id,
        decidedAt: new Date(),
      },
    });
    await recordEvent(tx, 'review.changed', { conversationId: review.turn.conversationId, reviewId: review.id });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'review.decide',
      subject: { kind: 'review', id: review.id },
      before: { verdict: review.verdict },
      after: { verdict: input.verdict, cause: input.cause ?? null },
    });
  });
}
