import { appendAudit } from '../audit/append-audit';
import { familyOf } from '../conversations/find-customer';
import { recordEvent } from '../events/record-event';
import { withdrawMail } from '../mail/withdraw-mail';
import { databaseNow } from '../platform/clock';
import { db, inTransaction } from '../platform/db';
import { newId } from '../platform/ids';
import { hasStopped } from './ask-surveys';
import { surveyPurpose } from './find-candidates';
import { readLink } from './survey-link';

/** The customer a link to stop belongs to, whoever they were merged into since; null where there is none any more. */
async function findStopping(token: string): Promise<{ id: string; language: string | null } | null> {
  let id = readLink('stop', token);
  for (let hops = 0; id && hops < 20; hops++) {
    const customer: {
      id: string;
      language: string | null;
      mergedIntoId: string | null;
      forgottenAt: Date | null;
    } | null = await db().customer.findUnique({ where: { id } });
    if (!customer || customer.forgottenAt) return null;
    if (!customer.mergedIntoId) return customer;
    id = customer.mergedIntoId;
  }
  return null;
}

export async function readStop(token: string): Promise<{ language: string | null; stopped: boolean } | null> {
  const customer = await findStopping(token);
  if (!customer) return null;
  return { language: customer.language, stopped: await hasStopped(db(), await familyOf(db(), customer.id)) };
}

/** Ends surveys for the customer of this link: no more are asked, what waits is taken back. Twice is once. Answers whether it was a link of ours. */
export async function stopSurveys(token: string): Promise<boolean> {
  const found = await findStopping(token);
  if (!found) return false;
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Customer" WHERE id = ${found.id}::uuid FOR NO KEY UPDATE`;
    const family = await familyOf(tx, found.id);
    if (await hasStopped(tx, family)) return;
    await tx.consent.create({
      data: { id: newId(), customerId: found.id, purpose: surveyPurpose, granted: false, source: 'link' },
    });
    await withdrawMail(tx, family, 'survey');
    // What was to be shown at the next visit is not.
    await tx.survey.updateMany({
      where: { customerId: { in: family }, way: 'chat', answeredAt: null },
      data: { expiresAt: await databaseNow(tx) },
    });
    await recordEvent(tx, 'customer.changed', { customerId: found.id });
    await appendAudit(tx, {
      actor: { kind: 'customer', id: found.id },
      action: 'survey.stop',
      subject: { kind: 'customer', id: found.id },
    });
  });
  return true;
}
