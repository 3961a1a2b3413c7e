import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { inTransaction, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { may, type PersonActor } from './permissions';
import type { ChangePerson } from './person.schema';

/** Changes what a person's work is: teams, skills, languages, how much and when. Their rights are another verb's. */
export async function changePerson(actor: PersonActor, { personId, teamIds, ...change }: ChangePerson): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`;
    const person = await tx.person.findUnique({ where: { id: personId }, include: { teams: true } });
    if (!person) throw new AppError('not_found', 'There is no such person.');
    if (change.skills) {
      const known = await tx.skill.count({ where: { key: { in: change.skills } } });
      if (known !== new Set(change.skills).size)
        throw new AppError('not_found', 'skills: there is no such skill any more.');
    }
    const before = { ...pick(person, change), ...(teamIds && { teamIds: person.teams.map(({ teamId }) => teamId) }) };
    const { workingHours, ...rest } = change;
    await tx.person.update({
      where: { id: personId },
      data: { ...rest, ...(workingHours !== undefined && { workingHours: workingHours ?? Prisma.DbNull }) },
    });
    if (teamIds) {
      assertMayJoin(actor, personId, person.teams, teamIds);
      const teams = await tx.team.findMany({ where: { id: { in: teamIds } }, select: { id: true } });
      if (teams.length !== new Set(teamIds).size)
        throw new AppError('not_found', 'teamIds: there is no such team any more.');
      await tx.teamMember.deleteMany({ where: { personId, teamId: { notIn: teamIds } } });
      await tx.teamMember.createMany({ data: teams.map(({ id }) => ({ personId, teamId: id })), skipDuplicates: true });
    }
    await recordEvent(tx, 'person.changed', { personId });
    await appendAudit(tx, {
      actor: { kind: 'person', id: actor.id },
      action: 'person.change',
      subject: { kind: 'person', id: personId },
      before,
      after: { ...change, ...(teamIds && { teamIds }) },
    });
  });
}

/** A team shows its conversations: who does not see all of them does not let themselves in. */
export function assertMayJoin(actor: PersonActor, personId: string, had: { teamId: string }[], wanted: string[]): void {
  const joins = wanted.some((id) => !had.some(({ teamId }) => teamId === id));
  if (personId === actor.id && joins && !may(actor, 'conversations.see_all'))
    throw new AppError('forbidden', 'Somebody else has to do this: nobody lets themselves into a team.');
}

/** Of the row what is about to change. */
function pick(row: Record<string, unknown>, change: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(change).map((key) => [key, row[key] ?? null]));
}
