import { z } from 'zod';
import type { PersonActor } from '../auth/permissions';
import { db, type Tx } from '../platform/db';
import { type ErrorCode, isAppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { Conversation } from '../platform/records';
import { assignLocked, handBackLocked, solveLocked } from './hold-conversation';
import { lockVisible } from './lock-visible';
import { labelLocked } from './set-labels';
import { prioritiseLocked } from './set-priority';
import { snoozeLocked } from './snooze-conversation';
import { type BulkChange, type BulkResult, priorityNames } from './triage.schema';

/** All of a conversation that a bulk change can touch. */
export const standingSchema = z.object({
  version: z.number(),
  holder: z.enum(['assistant', 'queue', 'agent']),
  state: z.enum(['open', 'closed']),
  agentId: z.string().nullable(),
  teamId: z.string().nullable(),
  priority: z.number(),
  labelIds: z.array(z.string()),
  snoozedAt: z.coerce.date().nullable(),
  snoozedUntil: z.coerce.date().nullable(),
  snoozedBy: z.string().nullable(),
  waitingSince: z.coerce.date().nullable(),
  lastMessageAt: z.coerce.date(),
});
export type Standing = z.infer<typeof standingSchema>;

/** Kept with the press, so that it can be undone. */
export const changedSchema = z.object({
  kind: z.enum(['assign', 'label', 'priority', 'snooze', 'solve', 'hand_back']),
  rows: z.array(
    z.object({
      id: z.string(),
      before: standingSchema,
      after: standingSchema,
      /** What handing back put away with it. */
      handoffIds: z.array(z.string()),
      draftIds: z.array(z.string()),
    }),
  ),
});
type ChangedRow = z.infer<typeof changedSchema>['rows'][number];

/** Refusals a person can do something about; anything else is a failure and stops the press. */
const told = new Set<ErrorCode>(['conflict', 'invalid', 'not_found', 'forbidden']);

/**
 * Changes many conversations at one press. Each goes alone, so that one that cannot does not hold up the others; which
 * did not and why comes back. Answers the id by which `undoBulk` takes it back.
 */
export async function bulkChange(
  person: PersonActor,
  { conversationIds, change }: { conversationIds: string[]; change: BulkChange },
): Promise<BulkResult> {
  const rows: ChangedRow[] = [];
  const refused: BulkResult['refused'] = [];
  for (const id of new Set(conversationIds)) {
    try {
      const row = await lockVisible(person, id, (tx, now) => changeOne(tx, now, person, change));
      if (row) rows.push(row);
    } catch (error) {
      if (!isAppError(error) || !told.has(error.code)) throw error;
      const number = error.code === 'not_found' ? null : await numberOf(id);
      refused.push({ id, number, why: error.message });
    }
  }
  const says = await sayChange(change, rows.length);
  const id = newId();
  await db().bulkChange.create({ data: { id, personId: person.id, says, before: { kind: change.kind, rows } } });
  return { id, changed: rows.length, refused, says };
}

async function numberOf(id: string): Promise<number | null> {
  return (await db().conversation.findUnique({ where: { id }, select: { number: true } }))?.number ?? null;
}

async function changeOne(
  tx: Tx,
  now: Conversation,
  person: PersonActor,
  change: BulkChange,
): Promise<ChangedRow | null> {
  const before = standingSchema.parse(now);
  const kept = change.kind === 'hand_back' ? await readPutAway(tx, now.id) : { handoffIds: [], draftIds: [] };
  await carryOut();
  const after = standingSchema.parse(await tx.conversation.findUniqueOrThrow({ where: { id: now.id } }));
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  return { id: now.id, before, after, ...kept };

  async function carryOut(): Promise<unknown> {
    switch (change.kind) {
      case 'assign':
        return assignLocked(tx, now, person, change);
      case 'label':
        return labelLocked(tx, now, person, change);
      case 'priority':
        return prioritiseLocked(tx, now, person, change.priority);
      case 'snooze':
        return snoozeLocked(tx, now, person, change.until);
      case 'solve':
        return solveLocked(tx, now, person);
      case 'hand_back':
        return handBackLocked(tx, now, person);
    }
  }
}

async function readPutAway(tx: Tx, conversationId: string) {
  const [handoffs, drafts] = await Promise.all([
    tx.handoff.findMany({ where: { conversationId, returnedAt: null }, select: { id: true } }),
    tx.draft.findMany({ where: { conversationId, state: { in: ['proposed', 'taken'] } }, select: { id: true } }),
  ]);
  return { handoffIds: handoffs.map(({ id }) => id), draftIds: drafts.map(({ id }) => id) };
}

async function sayChange(change: BulkChange, count: number): Promise<string> {
  const them = `${count} conversation${count === 1 ? '' : 's'}`;
  switch (change.kind) {
    case 'assign': {
      const to = change.personId
        ? await db().person.findUnique({ where: { id: change.personId }, select: { name: true } })
        : await db().team.findUnique({ where: { id: change.teamId ?? '' }, select: { name: true } });
      return `Gave ${them} to ${to?.name ?? 'nobody'}`;
    }
    case 'label':
      return `Labelled ${them}`;
    case 'priority':
      return `Set ${them} to ${priorityNames[change.priority].toLowerCase()}`;
    case 'snooze':
      return `Snoozed ${them}`;
    case 'solve':
      return `Solved ${them}`;
    case 'hand_back':
      return `Handed ${them} back to the assistant`;
  }
}
