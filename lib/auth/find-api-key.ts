import { sha256 } from '../platform/crypto';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';

export type Scope =
  | 'messages:write'
  | 'conversations:read'
  | 'customers:verify'
  | 'customers:read'
  | 'intents:read'
  | 'intents:write';
export type KeyActor = { id: string; name: string; scopes: string[] };

/** The key of a request's bearer token. Throws `unauthorized` without a valid one, `forbidden` without the scope. */
export async function findApiKey(authorization: string | null, scope: Scope): Promise<KeyActor> {
  const token = /^Bearer ([A-Za-z0-9_-]{16,200})$/.exec(authorization ?? '')?.[1];
  if (!token) throw new AppError('unauthorized', 'Send your API key as "Authorization: Bearer …".');
  const key = await db().apiKey.findUnique({ where: { hash: sha256(token) } });
  if (!key || key.revokedAt) throw new AppError('unauthorized', 'This API key does not exist or was revoked.');
  if (!key.scopes.includes(scope))
    throw new AppError('forbidden', `This API key may not do this: it lacks the scope ${scope}.`);
  return { id: key.id, name: key.name, scopes: key.scopes };
}
