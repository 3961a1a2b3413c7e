import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { seal, unseal } from '../platform/crypto';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { MailSettings, MailSettingsInput } from './mail.schema';
import { readMailSettings, secretRecord } from './read-mail-server';

/** Sets the mail server; what waits goes out through it from now on. The secret is sealed and never read back. */
export async function saveMailSettings(person: PersonActor, input: MailSettingsInput): Promise<void> {
  const { secret: _, ...next } = input;
  await change(person, 'mail.arrange', async (tx, before) => {
    const secret = keepMailSecret(before, input);
    const value = { ...next, secret: secret === '' ? '' : seal(secret, secretRecord) };
    await tx.setting.upsert({ where: { key: 'mail' }, create: { key: 'mail', value }, update: { value } });
    return next;
  });
}

/** Takes the settings away: the environment counts again, or nothing is sent. */
export async function clearMailSettings(person: PersonActor): Promise<void> {
  await change(person, 'mail.clear', async (tx) => {
    await tx.setting.deleteMany({ where: { key: 'mail' } });
    return null;
  });
}

/** What failed is tried anew, five times again. */
export async function retryMail(person: PersonActor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const changed = await tx.outgoingMail.updateMany({
      where: { id, state: 'failed', NOT: { sealed: '' } },
      data: { state: 'waiting', attempts: 0, nextAt: new Date(), leasedUntil: null, endedAt: null },
    });
    if (changed.count === 0) throw new AppError('conflict', 'There is nothing left of it to send.');
    await recordEvent(tx, 'desk.changed', { what: 'mail' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'mail.retry',
      subject: { kind: 'mail', id },
    });
  });
}

/**
 * The secret that counts: the one that was typed, else the one that is kept. A kept one goes to the server and the user it was
 * typed for and nowhere else: whoever may change the address would else have it sent to one of their own. Throws `invalid`.
 */
function keepMailSecret(kept: MailSettings | null, input: MailSettingsInput): string {
  if (input.user === '') return '';
  if (input.secret !== undefined) return input.secret;
  if (!kept || kept.secret === '') return '';
  if (kept.host !== input.host || kept.port !== input.port || kept.user !== input.user)
    throw new AppError('invalid', 'The password is kept for another server or user. Type it again.');
  return unseal(kept.secret, secretRecord);
}

async function change(
  person: PersonActor,
  action: string,
  work: (tx: Tx, before: MailSettings | null) => Promise<object | null>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await readMailSettings(tx);
    const after = await work(tx, before);
    const { secret: _, ...shown } = before ?? { secret: '' };
    await recordEvent(tx, 'desk.changed', { what: 'mail' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action,
      subject: { kind: 'setting', id: 'mail' },
      ...(before ? { before: shown } : {}),
      ...(after ? { after } : {}),
    });
  });
}
