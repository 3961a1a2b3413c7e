import { queueMail } from '../mail/queue-mail';
import type { Tx } from '../platform/db';
import { newId } from '../platform/ids';
import type { Report } from '../platform/records';
import { readBrand } from '../surveys/survey-settings';
import { reportPageSchema, reportViewSchema, scheduleSchema, type WhyNot } from './report.schema';
import { reportUrl } from './report-links';
import { findOwner, type ToldReport, tellReport } from './tell-report';
import { wordReport } from './word-report';

/** What a report comes to, before anybody is written to; or why it does not. */
export type Prepared = { why: WhyNot } | { told: ToldReport; owner: string; brand: string };

/** Reads the figures as the owner may see them now. Outside a transaction: it takes as long as a page does. */
export async function prepareReport({ ownerId, page, view }: Report): Promise<Prepared> {
  const owner = await findOwner(ownerId);
  if (typeof owner === 'string') return { why: owner };
  const told = await tellReport(owner, reportPageSchema.parse(page), reportViewSchema.parse(view));
  return { told, owner: owner.name, brand: await readBrand() };
}

export type Reached = { recipientId: string; address: string; name: string };

/** Who is written to now: people who are at the desk, and outside who said yes; nobody who stopped it. */
export async function findReached(tx: Tx, reportId: string): Promise<Reached[]> {
  const rows = await tx.reportRecipient.findMany({
    where: { reportId, stoppedAt: null },
    orderBy: { createdAt: 'asc' },
  });
  const people = await tx.person.findMany({
    where: { id: { in: rows.flatMap(({ personId }) => personId ?? []) }, disabledAt: null },
    select: { id: true, name: true, email: true },
  });
  return rows.flatMap(({ id, personId, email, confirmedAt }): Reached[] => {
    if (email) return confirmedAt ? [{ recipientId: id, address: email, name: email }] : [];
    const person = people.find((one) => one.id === personId);
    return person ? [{ recipientId: id, address: person.email, name: person.name }] : [];
  });
}

type Sending = { dueAt: Date; byId: string | null };

/** Writes down that a report went out, and hands its mails to the outbox. Answers to how many. */
export async function commitReport(tx: Tx, report: Report, prepared: Prepared, sending: Sending): Promise<number> {
  const reached = 'why' in prepared ? [] : await findReached(tx, report.id);
  const why = 'why' in prepared ? prepared.why : reached.length === 0 ? 'nobody' : null;
  const period = 'why' in prepared ? null : prepared.told.period;
  const { id } = await tx.reportSending.create({
    data: { id: newId(), reportId: report.id, ...sending, from: period?.from, to: period?.to, why },
  });
  if ('why' in prepared) return 0;
  const worded = {
    ...{ ...prepared, name: report.name, page: reportPageSchema.parse(report.page) },
    view: reportViewSchema.parse(report.view),
    schedule: scheduleSchema.nullable().parse(report.schedule),
  };
  for (const { recipientId, address, name } of reached) {
    const mailId = await queueMail(tx, {
      ...wordReport(worded, reportUrl('stop', recipientId)),
      key: `report:${id}:${recipientId}`,
      kind: 'report',
      to: address,
    });
    if (mailId) await tx.reportMail.create({ data: { id: newId(), sendingId: id, recipientId, mailId, to: name } });
  }
  return reached.length;
}
