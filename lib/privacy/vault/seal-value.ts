import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM under a customer's own key; `record` says whose value it is and where it stands. */
export function sealValue(value: string, key: Buffer, record: string): string {
  return Buffer.from(sealBytes(Buffer.from(value, 'utf8'), key, record)).toString('base64url');
}

/** Undefined when it does not open: another key has taken the place of the one it was sealed with. */
export function openValue(sealed: string, key: Buffer, record: string): string | undefined {
  const opened = openBytes(Buffer.from(sealed, 'base64url'), key, record);
  return opened && Buffer.from(opened).toString('utf8');
}

export function sealBytes(value: Uint8Array, key: Buffer, record: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(record));
  const body = Buffer.concat([cipher.update(value), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), body]));
}

export function openBytes(sealed: Uint8Array, key: Buffer, record: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      .setAAD(Buffer.from(record))
      .setAuthTag(sealed.subarray(12, 28));
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]));
  } catch {
    return undefined;
  }
}
