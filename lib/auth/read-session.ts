import { cookies, headers } from 'next/headers';
import type { JWT } from 'next-auth/jwt';
import { getToken } from 'next-auth/jwt';
import { env } from '../platform/env';

/** Taking a token apart derives a key and decrypts: what was found sound is not taken apart again for this long. */
const keepMs = 60_000;
const mostKept = 2_000;

const kept = new Map<string, { token: JWT; until: number }>();

/** What the session's cookie says, or null without one that is sound. Whether it still counts is the database's to say. */
export async function readSession(now = Date.now()): Promise<JWT | null> {
  const jar = (await cookies()).getAll();
  const sealed = jar
    .filter(({ name }) => name.includes('next-auth.session-token'))
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
  if (sealed === '') return null;
  const known = kept.get(sealed);
  if (known && known.until > now) return known.token;
  const req = {
    cookies: Object.fromEntries(jar.map(({ name, value }) => [name, value])),
    headers: Object.fromEntries(await headers()),
  };
  const token = await getToken({
    req: req as never,
    secret: env().BATON_SECRET,
    secureCookie: env().BATON_URL.startsWith('https:'),
  });
  if (!token) return null;
  if (kept.size >= mostKept) kept.clear();
  const ends = typeof token.exp === 'number' ? token.exp * 1_000 : 0;
  kept.set(sealed, { token, until: Math.min(now + keepMs, ends) });
  return token;
}
