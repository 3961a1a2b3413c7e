import { databaseNow } from '../platform/clock';
import { db, inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { consume } from '../platform/limit';
import { readBrand } from '../surveys/survey-settings';
import { confirmDays } from './ask-recipient';
import { withdrawFrom } from './drop-recipients';
import { noteReport } from './note-report';
import type { LinkPage } from './report.schema';
import { readReportLink } from './report-links';

const fromOneAddress = { points: 60, seconds: 60 };
const forOneLink = { points: 20, seconds: 60 };
const dayMs = 86_400_000;

/** Throws `rate_limited`. */
export async function limitReportLink(token: string, address: string): Promise<void> {
  const within = await Promise.all([
    consume('report-address', address, fromOneAddress),
    consume('report-link', token.slice(0, 60), forOneLink),
  ]);
  if (within.includes(false)) throw new AppError('rate_limited', 'That was a lot at once. Wait a minute.');
}

/** What the page behind the link of a question shows; it changes nothing. */
export const readConfirming = (token: string): Promise<LinkPage> => view(db(), 'confirm', token);
export const readStopping = (token: string): Promise<LinkPage> => view(db(), 'stop', token);

/** Says yes for the address of this link. Twice is once; who stopped since is not brought back by an old link. */
export const confirmRecipient = (token: string): Promise<LinkPage> => follow('confirm', token);
/** Ends a report for whoever this link belongs to, and takes back what waits. Twice is once. */
export const stopRecipient = (token: string): Promise<LinkPage> => follow('stop', token);

async function follow(kind: 'confirm' | 'stop', token: string): Promise<LinkPage> {
  const id = readReportLink(kind, token);
  return inTransaction(async (tx) => {
    if (id) await tx.$queryRaw`SELECT id FROM "ReportRecipient" WHERE id = ${id}::uuid FOR UPDATE`;
    const page = await view(tx, kind, token);
    if (!id || page.state !== 'open') return page;
    const now = await databaseNow(tx);
    const { reportId } = await tx.reportRecipient.update({
      where: { id },
      data: kind === 'confirm' ? { confirmedAt: now } : { stoppedAt: now },
    });
    if (kind === 'stop') await withdrawFrom(tx, [id]);
    const by = { kind: 'system', id: null } as const;
    await noteReport(tx, { by, action: `report.${kind}`, id: reportId, after: { recipientId: id } });
    return { ...page, state: 'done' };
  });
}

async function view(tx: Tx, kind: 'confirm' | 'stop', token: string): Promise<LinkPage> {
  const [brand, id] = [await readBrand(tx), readReportLink(kind, token)];
  const found = id
    ? await tx.reportRecipient.findUnique({
        where: { id },
        include: { report: { select: { name: true, ownerId: true } } },
      })
    : null;
  if (!found || (kind === 'confirm' && !found.email)) return { state: 'unknown', brand };
  const owner = await tx.person.findUnique({ where: { id: found.report.ownerId }, select: { name: true } });
  const said = { brand, report: found.report.name, owner: owner?.name ?? brand };
  if (kind === 'stop') return { ...said, state: found.stoppedAt ? 'done' : 'open' };
  if (found.stoppedAt) return { ...said, state: 'expired' };
  if (found.confirmedAt) return { ...said, state: 'done' };
  const ends = (found.askedAt?.getTime() ?? 0) + confirmDays * dayMs;
  return { ...said, state: (await databaseNow(tx)).getTime() < ends ? 'open' : 'expired' };
}
