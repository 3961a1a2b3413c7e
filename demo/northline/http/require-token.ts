import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HttpFault } from './read-body';

/** Throws a 401 unless the request bears `token`. Digests are compared, so that neither content nor length shows in time. */
export function requireToken(request: IncomingMessage, token: string): void {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (!timingSafeEqual(digest(given), digest(token))) throw new HttpFault(401, 'A valid bearer token is needed');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
