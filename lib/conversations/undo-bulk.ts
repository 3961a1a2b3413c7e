import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { db, inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Conversation } from '../platform/records';
import { appendEvent } from './append-event';
import { changedSchema, type Standing, standingSchema } from './bulk-change';
import { lockConversation } from './lock-conversation';
import { moveConversation } from './move-conversation';
import { stampPromise } from './stamp-promise';
import type { UndoResult } from './triage.schema';

/** After this the desk has gone on: what was pressed stands. */
const minutes = 10;

type Changed = ReturnType<typeof changedSchema.parse>;
type Kind = Changed['kind'];
type Row = Changed['rows'][number];

/** What each kind of change set: only if that still stands as it was left may it be put back. */
const touched: Record<Kind, (keyof Standing)[]> = {
  assign: ['holder', 'state', 'agentId', 'teamId'],
  label: ['labelIds'],
  priority: ['priority'],
  snooze: ['snoozedAt', 'snoozedUntil', 'state'],
  solve: ['state', 'version'],
  hand_back: ['holder', 'state', 'version', 'lastMessageAt'],
};

/** Takes one's own bulk change back, once, within ten minutes. What somebody changed since is left alone, and counted. Throws `not_found`, `conflict`. */
export async function undoBulk(person: PersonActor, id: string): Promise<UndoResult> {
  const { kind, rows } = await claim(person, id);
  let restored = 0;
  for (const row of rows) if (await inTransaction((tx) => restoreOne(tx, person, kind, row))) restored++;
  const left = rows.length - restored;
  const says =
    left === 0
      ? `Undone for ${restored}`
      : `Undone for ${restored}. ${left} changed since and ${left === 1 ? 'stays' : 'stay'} as ${left === 1 ? 'it is' : 'they are'}`;
  return { restored, left, says };
}

async function claim(person: PersonActor, id: string): Promise<Changed> {
  const found = isId(id) ? await db().bulkChange.findFirst({ where: { id, personId: person.id } }) : null;
  if (!found) throw new AppError('not_found', 'There is nothing of yours to undo.');
  const claimed = await db().$executeRaw`
    UPDATE "BulkChange" SET "undoneAt" = clock_timestamp()
    WHERE id = ${id}::uuid AND "undoneAt" IS NULL AND "createdAt" > clock_timestamp() - make_interval(mins => ${minutes})`;
  if (claimed === 0)
    throw new AppError(
      'conflict',
      found.undoneAt
        ? 'This was undone already.'
        : `This is more than ${minutes} minutes ago. It can no longer be undone.`,
    );
  return changedSchema.parse(found.before);
}

async function restoreOne(tx: Tx, person: PersonActor, kind: Kind, row: Row): Promise<boolean> {
  const now = await lockConversation(tx, row.id);
  const pick = (standing: Standing) => JSON.stringify(touched[kind].map((key) => standing[key]));
  if (pick(standingSchema.parse(now)) !== pick(row.after)) return false;
  const says = `${person.name.split(' ')[0]} took that back`;
  const { before } = row;
  if (kind === 'assign' || kind === 'solve' || kind === 'hand_back') await moveBack(tx, now, row, person, says);
  else {
    const { priority, labelIds, snoozedAt, snoozedUntil, snoozedBy } = before;
    const data =
      kind === 'label' ? { labelIds } : kind === 'priority' ? { priority } : { snoozedAt, snoozedUntil, snoozedBy };
    await tx.conversation.update({ where: { id: now.id }, data });
    await stampPromise(tx, now.id);
    await appendEvent(tx, now, { name: 'undone', says, personId: person.id });
  }
  await appendAudit(tx, {
    actor: { kind: 'person', id: person.id },
    action: 'conversation.undo',
    subject: { kind: 'conversation', id: now.id },
    before: row.after,
    after: before,
  });
  return true;
}

/** Back to who had it, decided as every other move is. */
async function moveBack(tx: Tx, now: Conversation, row: Row, person: PersonActor, says: string): Promise<void> {
  const { before } = row;
  const actor = { kind: 'person' as const, id: person.id };
  const move = async (at: Conversation, kind: 'reopen' | 'hand_over' | 'release' | 'hand_back' | 'assign') =>
    moveConversation(tx, at, {
      move: kind === 'assign' ? { kind, personId: before.agentId ?? person.id } : { kind },
      actor,
      says: null,
      ...(kind === 'reopen' ? { data: { resolution: null } } : {}),
    });
  let at = now.state === 'closed' && before.state === 'open' ? await move(now, 'reopen') : now;
  if (before.holder === 'agent' && at.agentId !== before.agentId) at = await move(at, 'assign');
  else if (before.holder === 'queue' && at.holder !== 'queue')
    at = await move(at, at.holder === 'agent' ? 'release' : 'hand_over');
  else if (before.holder === 'assistant' && at.holder !== 'assistant') at = await move(at, 'hand_back');
  const { teamId, snoozedAt, snoozedUntil, snoozedBy, waitingSince } = before;
  await tx.conversation.update({
    where: { id: now.id },
    data: { teamId, snoozedAt, snoozedUntil, snoozedBy, waitingSince },
  });
  await stampPromise(tx, now.id);
  await appendEvent(tx, at, { name: 'undone', says, personId: person.id });
  if (row.handoffIds.length > 0)
    await tx.handoff.updateMany({ where: { id: { in: row.handoffIds } }, data: { returnedAt: null } });
  if (row.draftIds.length > 0)
    await tx.draft.updateMany({
      where: { id: { in: row.draftIds }, state: 'rejected' },
      data: { state: 'proposed', decidedAt: null, personId: null },
    });
}
