import type { PersonActor } from '../auth/permissions';
import { databaseNow } from '../platform/clock';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { askRecipient, limitAsking } from './ask-recipient';
import { decideNextSending } from './decide-next-sending';
import { decideReportRights } from './decide-report-rights';
import { dropRecipients } from './drop-recipients';
import { lockForChange } from './find-report';
import { noteReport } from './note-report';
import { type ReportInput, reportInputSchema, scheduleSchema } from './report.schema';
import { findOwner } from './tell-report';

const mostReports = 100;

type Before = Awaited<ReturnType<typeof lockForChange>> | null;

/**
 * Keeps a new report, or changes one. Whoever was added from outside is asked by mail and gets nothing before they say yes; who
 * stays keeps what they said. Whoever saves one whose owner may not have figures any more owns it from then on. Throws `forbidden`, `not_found`, `invalid`, `conflict`, `rate_limited`.
 */
export async function saveReport(person: PersonActor, input: ReportInput): Promise<{ id: string }> {
  const asked = reportInputSchema.parse(input);
  return inTransaction(async (tx) => {
    const before = asked.id ? await lockForChange(tx, person, asked.id) : null;
    const rights = decideReportRights(person, before ?? { ownerId: person.id, shared: asked.shared });
    if (!rights.changes) throw new AppError('forbidden', 'Your role does not allow this.');
    if (before?.shared && !asked.shared && !rights.makesPrivate)
      throw new AppError('forbidden', 'Only its owner can keep this report to themselves.');
    if (!before && (await tx.report.count({ where: { ownerId: person.id } })) >= mostReports)
      throw new AppError('conflict', `You have ${mostReports} reports. Delete one first.`);
    const id = await write(tx, person, asked, before);
    if (before && typeof (await findOwner(before.ownerId, tx)) === 'string')
      await tx.report.update({ where: { id }, data: { ownerId: person.id } });
    const { people, outside } = await settleRecipients(tx, asked);
    const added = await changeRecipients(tx, id, { people, outside }, before);
    if (added.length > 0 && !rights.addsOutside)
      throw new AppError('forbidden', 'Only an administrator adds addresses of nobody at the desk.');
    await Promise.all(added.map(({ email }) => limitAsking(email)));
    for (const one of added) await askRecipient(tx, one.id, person);
    await noteReport(tx, {
      by: { kind: 'person', id: person.id },
      action: before ? 'report.change' : 'report.save',
      id,
      before: before && toldOf(before, before.recipients),
      after: toldOf(asked, await tx.reportRecipient.findMany({ where: { reportId: id } })),
    });
    return { id };
  });
}

async function write(tx: Tx, person: PersonActor, asked: ReportInput, before: Before): Promise<string> {
  const { name, page, view, shared, schedule } = asked;
  const now = await databaseNow(tx);
  const paused = schedule !== null && (before?.paused ?? false);
  const same = before && JSON.stringify(parsed(before.schedule)) === JSON.stringify(schedule);
  const nextAt = same ? before.nextAt : schedule && !paused ? decideNextSending(schedule, now) : null;
  const data = { name, page, view, shared, paused, nextAt, changedAt: now };
  const kept = { ...data, schedule: schedule ?? undefined, ...(same ? {} : { leasedUntil: null, attempts: 0 }) };
  if (!before) return (await tx.report.create({ data: { id: newId(), ownerId: person.id, ...kept } })).id;
  await tx.report.update({ where: { id: before.id }, data: kept });
  // Prisma takes no null for a JSON column.
  if (!schedule) await tx.$executeRaw`UPDATE "Report" SET schedule = NULL WHERE id = ${before.id}::uuid`;
  return before.id;
}

const parsed = (schedule: unknown) => scheduleSchema.nullable().parse(schedule);

type Wanted = { people: string[]; outside: string[] };

/** An address of somebody at the desk is that person. Throws `invalid` for people who are not there. */
async function settleRecipients(tx: Tx, { people, outside }: Wanted): Promise<Wanted> {
  const found = await tx.person.findMany({
    where: { OR: [{ id: { in: people } }, { email: { in: outside }, disabledAt: null }] },
    select: { id: true, email: true },
  });
  const known = new Set(found.map(({ id }) => id));
  if (people.some((id) => !known.has(id))) throw new AppError('invalid', 'people: one of them is not at the desk.');
  const emails = new Set(found.map(({ email }) => email));
  return { people: [...known], outside: [...new Set(outside)].filter((email) => !emails.has(email)) };
}

/** Answers the addresses that were not there before. */
async function changeRecipients(
  tx: Tx,
  reportId: string,
  { people, outside }: Wanted,
  before: Before,
): Promise<{ id: string; email: string }[]> {
  const had = before?.recipients ?? [];
  const gone = had.filter(({ personId, email }) => !(personId ? people.includes(personId) : outside.includes(email!)));
  await dropRecipients(
    tx,
    gone.map(({ id }) => id),
  );
  const newPeople = people.filter((id) => !had.some(({ personId }) => personId === id));
  const added = outside
    .filter((address) => !had.some(({ email }) => email === address))
    .map((email) => ({ id: newId(), email }));
  await tx.reportRecipient.createMany({
    data: [
      ...newPeople.map((personId) => ({ id: newId(), reportId, personId })),
      ...added.map((one) => ({ ...one, reportId })),
    ],
  });
  return added;
}

type Told = { name: string; page: string; view: unknown; shared: boolean; schedule: unknown };

const toldOf = (
  { name, page, view, shared, schedule }: Told,
  recipients: readonly { personId: string | null; email: string | null }[],
) => ({ name, page, view, shared, schedule, to: recipients.map(({ personId, email }) => personId ?? email).sort() });
