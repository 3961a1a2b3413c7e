import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { assertMayJoin } from './change-person';
import type { PersonActor } from './permissions';
import type { SaveTeam } from './person.schema';

/** Makes a team or changes one, with its members. Its key stays what it was: intents and articles name it. */
export async function saveTeam(
  actor: PersonActor,
  { id, name, autoAssign, calendarId, memberIds }: SaveTeam,
): Promise<{ teamId: string }> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(778206)`;
    const teamId = id ?? newId();
    const before = id ? await tx.team.findUnique({ where: { id }, include: { members: true } }) : null;
    if (id && !before) throw new AppError('not_found', 'There is no such team any more.');
    if (calendarId && !(await tx.calendar.findUnique({ where: { id: calendarId } })))
      throw new AppError('not_found', 'There is no such calendar any more.');
    if (before) await tx.team.update({ where: { id: teamId }, data: { name, autoAssign, calendarId } });
    else {
      const last = await tx.team.aggregate({ _max: { position: true } });
      const position = (last._max.position ?? -1) + 1;
      await tx.team.create({
        data: { id: teamId, key: await freeKey(tx, name), name, autoAssign, calendarId, position },
      });
    }
    const members = await tx.person.findMany({ where: { id: { in: memberIds } }, select: { id: true } });
    const wanted = new Set(members.map((one) => one.id));
    if (wanted.has(actor.id))
      assertMayJoin(actor, actor.id, before?.members.filter((one) => one.personId === actor.id) ?? [], [teamId]);
    const had = new Set(before?.members.map((one) => one.personId) ?? []);
    await tx.teamMember.deleteMany({ where: { teamId, personId: { notIn: [...wanted] } } });
    await tx.teamMember.createMany({
      data: [...wanted].map((personId) => ({ teamId, personId })),
      skipDuplicates: true,
    });
    // What they see has changed: their live lines begin anew.
    const moved = [...wanted].filter((one) => !had.has(one)).concat([...had].filter((one) => !wanted.has(one)));
    for (const personId of moved) await recordEvent(tx, 'person.changed', { personId });
    await recordEvent(tx, 'desk.changed', { what: 'teams' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: actor.id },
      action: before ? 'team.change' : 'team.make',
      subject: { kind: 'team', id: teamId },
      ...(before && {
        before: {
          ...{ name: before.name, autoAssign: before.autoAssign, calendarId: before.calendarId },
          memberIds: [...had],
        },
      }),
      after: { name, autoAssign, calendarId, memberIds: [...wanted] },
    });
    return { teamId };
  });
}

/** Puts the teams in the order in which everybody sees them. */
export async function orderTeams(actor: PersonActor, teamIds: string[]): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(778206)`;
    for (const [position, id] of teamIds.entries()) await tx.team.updateMany({ where: { id }, data: { position } });
    await recordEvent(tx, 'desk.changed', { what: 'teams' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: actor.id },
      action: 'team.order',
      subject: { kind: 'team', id: teamIds[0]! },
      after: { teamIds },
    });
  });
}

/**
 * Deletes a team of which nothing is left. Closed conversations count too: without a team they would be everybody's to see.
 */
export async function deleteTeam(actor: PersonActor, teamId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(778206)`;
    const team = await tx.team.findUnique({ where: { id: teamId } });
    if (!team) throw new AppError('not_found', 'There is no such team any more.');
    const kept = (await whyKept(tx, [team])).get(teamId);
    if (kept) throw new AppError('conflict', `This team cannot be deleted: ${kept}.`);
    await tx.team.delete({ where: { id: teamId } });
    await recordEvent(tx, 'desk.changed', { what: 'teams' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: actor.id },
      action: 'team.delete',
      subject: { kind: 'team', id: teamId },
      before: { key: team.key, name: team.name },
    });
  });
}

/** What still belongs to each of these teams, in words; a team that is not in it is empty. */
export async function whyKept(tx: Tx, teams: { id: string; key: string }[]): Promise<Map<string, string>> {
  const ids = teams.map(({ id }) => id);
  const keys = teams.map(({ key }) => key);
  const [members, conversations, intents, articles] = await Promise.all([
    tx.teamMember.groupBy({ by: ['teamId'], where: { teamId: { in: ids } }, _count: true }),
    tx.conversation.groupBy({ by: ['teamId'], where: { teamId: { in: ids } }, _count: true }),
    tx.intent.groupBy({ by: ['teamKey'], where: { teamKey: { in: keys } }, _count: true }),
    tx.article.groupBy({ by: ['teamKey'], where: { teamKey: { in: keys } }, _count: true }),
  ]);
  const said = (count: number | undefined, one: string, many: string) =>
    count ? [`${count.toLocaleString('en')} ${count === 1 ? one : many}`] : [];
  return new Map(
    teams.flatMap(({ id, key }) => {
      const parts = [
        ...said(members.find((row) => row.teamId === id)?._count, 'member', 'members'),
        ...said(conversations.find((row) => row.teamId === id)?._count, 'conversation', 'conversations'),
        ...said(intents.find((row) => row.teamKey === key)?._count, 'intent', 'intents'),
        ...said(articles.find((row) => row.teamKey === key)?._count, 'article', 'articles'),
      ];
      return parts.length > 0 ? [[id, `it still has ${parts.join(', ')}`] as const] : [];
    }),
  );
}

async function freeKey(tx: Tx, name: string): Promise<string> {
  const base =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'team';
  const taken = new Set((await tx.team.findMany({ select: { key: true } })).map(({ key }) => key));
  for (let count = 1; ; count++) {
    const key = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(key)) return key;
  }
}
