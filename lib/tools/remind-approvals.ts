import { maySee } from '../auth/may-see';
import { permissionsOf } from '../auth/permissions';
import { notifyPerson } from '../conversations/notify-person';
import { formatSpan } from '../format/format-time';
import { databaseNow } from '../platform/clock';
import { db, inTransaction, type Tx } from '../platform/db';
import type { Action } from '../platform/records';
import { decideReminder } from './decide-reminder';
import { mayDecide } from './who-decides';

const most = 100;

/** Reminds those who may decide when half the time is over and again near the end: once each, however many workers look. */
export async function remindApprovals(): Promise<number> {
  const waiting = await db().action.findMany({
    where: { status: 'waiting_approval', dueAt: { not: null }, reminded: { lt: 2 } },
    orderBy: { dueAt: 'asc' },
    take: most,
    select: { id: true },
  });
  let told = 0;
  for (const { id } of waiting) if (await inTransaction((tx) => remindOne(tx, id))) told++;
  return told;
}

async function remindOne(tx: Tx, id: string): Promise<boolean> {
  const action = await tx.action.findUnique({ where: { id } });
  if (!action?.dueAt || action.status !== 'waiting_approval') return false;
  const now = await databaseNow(tx);
  const reminder = decideReminder({ ...action, dueAt: action.dueAt }, now);
  if (!reminder) return false;
  const mine = await tx.action.updateMany({
    where: { id, status: 'waiting_approval', reminded: action.reminded },
    data: { reminded: reminder },
  });
  if (mine.count === 0) return false;
  const left = formatSpan(action.dueAt.getTime() - now.getTime());
  for (const personId of await whoMayDecide(tx, action))
    await notifyPerson(tx, {
      personId,
      kind: 'approval',
      conversationId: action.conversationId,
      says: `An approval waits for you: ${left} left`,
    });
  return true;
}

/** Everybody here who may see the conversation and decide its action, and has not said yes. Not who asked for it. */
export async function whoMayDecide(
  tx: Tx,
  action: Pick<Action, 'id' | 'approvers' | 'askedById' | 'conversationId'>,
): Promise<string[]> {
  const [conversation, people, votes] = [
    await tx.conversation.findUniqueOrThrow({
      where: { id: action.conversationId },
      select: { teamId: true, agentId: true },
    }),
    await tx.person.findMany({
      where: { disabledAt: null },
      include: { teams: { select: { teamId: true } }, customRole: { select: { permissions: true } } },
    }),
    await tx.approval.findMany({ where: { actionId: action.id }, select: { personId: true } }),
  ];
  return people.flatMap(({ id, role, customRole, teams }) => {
    const permissions = permissionsOf(role, customRole?.permissions ?? null);
    const sees = maySee({ id, permissions, teamIds: teams.map(({ teamId }) => teamId) }, conversation);
    const voted = votes.some(({ personId }) => personId === id);
    return sees && !voted && id !== action.askedById && mayDecide({ permissions }, action) ? [id] : [];
  });
}
