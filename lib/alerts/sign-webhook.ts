import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

export const makeSecret = (): string => `${prefix}${randomBytes(24).toString('base64')}`;

/** As standardwebhooks.com says: HMAC-SHA256 over `id.timestamp.body` with what stands in base64 behind `whsec_`. `at` in seconds. */
export function signWebhook(
  secret: string,
  { id, at, body }: { id: string; at: number; body: string },
): Record<string, string> {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` };
}
