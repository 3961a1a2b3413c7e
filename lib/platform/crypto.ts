import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  type ScryptOptions,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { env } from './env';
import { AppError } from './errors';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const randomToken = (bytes = 24): string => randomBytes(bytes).toString('base64url');

/** A key for one purpose, derived from the installation's secret (HKDF-SHA256, 32 bytes). */
export function derivedKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().BATON_SECRET, 'baton', purpose, 32));
}

const keyId = 'k1';

/** AES-256-GCM. `record` (whose secret it is) is authenticated with it: a sealed text moved to another record does not open. */
export function seal(plain: string, record: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derivedKey('seal'), iv).setAAD(Buffer.from(`${keyId}:${record}`));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [keyId, iv.toString('base64url'), body.toString('base64url'), cipher.getAuthTag().toString('base64url')].join(
    '.',
  );
}

/** Opens what `seal` closed. Throws AppError `internal` when it was changed or belongs to another record. */
export function unseal(sealed: string, record: string): string {
  const [key, iv, body, tag] = sealed.split('.');
  if (key !== keyId || !iv || body === undefined || !tag)
    throw new AppError('internal', 'A stored secret has an unknown form.');
  try {
    const decipher = createDecipheriv('aes-256-gcm', derivedKey('seal'), Buffer.from(iv, 'base64url'))
      .setAAD(Buffer.from(`${key}:${record}`))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
  } catch {
    throw new AppError(
      'internal',
      'A stored secret could not be opened: BATON_SECRET is not the one it was sealed with.',
    );
  }
}

// OWASP's scrypt minimum (N 2^15, r 8, p 3): about 80 ms here.
const cost: ScryptOptions = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt.${salt.toString('base64url')}.${(await derive(password, salt)).toString('base64url')}`;
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, salt, key] = stored.split('.');
  if (scheme !== 'scrypt' || !salt || !key) return false;
  const expected = Buffer.from(key, 'base64url');
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url')), expected);
}
