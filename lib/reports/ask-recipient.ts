import type { PersonActor } from '../auth/permissions';
import { queueMail } from '../mail/queue-mail';
import { wordLetter } from '../mail/word-letter';
import { databaseNow } from '../platform/clock';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { consume } from '../platform/limit';
import { readBrand } from '../surveys/survey-settings';
import { lockForChange } from './find-report';
import { noteReport } from './note-report';
import { reportUrl } from './report-links';

/** Whoever was asked has so long to say yes. */
export const confirmDays = 7;
const perAddress = { points: 3, seconds: 86_400 };

/** An address is not to be filled by asking it again and again, whichever reports it is for. Throws `rate_limited`. */
export async function limitAsking(email: string): Promise<void> {
  if (!(await consume('report-ask', email, perAddress)))
    throw new AppError('rate_limited', `${email} was asked three times today. Try again tomorrow.`);
}

/** Writes to somebody from outside that a report would come, with the link that says yes. */
export async function askRecipient(tx: Tx, recipientId: string, person: Pick<PersonActor, 'name'>): Promise<void> {
  const [now, brand] = [await databaseNow(tx), await readBrand(tx)];
  const { email, report } = await tx.reportRecipient.findUniqueOrThrow({
    where: { id: recipientId },
    include: { report: { select: { name: true } } },
  });
  const askMailId = await queueMail(tx, {
    key: `report:ask:${recipientId}:${now.getTime()}`,
    kind: 'report',
    to: email!,
    subject: `Do you want the report “${report.name}”? · ${brand}`.slice(0, 200),
    ...wordLetter({
      brand,
      title: `Do you want the report “${report.name}”?`,
      paragraphs: [
        `${person.name} of ${brand} entered your address, so that you get this report by mail. It is sent to you once you say yes.`,
        `If you do not want it, do nothing. The link works for ${confirmDays} days.`,
      ],
      button: { says: 'Say yes or no', url: reportUrl('confirm', recipientId) },
    }),
  });
  await tx.reportRecipient.update({ where: { id: recipientId }, data: { askedAt: now, askMailId } });
}

/** Asks once more. Throws `forbidden`, `not_found`, `conflict`, `rate_limited`. */
export async function askAgain(person: PersonActor, input: { id: string; recipientId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const report = await lockForChange(tx, person, input.id);
    const recipient = report.recipients.find(({ id }) => id === input.recipientId);
    if (!recipient?.email) throw new AppError('not_found', 'That address is not entered any more.');
    if (recipient.confirmedAt && !recipient.stoppedAt) throw new AppError('conflict', 'It is confirmed already.');
    if (recipient.stoppedAt) throw new AppError('conflict', 'They stopped this report. Take the address away first.');
    await limitAsking(recipient.email);
    await askRecipient(tx, recipient.id, person);
    const after = { to: recipient.email };
    await noteReport(tx, { by: { kind: 'person', id: person.id }, action: 'report.ask', id: report.id, after });
  });
}
