import { type PersonActor, permissionsOf } from '../auth/permissions';
import { readMailServer } from '../mail/read-mail-server';
import { readMetricSettings } from '../metrics/metric-settings';
import { databaseNow } from '../platform/clock';
import { db } from '../platform/db';
import type { ReportRecipient } from '../platform/records';
import { confirmDays } from './ask-recipient';
import { decideReportRights } from './decide-report-rights';
import { findVisible } from './find-report';
import {
  type Recipient,
  type ReportList,
  type ReportRow,
  reportPageSchema,
  reportViewSchema,
  type Sendings,
  scheduleSchema,
  type WhyNot,
  whyNotSchema,
} from './report.schema';

const mostListed = 500;
const mostSendings = 50;

type Known = { name: string; disabled: boolean; reads: boolean };

/** One's own reports and those that are shared, by name. */
export async function listReports(person: PersonActor): Promise<ReportList> {
  const [rows, people, server, { timeZone }, now] = await Promise.all([
    db().report.findMany({
      where: { OR: [{ ownerId: person.id }, { shared: true }] },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: mostListed,
      include: {
        recipients: { orderBy: { createdAt: 'asc' } },
        sendings: { orderBy: { at: 'desc' }, take: 1, include: { _count: { select: { mails: true } } } },
      },
    }),
    readPeople(),
    readMailServer(),
    readMetricSettings(),
    databaseNow(),
  ]);
  const reports = rows.map((row): ReportRow => {
    const { changes } = decideReportRights(person, row);
    const recipients = row.recipients.map((one) => tellRecipient(one, people, now));
    const gets = recipients.filter(({ state }) => state === 'gets').length;
    const [last] = row.sendings;
    const owner = people.get(row.ownerId);
    return {
      ...{ id: row.id, name: row.name, shared: row.shared, paused: row.paused, own: row.ownerId === person.id },
      page: reportPageSchema.parse(row.page),
      view: reportViewSchema.parse(row.view),
      owner: { id: row.ownerId, name: owner?.name ?? 'Nobody' },
      mayChange: changes,
      schedule: scheduleSchema.nullable().parse(row.schedule),
      nextAt: row.nextAt?.toISOString() ?? null,
      last: last
        ? { at: last.at.toISOString(), why: whyNotSchema.nullable().parse(last.why), mails: last._count.mails }
        : null,
      trouble: troubleOf(owner, gets, row.schedule !== null),
      gets,
      recipients: changes ? recipients : [],
    };
  });
  return {
    reports: reports.filter((_, at) => decideReportRights(person, rows[at]!).sees),
    mailWorks: server !== null,
    timeZone,
    people: [...people].flatMap(([id, { name, disabled }]) => (disabled ? [] : [{ id, name }])),
  };
}

async function readPeople(): Promise<Map<string, Known>> {
  const rows = await db().person.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, name: true, disabledAt: true, role: true, customRole: { select: { permissions: true } } },
  });
  return new Map(
    rows.map(({ id, name, disabledAt, role, customRole }) => [
      id,
      {
        ...{ name, disabled: disabledAt !== null },
        reads: permissionsOf(role, customRole?.permissions ?? null).includes('metrics.read'),
      },
    ]),
  );
}

function troubleOf(owner: Known | undefined, gets: number, scheduled: boolean): WhyNot | null {
  if (!scheduled) return null;
  if (!owner || owner.disabled) return 'owner_gone';
  if (!owner.reads) return 'owner_may_not';
  return gets === 0 ? 'nobody' : null;
}

function tellRecipient(row: ReportRecipient, people: Map<string, Known>, now: Date): Recipient {
  const { id, personId, email } = row;
  const person = personId ? people.get(personId) : undefined;
  return { id, personId, email, name: email ?? person?.name ?? 'Nobody', state: stateOf(row, person, now) };
}

function stateOf({ email, stoppedAt, confirmedAt, askedAt }: ReportRecipient, person: Known | undefined, now: Date) {
  if (stoppedAt) return 'stopped';
  if (!email) return person && !person.disabled ? 'gets' : 'away';
  if (confirmedAt) return 'gets';
  return askedAt && now.getTime() - askedAt.getTime() < confirmDays * 86_400_000 ? 'asked' : 'expired';
}

/** What was sent of a report, the newest first, and what became of each mail. Who may not change it sees how many. */
export async function listSendings(person: PersonActor, reportId: string): Promise<Sendings> {
  const report = await findVisible(db(), person, reportId);
  const { changes } = decideReportRights(person, report);
  const rows = await db().reportSending.findMany({
    where: { reportId },
    orderBy: { at: 'desc' },
    take: mostSendings,
    include: { mails: { orderBy: { id: 'asc' } } },
  });
  const [mails, people] = await Promise.all([
    db().outgoingMail.findMany({
      where: { id: { in: rows.flatMap((row) => row.mails.map(({ mailId }) => mailId)) } },
      select: { id: true, state: true, lastError: true },
    }),
    readPeople(),
  ]);
  const known = new Map(mails.map((mail) => [mail.id, mail]));
  return {
    sendings: rows.map(({ id, at, byId, from, to, why, mails: sent }) => ({
      ...{ id, at: at.toISOString(), why: whyNotSchema.nullable().parse(why) },
      by: byId ? (people.get(byId)?.name ?? 'Somebody') : null,
      period: from && to ? { from, to } : null,
      mails: sent.map((mail, place) => ({
        id: mail.id,
        to: changes ? mail.to : `Recipient ${place + 1}`,
        state: known.get(mail.mailId)?.state ?? ('withdrawn' as const),
        why: known.get(mail.mailId)?.lastError ?? null,
      })),
    })),
  };
}
