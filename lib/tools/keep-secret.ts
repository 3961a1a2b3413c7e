import { AppError } from '../platform/errors';
import type { Connector } from '../platform/records';
import { type Auth, authSchema, secretOf } from './auth.schema';
import { openSecret } from './read-secret';

type Kept = Pick<Connector, 'key' | 'url' | 'token' | 'auth'>;

/**
 * The secret that counts: the one that was typed, else the one that is kept. A kept one goes to the machine it was typed for,
 * in the way it was typed for, and nowhere else: whoever may change an address would else have it sent to one of their own.
 * Throws `invalid`.
 */
export function keepSecret(kept: Kept | null, next: { url: string; auth: Auth; secret?: string | undefined }): string {
  if (secretOf[next.auth.kind] === null) return '';
  if (next.secret !== undefined) return next.secret.trim();
  if (!kept || kept.token === '') return '';
  const before = authSchema.parse(kept.auth);
  const moved = new URL(kept.url).origin !== new URL(next.url).origin || targetOf(before) !== targetOf(next.auth);
  if (moved) throw new AppError('invalid', 'The secret is kept for another address or another way in. Type it again.');
  return openSecret(kept);
}

/** Where and as what a secret goes, beside the address of the connector. */
const targetOf = (auth: Auth): string =>
  auth.kind === 'client_credentials'
    ? JSON.stringify([auth.kind, auth.clientId, auth.tokenUrl, auth.issuer])
    : auth.kind === 'header'
      ? `header ${auth.header.toLowerCase()}`
      : auth.kind;
