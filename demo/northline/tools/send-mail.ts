import type { Database } from '../database';

export type MailKind = 'password_reset' | 'invoice_copy' | 'email_change' | 'email_change_notice';

/** Hands a mail to the shop's mail service, which is a table: it can be read under /demo/mails. */
export async function sendMail(
  database: Database,
  to: { id: string; email: string },
  mail: { kind: MailKind; subject: string; body: string },
): Promise<void> {
  await database.query('INSERT INTO mails (customer, email, kind, subject, body) VALUES ($1, $2, $3, $4, $5)', [
    to.id,
    to.email,
    mail.kind,
    mail.subject,
    mail.body,
  ]);
}
