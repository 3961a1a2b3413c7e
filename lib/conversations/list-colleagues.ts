import { maySee } from '../auth/may-see';
import { type PersonActor, permissionsOf } from '../auth/permissions';
import { db, type Tx } from '../platform/db';
import type { PersonView } from './conversation.schema';
import { findVisible } from './list-conversations';

/** Who else may see a conversation: whom a note in it can call. Throws `not_found`. */
export async function listColleagues(person: PersonActor, conversationId: string): Promise<PersonView[]> {
  await findVisible(person, conversationId);
  return readColleagues(db(), person.id, conversationId);
}

/** The same for a conversation the caller has found. */
export async function readColleagues(client: Tx, personId: string, conversationId: string): Promise<PersonView[]> {
  const [conversation, people] = await Promise.all([
    client.conversation.findUniqueOrThrow({ where: { id: conversationId }, select: { teamId: true, agentId: true } }),
    client.person.findMany({
      where: { disabledAt: null, id: { not: personId } },
      include: { teams: { select: { teamId: true } }, customRole: { select: { permissions: true } } },
      orderBy: { name: 'asc' },
    }),
  ]);
  return people
    .filter(({ id, role, customRole, teams }) =>
      maySee(
        {
          id,
          permissions: permissionsOf(role, customRole?.permissions ?? null),
          teamIds: teams.map((one) => one.teamId),
        },
        conversation,
      ),
    )
    .map(({ id, name, hue }) => ({ id, name, hue }));
}
