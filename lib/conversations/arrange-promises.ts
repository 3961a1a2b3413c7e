import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { databaseNow } from '../platform/clock';
import { db, inTransaction, Prisma, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId, newId } from '../platform/ids';
import { addWorkingTime } from './add-working-time';
import {
  type Calendar,
  type CalendarInput,
  type CalendarView,
  calendarSchema,
  fitsSchema,
  type PolicyInput,
  type PolicyView,
} from './sla.schema';

/** Everything that is promised, in order, and when a conversation that came now would be due by each. */
export async function listPolicies(): Promise<PolicyView[]> {
  const [rows, calendars, now] = await Promise.all([
    db().slaPolicy.findMany({ orderBy: [{ position: 'asc' }, { createdAt: 'asc' }] }),
    readCalendars(db()),
    databaseNow(),
  ]);
  return rows.map((row) => {
    const { createdAt: _, position: __, ...policy } = row;
    const minutes = row.firstReplyMinutes ?? row.nextReplyMinutes ?? row.resolveMinutes;
    const calendar = calendars.get(row.calendarId ?? '') ?? null;
    return {
      ...policy,
      fits: fitsSchema.parse(row.fits),
      dueNow: minutes === null ? null : addWorkingTime(now, minutes * 60, calendar).toISOString(),
    };
  });
}

/** When something promised now for so many minutes would be due. */
export async function previewDue({
  minutes,
  calendarId,
}: {
  minutes: number;
  calendarId: string | null;
}): Promise<{ dueAt: string }> {
  const row = calendarId ? await db().calendar.findUnique({ where: { id: calendarId } }) : null;
  const due = addWorkingTime(await databaseNow(), minutes * 60, row ? calendarSchema.parse(row) : null);
  return { dueAt: due.toISOString() };
}

async function readCalendars(tx: Tx): Promise<Map<string, Calendar>> {
  return new Map((await tx.calendar.findMany()).map((row) => [row.id, calendarSchema.parse(row)]));
}

/** Makes a promise or changes one. It holds for what comes or changes from now on. Throws `conflict` where the name is taken, `not_found`. */
export function savePolicy(person: PersonActor, { id, ...input }: PolicyInput): Promise<{ id: string }> {
  return arrange(person, 'promise.save', input.name, async (tx) => {
    if (input.calendarId && !(await tx.calendar.findUnique({ where: { id: input.calendarId } })))
      throw new AppError('not_found', 'There is no such calendar.');
    if (id) {
      const before = await tx.slaPolicy.findUnique({ where: { id } });
      if (!before) throw new AppError('not_found', 'There is no such promise.');
      await tx.slaPolicy.update({ where: { id }, data: input });
      return { id, before, after: input };
    }
    const position = (await tx.slaPolicy.aggregate({ _max: { position: true } }))._max.position ?? -1;
    const made = await tx.slaPolicy.create({ data: { id: newId(), ...input, position: position + 1 } });
    return { id: made.id, after: input };
  });
}

export async function deletePolicy(person: PersonActor, id: string): Promise<void> {
  await arrange(person, 'promise.delete', '', async (tx) => {
    const before = isId(id) ? await tx.slaPolicy.findUnique({ where: { id } }) : null;
    if (!before) throw new AppError('not_found', 'There is no such promise.');
    await tx.slaPolicy.delete({ where: { id } });
    return { id, before };
  });
}

/** The first that fits holds, so their order is part of what they say. Throws `conflict` when another one has come meanwhile. */
export async function orderPolicies(person: PersonActor, ids: string[]): Promise<void> {
  await arrange(person, 'promise.order', '', async (tx) => {
    const known = await tx.slaPolicy.findMany({ select: { id: true }, orderBy: { position: 'asc' } });
    if (known.length !== new Set(ids).size || !known.every((one) => ids.includes(one.id)))
      throw new AppError('conflict', 'Somebody changed the promises meanwhile. Look again.');
    for (const [position, id] of ids.entries()) await tx.slaPolicy.update({ where: { id }, data: { position } });
    return { id: ids[0] ?? newId(), before: known.map((one) => one.id), after: ids };
  });
}

/** The calendars with the promises that count by them and the teams that work by them. */
export async function listCalendars(): Promise<CalendarView[]> {
  const [rows, policies] = await Promise.all([
    db().calendar.findMany({ orderBy: { name: 'asc' }, include: { teams: { orderBy: { position: 'asc' } } } }),
    db().slaPolicy.findMany({ where: { calendarId: { not: null } }, select: { calendarId: true, name: true } }),
  ]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ...calendarSchema.parse(row),
    usedBy: [...policies.filter(({ calendarId }) => calendarId === row.id), ...row.teams].map(({ name }) => name),
  }));
}

/** Makes a calendar or changes one. Throws `conflict` where the name is taken, `not_found`. */
export function saveCalendar(person: PersonActor, { id, ...input }: CalendarInput): Promise<{ id: string }> {
  const holidays = [...new Map(input.holidays.map((one) => [one.date, one])).values()].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  const data = { ...input, holidays };
  return arrange(person, 'calendar.save', input.name, async (tx) => {
    const before = id ? await tx.calendar.findUnique({ where: { id } }) : null;
    if (id && !before) throw new AppError('not_found', 'There is no such calendar.');
    const row = before
      ? await tx.calendar.update({ where: { id: before.id }, data })
      : await tx.calendar.create({ data: { id: newId(), ...data } });
    return { id: row.id, before: before ?? undefined, after: data };
  });
}

/** Only one that no promise and no team goes by. Throws `conflict`, `not_found`. */
export async function deleteCalendar(person: PersonActor, id: string): Promise<void> {
  await arrange(person, 'calendar.delete', '', async (tx) => {
    const before = isId(id) ? await tx.calendar.findUnique({ where: { id } }) : null;
    if (!before) throw new AppError('not_found', 'There is no such calendar.');
    const uses = await tx.slaPolicy.findFirst({ where: { calendarId: id }, select: { name: true } });
    if (uses) throw new AppError('conflict', `The promise “${uses.name}” counts by it.`);
    const works = await tx.team.findFirst({ where: { calendarId: id }, select: { name: true } });
    if (works) throw new AppError('conflict', `The team “${works.name}” works by it.`);
    await tx.calendar.delete({ where: { id } });
    return { id, before };
  });
}

type Arranged = { id: string; before?: unknown; after?: unknown };

async function arrange(
  person: PersonActor,
  action: string,
  name: string,
  work: (tx: Tx) => Promise<Arranged>,
): Promise<{ id: string }> {
  try {
    return await inTransaction(async (tx) => {
      const { id, before, after } = await work(tx);
      await recordEvent(tx, 'desk.changed', { what: 'promises' });
      const actor = { kind: 'person' as const, id: person.id };
      await appendAudit(tx, { actor, action, subject: { kind: 'promise', id }, before, after });
      return { id };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new AppError('conflict', `There is one named “${name}” already.`);
    throw error;
  }
}
