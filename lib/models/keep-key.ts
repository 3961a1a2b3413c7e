import { unseal } from '../platform/crypto';
import { AppError } from '../platform/errors';
import { keyRecord } from './read-endpoints';

type Kept = { id: string; url: string; key: string };

/**
 * The key that counts: the one that was typed, else the one that is kept. A kept key goes to the machine it was typed for
 * and to no other: whoever may change the address would else have it sent to one of their own. Throws `invalid`.
 */
export function keepKey(kept: Kept | null, { url, key }: { url: string; key?: string | undefined }): string {
  if (key !== undefined) return key.trim();
  if (!kept || kept.key === '') return '';
  if (new URL(kept.url).origin !== new URL(url).origin)
    throw new AppError('invalid', 'The key is kept for another address. Type it again, or clear it.');
  return unseal(kept.key, keyRecord(kept.id));
}
