import { z } from 'zod';
import { may, type PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import type { Prisma } from '../platform/records';
import { type MacroView, macroActionSchema } from './macro.schema';

/** One's own, those for everybody, and those of one's teams; who arranges the desk sees every shared one. */
export function macrosFor(person: PersonActor): Prisma.MacroWhereInput {
  const shared: Prisma.MacroWhereInput = may(person, 'desk.organise')
    ? { shared: true }
    : { shared: true, OR: [{ teamId: null }, { teamId: { in: person.teamIds } }] };
  return { archivedAt: null, OR: [{ ownerId: person.id }, shared] };
}

/** A shared one belongs to the desk: who arranges it may change it, and nobody else. */
export const mayChangeMacro = (person: PersonActor, macro: { ownerId: string; shared: boolean }): boolean =>
  macro.shared ? may(person, 'desk.organise') : macro.ownerId === person.id;

/** The macros a person can use, the most used first. */
export async function listMacros(person: PersonActor): Promise<MacroView[]> {
  const [macros, people, teams] = await Promise.all([
    db().macro.findMany({ where: macrosFor(person), orderBy: [{ uses: 'desc' }, { name: 'asc' }], take: 500 }),
    db().person.findMany({ select: { id: true, name: true, hue: true } }),
    db().team.findMany({ select: { id: true, name: true } }),
  ]);
  return macros.map((macro) => ({
    id: macro.id,
    name: macro.name,
    text: macro.text,
    actions: z.array(macroActionSchema).catch([]).parse(macro.actions),
    shared: macro.shared,
    team: teams.find(({ id }) => id === macro.teamId) ?? null,
    owner: people.find(({ id }) => id === macro.ownerId) ?? null,
    uses: macro.uses,
    updatedAt: macro.updatedAt.toISOString(),
    mine: mayChangeMacro(person, macro),
  }));
}
