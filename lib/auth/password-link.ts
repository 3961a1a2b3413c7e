import { createHmac, timingSafeEqual } from 'node:crypto';
import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { derivedKey, hashPassword } from '../platform/crypto';
import { db, inTransaction } from '../platform/db';
import { env } from '../platform/env';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { consume } from '../platform/limit';
import { guardPerson } from './guard-person';
import type { PersonActor } from './permissions';

const hours = 24;

type Account = { id: string; passwordHash: string; sessionVersion: number };

/**
 * What the link proves. It holds the password and the sessions of the moment it was made: a password that was set, or a
 * sign-out everywhere, makes every link before it worthless, so that it counts once without a row of its own.
 */
function signature(person: Account, expires: string): Buffer {
  const parts = [person.id, expires, person.passwordHash, String(person.sessionVersion)];
  return createHmac('sha256', derivedKey('password-link')).update(parts.join('\n')).digest();
}

/** A link by which somebody sets a new password within a day. Shown once to who made it, to be passed on. */
export async function makePasswordLink(
  actor: PersonActor,
  personId: string,
  now = new Date(),
): Promise<{ url: string; expiresAt: string }> {
  return inTransaction(async (tx) => {
    const person = await guardPerson(tx, actor, personId);
    if (person.disabledAt) throw new AppError('conflict', 'This person is disabled. Enable them first.');
    const expires = String(now.getTime() + hours * 3_600_000);
    await appendAudit(tx, {
      actor: { kind: 'person', id: actor.id },
      action: 'person.password_link',
      subject: { kind: 'person', id: personId },
    });
    const token = [person.id, expires, signature(person, expires).toString('base64url')].join('.');
    return { url: `${env().BATON_URL}/new-password/${token}`, expiresAt: new Date(Number(expires)).toISOString() };
  });
}

/** Whose link it is, or null: changed, too old, used, or of somebody who is not here any more. */
export async function findPasswordLink(
  token: string,
  now = new Date(),
): Promise<(Account & { name: string; email: string }) | null> {
  const [id = '', expires = '', proof = ''] = token.split('.');
  const person = isId(id) ? await db().person.findUnique({ where: { id } }) : null;
  const decoy = { id, passwordHash: '', sessionVersion: 0 };
  const wanted = signature(person ?? decoy, expires);
  const given = Buffer.from(proof, 'base64url');
  const right = given.length === wanted.length && timingSafeEqual(given, wanted);
  return right && person && !person.disabledAt && Number(expires) > now.getTime() ? person : null;
}

/** Sets the password and signs the person out everywhere else. Throws `not_found` for a link that counts no more. */
export async function setPassword(
  { token, password }: { token: string; password: string },
  from: string,
): Promise<{ email: string }> {
  if (!(await consume('password-link', from, { points: 20, seconds: 300 })))
    throw new AppError('rate_limited', 'Too many tries. Wait five minutes and try again.');
  const gone = new AppError('not_found', 'This link counts no more. Ask for a new one.');
  const person = await findPasswordLink(token);
  if (!person) throw gone;
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const changed = await tx.person.updateMany({
      where: {
        id: person.id,
        passwordHash: person.passwordHash,
        sessionVersion: person.sessionVersion,
        disabledAt: null,
      },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    });
    if (changed.count === 0) throw gone;
    await recordEvent(tx, 'person.changed', { personId: person.id });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'person.password',
      subject: { kind: 'person', id: person.id },
    });
  });
  return { email: person.email };
}
