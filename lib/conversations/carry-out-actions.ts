import type { PersonActor } from '../auth/permissions';
import { databaseNow } from '../platform/clock';
import type { Tx } from '../platform/db';
import { isAppError } from '../platform/errors';
import { log } from '../platform/log';
import { fillFor } from './fill-for';
import { assignLocked, closeNow } from './hold-conversation';
import { lockConversation } from './lock-conversation';
import type { MacroAction } from './macro.schema';
import { postNote } from './post-note';
import { labelLocked } from './set-labels';
import { prioritiseLocked } from './set-priority';
import { snoozeLocked } from './snooze-conversation';
import { prioritySchema } from './triage.schema';

/** The order in which they make sense: what ends the work, or gives it away, comes last. */
const order: MacroAction['kind'][] = ['note', 'label', 'priority', 'assign_team', 'assign_person', 'snooze', 'solve'];

/**
 * What a macro does, in a transaction of the caller's. What is not possible any more, such as a label that was archived since, is
 * passed over and told: a reply is not held back for it.
 */
export async function carryOutLocked(
  tx: Tx,
  person: PersonActor,
  conversationId: string,
  actions: MacroAction[],
): Promise<{ undone: string[] }> {
  const undone: string[] = [];
  for (const action of [...actions].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))) {
    try {
      await carryOut(tx, person, conversationId, action);
    } catch (error) {
      // The verbs decide before they write: what they refuse has changed nothing.
      if (!isAppError(error)) throw error;
      log.info({ action: action.kind, code: error.code }, 'what a macro asked for was not possible');
      undone.push(error.message);
    }
  }
  return { undone };
}

async function carryOut(tx: Tx, person: PersonActor, conversationId: string, action: MacroAction): Promise<void> {
  const now = await lockConversation(tx, conversationId);
  switch (action.kind) {
    case 'note':
      await postNote(tx, now, person, await fillFor(tx, person, now, action.text));
      return;
    case 'assign_team':
      return assignLocked(tx, now, person, { teamId: action.teamId });
    case 'assign_person':
      return assignLocked(tx, now, person, { personId: action.personId });
    case 'solve':
      if (now.state === 'open') await closeNow(tx, now, person);
      return;
    case 'label':
      await labelLocked(tx, now, person, { add: [action.labelId], remove: [] });
      return;
    case 'priority':
      await prioritiseLocked(tx, now, person, prioritySchema.parse(action.priority));
      return;
    case 'snooze': {
      const at = await databaseNow(tx);
      const until = action.hours === null ? null : new Date(at.getTime() + action.hours * 3_600_000);
      return snoozeLocked(tx, now, person, until);
    }
  }
}
