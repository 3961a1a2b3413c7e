import { appendAudit } from '../audit/append-audit';
import { may, type PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId, newId } from '../platform/ids';
import type { Macro } from '../platform/records';
import { destroyCardData } from '../privacy/destroy-card-data';
import { carryOutLocked } from './carry-out-actions';
import { findVisible } from './list-conversations';
import { macrosFor, mayChangeMacro } from './list-macros';
import type { MacroAction, MacroInput } from './macro.schema';

const notYours = 'Macros for others are arranged by supervisors. Keep it to yourself, or ask one of them.';

/** Makes a macro, or changes one. Throws `forbidden` for sharing without the permission, `not_found`. */
export async function saveMacro(person: PersonActor, id: string | null, macro: MacroInput): Promise<{ id: string }> {
  if (macro.shared && !may(person, 'desk.organise')) throw new AppError('forbidden', notYours);
  const data = {
    name: macro.name,
    text: destroyCardData(macro.text).text,
    actions: macro.actions,
    shared: macro.shared,
    teamId: macro.shared ? macro.teamId : null,
    updatedAt: new Date(),
  };
  return inTransaction(async (tx) => {
    const before = id === null ? null : await lockMacro(tx, person, id);
    if (macro.teamId && !(await tx.team.findUnique({ where: { id: macro.teamId } })))
      throw new AppError('not_found', 'There is no such team.');
    const saved = before
      ? await tx.macro.update({ where: { id: before.id }, data })
      : await tx.macro.create({ data: { ...data, id: newId(), ownerId: person.id } });
    await tell(tx, person, before ? 'macro.changed' : 'macro.made', saved, before);
    return { id: saved.id };
  });
}

/** Puts a macro away; what it was used for stays. */
export async function archiveMacro(person: PersonActor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await lockMacro(tx, person, id);
    const saved = await tx.macro.update({ where: { id }, data: { archivedAt: new Date() } });
    await tell(tx, person, 'macro.archived', saved, before);
  });
}

/** Counts that somebody used it; with a conversation it does at once what it does, as one without a text does. */
export async function useMacro(
  person: PersonActor,
  { macroId, conversationId, actions }: { macroId: string; conversationId: string | null; actions: MacroAction[] },
): Promise<{ undone: string[] }> {
  if (conversationId) await findVisible(person, conversationId);
  return inTransaction(async (tx) => {
    const found = await tx.macro.findFirst({
      where: { AND: [{ id: macroId }, macrosFor(person)] },
      select: { id: true },
    });
    if (!found) throw new AppError('not_found', 'There is no such macro.');
    await tx.macro.update({ where: { id: macroId }, data: { uses: { increment: 1 } } });
    return conversationId ? carryOutLocked(tx, person, conversationId, actions) : { undone: [] };
  });
}

async function lockMacro(tx: Tx, person: PersonActor, id: string): Promise<Macro> {
  const macro = isId(id) ? await tx.macro.findFirst({ where: { AND: [{ id }, macrosFor(person)] } }) : null;
  if (!macro) throw new AppError('not_found', 'There is no such macro.');
  if (!mayChangeMacro(person, macro)) throw new AppError('forbidden', notYours);
  return macro;
}

async function tell(tx: Tx, person: PersonActor, action: string, after: Macro, before: Macro | null): Promise<void> {
  await recordEvent(tx, 'desk.changed', { what: 'macros' });
  const shown = (macro: Macro) => ({ name: macro.name, shared: macro.shared, teamId: macro.teamId });
  await appendAudit(tx, {
    actor: { kind: 'person', id: person.id },
    action,
    subject: { kind: 'macro', id: after.id },
    ...(before && { before: shown(before) }),
    after: shown(after),
  });
}
