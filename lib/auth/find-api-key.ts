import { sha256 } from '../platform/crypto';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Scope } from './key.schema';

export type KeyActor = { id: string; name: string; scopes: string[] };

const notedMs = 60_000;

/** The key of a request's bearer token. Throws `unauthorized` without a valid one. */
export async function readApiKey(authorization: string | null): Promise<KeyActor> {
  const token = /^Bearer ([A-Za-z0-9_-]{16,200})$/.exec(authorization ?? '')?.[1];
  if (!token) throw new AppError('unauthorized', 'Send your API key as "Authorization: Bearer …".');
  const key = await db().apiKey.findUnique({ where: { hash: sha256(token) } });
  if (!key || key.revokedAt) throw new AppError('unauthorized', 'This API key does not exist or was revoked.');
  // Once a minute: a busy key would otherwise write a row with each of its requests.
  const unnoted = !key.usedAt || Date.now() - key.usedAt.getTime() > notedMs;
  if (unnoted) await db().apiKey.update({ where: { id: key.id }, data: { usedAt: new Date() } });
  return { id: key.id, name: key.name, scopes: key.scopes };
}

/** Throws `forbidden` when the key lacks the scope. */
export function assertScope(key: KeyActor, scope: Scope): void {
  if (!key.scopes.includes(scope))
    throw new AppError('forbidden', `This API key may not do this: it lacks the scope ${scope}.`);
}

/** The key of a request, with the scope. Throws `unauthorized` and `forbidden`. */
export async function findApiKey(authorization: string | null, scope: Scope): Promise<KeyActor> {
  const key = await readApiKey(authorization);
  assertScope(key, scope);
  return key;
}
