import { shutOut } from '../auth/enable-person';
import type { PersonActor } from '../auth/permissions';
import { inTransaction } from '../platform/db';
import { lockConversation } from './lock-conversation';
import { moveConversation } from './move-conversation';

/**
 * Shuts somebody out and gives what they hold back to its teams, in one transaction: no conversation is left with a
 * person who can no longer come. What they had been writing stays where it is.
 */
export async function disablePerson(actor: PersonActor, personId: string): Promise<{ released: number }> {
  return inTransaction(async (tx) => {
    // Conversations first: that is the order in which everybody else takes these locks, rights come after.
    const held = await tx.conversation.findMany({
      where: { agentId: personId, holder: 'agent', state: 'open' },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    const locked = [];
    for (const { id } of held) locked.push(await lockConversation(tx, id));
    const person = await shutOut(tx, actor, personId);
    let released = 0;
    for (const now of locked) {
      if (now.agentId !== personId || now.holder !== 'agent' || now.state !== 'open') continue;
      await moveConversation(tx, now, {
        move: { kind: 'release' },
        actor: { kind: 'person', id: actor.id },
        says: `${person.name.split(' ')[0]} is no longer here: back in the queue`,
      });
      released++;
    }
    return { released };
  });
}
