import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from '../platform/crypto';
import { env } from '../platform/env';

/** What a link is for: to answer one survey, or to end all of one customer's. */
type LinkKind = 'answer' | 'stop';

const macBytes = 20;

/**
 * The signed part of a link: the id and an HMAC over what it is for. Nothing of it is stored, so nobody who reads the database
 * or the conversation can answer for the customer; when it ends stands in the survey itself.
 */
export function signLink(kind: LinkKind, id: string): string {
  return `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}.${macOf(kind, id).toString('base64url')}`;
}

/** The id of a link of ours; null for any other text. */
export function readLink(kind: LinkKind, token: string): string | null {
  const [, bytes, mac] = /^([\w-]{22})\.([\w-]{27})$/.exec(token) ?? [];
  if (!bytes || !mac) return null;
  const raw = Buffer.from(bytes, 'base64url');
  // Several texts may decode to the same bytes: only the one we would write is taken.
  if (raw.length !== 16 || raw.toString('base64url') !== bytes) return null;
  const id = raw.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const given = Buffer.from(mac, 'base64url');
  if (given.toString('base64url') !== mac) return null;
  return timingSafeEqual(given, macOf(kind, id)) ? id : null;
}

export const answerUrl = (surveyId: string): string => `${base()}/survey/${signLink('answer', surveyId)}`;
export const stopUrl = (customerId: string): string => `${base()}/survey/stop/${signLink('stop', customerId)}`;

const base = (): string => env().BATON_URL.replace(/\/+$/, '');
const macOf = (kind: LinkKind, id: string): Buffer =>
  createHmac('sha256', derivedKey('survey-link')).update(`${kind}:${id}`).digest().subarray(0, macBytes);
