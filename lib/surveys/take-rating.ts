import { appendMessage } from '../conversations/append-message';
import { moveConversation } from '../conversations/move-conversation';
import { recordEvent } from '../events/record-event';
import { databaseNow } from '../platform/clock';
import { Prisma, type Tx } from '../platform/db';
import type { Conversation } from '../platform/records';
import { openVault } from '../privacy/open-vault';
import { readSurveySettings } from './survey-settings';

export type Rated = { rating: number; comment?: string | undefined };

/**
 * Keeps how the customer found a conversation, under the caller's lock on it; said again, the later word counts. Where an admin
 * said so a bad one opens it again, once, for a team, with what was said as a note.
 */
export async function takeRating(tx: Tx, conversation: Conversation, { rating, comment }: Rated): Promise<void> {
  const vault = await openVault(tx, conversation.id);
  const ratingComment = comment ? vault.takeIn(comment) : undefined;
  await vault.keep();
  const rated = await tx.conversation.update({
    where: { id: conversation.id },
    data: { rating, ratedAt: await databaseNow(tx), ratingComment },
  });
  await recordEvent(tx, 'conversation.rated', { conversationId: conversation.id });
  await reopenWhereBad(tx, rated, ratingComment);
}

async function reopenWhereBad(tx: Tx, now: Conversation, ratingComment: string | undefined): Promise<void> {
  const { reopen } = (await readSurveySettings(tx)).csat;
  const isBad = now.rating !== null && reopen.scores.includes(now.rating);
  if (now.badRatingAt) {
    // The score came first and opened it; what they say to it comes after.
    if (isBad && ratingComment) await note(tx, now, 'The customer added to the rating:', ratingComment);
    return;
  }
  if (!isBad || now.state !== 'closed' || now.mergedIntoId) return;
  await tx.conversation.update({ where: { id: now.id }, data: { badRatingAt: await databaseNow(tx) } });
  const actor = { kind: 'system' as const, id: null };
  const open = await moveConversation(tx, now, {
    move: { kind: 'reopen' },
    actor,
    says: `Reopened: the customer rated it ${now.rating} of 5`,
    data: { waitingFor: Prisma.DbNull, resolution: null, reopened: { increment: 1 }, dueAt: null },
  });
  const team = reopen.teamId ? await tx.team.findUnique({ where: { id: reopen.teamId }, select: { id: true } }) : null;
  const handed = await moveConversation(tx, open, {
    move: { kind: 'hand_over' },
    actor,
    says: null,
    data: { teamId: team?.id ?? now.teamId, readAt: null },
  });
  await note(
    tx,
    handed,
    `The customer rated it ${now.rating} of 5${ratingComment ? ' and said:' : '.'}`,
    ratingComment,
  );
}

async function note(tx: Tx, { id, channelId }: Conversation, says: string, comment: string | undefined): Promise<void> {
  const vault = await openVault(tx, id);
  await appendMessage(tx, {
    conversationId: id,
    channelId,
    author: 'system',
    kind: 'note',
    // Put back and hidden again as it is stored: the same values get the same placeholders.
    text: comment ? `${says}\n\n${vault.restore(comment)}` : says,
  });
}
