import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from './crypto';
import { env } from './env';

const macBytes = 20;

/** Whose links they are, which have a key of their own, and what one of them is for. */
type Use = { key: string; kind: string };

/**
 * The signed part of a link: the id and an HMAC over what it is for. Nothing of it is stored, so nobody who reads the database
 * can follow it; when it ends stands in the record it belongs to.
 */
export function signLink(use: Use, id: string): string {
  return `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}.${macOf(use, id).toString('base64url')}`;
}

/** The id of a link of ours; null for any other text. */
export function readLink(use: Use, token: string): string | null {
  const [, bytes, mac] = /^([\w-]{22})\.([\w-]{27})$/.exec(token) ?? [];
  if (!bytes || !mac) return null;
  const raw = Buffer.from(bytes, 'base64url');
  // Several texts may decode to the same bytes: only the one we would write is taken.
  if (raw.length !== 16 || raw.toString('base64url') !== bytes) return null;
  const id = raw.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const given = Buffer.from(mac, 'base64url');
  if (given.toString('base64url') !== mac) return null;
  return timingSafeEqual(given, macOf(use, id)) ? id : null;
}

/** Where a path of ours is found from outside. */
export const urlOf = (path: string): string => `${env().BATON_URL.replace(/\/+$/, '')}${path}`;

const macOf = ({ key, kind }: Use, id: string): Buffer =>
  createHmac('sha256', derivedKey(key)).update(`${kind}:${id}`).digest().subarray(0, macBytes);
