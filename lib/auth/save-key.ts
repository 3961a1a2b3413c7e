import { randomBytes } from 'node:crypto';
import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { sha256 } from '../platform/crypto';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { NewKey } from './key.schema';
import type { PersonActor } from './permissions';

/** Makes a key. It is told this once: what is kept is its hash. */
export async function createKey(person: PersonActor, input: NewKey): Promise<{ id: string; key: string }> {
  const key = `bk_${randomBytes(32).toString('base64url')}`;
  const id = newId();
  const scopes = [...new Set(input.scopes)];
  await inTransaction(async (tx) => {
    await tx.apiKey.create({
      data: { id, name: input.name, hash: sha256(key), prefix: key.slice(0, 8), scopes, personId: person.id },
    });
    await recordEvent(tx, 'desk.changed', { what: 'keys' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'key.created',
      subject: { kind: 'api_key', id },
      after: { name: input.name, scopes },
    });
  });
  return { id, key };
}

/** Takes a key out of use, at its very next request. It does not come back. */
export async function revokeKey(person: PersonActor, { id }: { id: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const revoked = await tx.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    if (revoked.count === 0) throw new AppError('not_found', 'There is no such key, or it was revoked before.');
    await recordEvent(tx, 'desk.changed', { what: 'keys' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'key.revoked',
      subject: { kind: 'api_key', id },
    });
  });
}
