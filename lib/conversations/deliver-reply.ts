import type { PersonActor } from '../auth/permissions';
import type { Tx } from '../platform/db';
import type { Conversation } from '../platform/records';
import { carryOutLocked } from './carry-out-actions';
import type { MacroAction } from './macro.schema';
import { postReply } from './post-reply';

type Delivered = {
  text: string;
  draftId: string | null;
  attachmentIds: string[];
  solve: boolean;
  actions: MacroAction[];
  /** When it was written. */
  since: Date;
};

/**
 * Posts a reply under the caller's lock and does what goes with it. What the customer said after it was written has no
 * answer in it: then it stays open.
 */
export async function deliverReply(
  tx: Tx,
  now: Conversation,
  person: PersonActor,
  reply: Delivered,
): Promise<{ messageId: string }> {
  const conversationId = now.id;
  const newer = await tx.message.count({
    where: { conversationId, author: 'customer', createdAt: { gt: reply.since } },
  });
  const posted = await postReply(tx, now, person.id, reply);
  const actions: MacroAction[] = [
    ...reply.actions.filter(({ kind }) => kind !== 'solve'),
    ...((reply.solve || reply.actions.some(({ kind }) => kind === 'solve')) && newer === 0
      ? [{ kind: 'solve' } as const]
      : []),
  ];
  await carryOutLocked(tx, person, conversationId, actions);
  return posted;
}
