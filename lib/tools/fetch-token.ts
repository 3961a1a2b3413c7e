import { z } from 'zod';
import { fetchGuarded } from '../platform/fetch-guarded';
import type { Auth } from './auth.schema';
import type { Credentials } from './read-secret';

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().min(0).optional() });
/** Taken for so long when the server does not say; renewed a little before its end. */
const usualSeconds = 300;
const earlySeconds = 15;

type Wanted = Omit<Credentials, 'auth'> & { auth: Extract<Auth, { kind: 'client_credentials' }> };
const kept = new Map<string, { token: string; until: number }>();

/** A token by client credentials, kept until shortly before its end. Throws with what the server said. */
export async function fetchToken({ auth, secret }: Wanted, signal: AbortSignal, now = Date.now()): Promise<string> {
  if (!auth.tokenUrl) throw new Error('nobody has said where tokens are given');
  const name = JSON.stringify([auth.tokenUrl, auth.clientId, auth.scope, secret]);
  const known = kept.get(name);
  if (known && known.until > now) return known.token;
  const response = await fetchGuarded()(auth.tokenUrl, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${encodeURIComponent(auth.clientId)}:${encodeURIComponent(secret)}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      ...(auth.scope && { scope: auth.scope }),
    }).toString(),
    signal,
  });
  const text = (await response.text()).slice(0, 20_000);
  if (!response.ok) throw new Error(`no token: it answered ${response.status}`);
  const { access_token: token, expires_in: seconds = usualSeconds } = tokenSchema.parse(JSON.parse(text));
  if (kept.size > 500) kept.clear();
  kept.set(name, { token, until: now + Math.max(0, seconds - earlySeconds) * 1_000 });
  return token;
}
