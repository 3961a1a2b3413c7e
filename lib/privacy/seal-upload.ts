import { derivedKey } from '../platform/crypto';
import { openBytes, sealBytes } from './vault/seal-value';

const key = () => derivedKey('upload');

/** Closes what is kept for a day before it is anybody's: under a key of the installation, for there is no customer yet. */
export const sealUpload = (bytes: Uint8Array, record: string): Uint8Array<ArrayBuffer> =>
  sealBytes(bytes, key(), record);

export const openUpload = (sealed: Uint8Array, record: string): Uint8Array<ArrayBuffer> | undefined =>
  openBytes(sealed, key(), record);
