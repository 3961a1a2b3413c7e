import type { Tx } from '../platform/db';
import { ensureKey, readKeys } from './vault/customer-keys';
import { openBytes, openValue, sealBytes, sealValue } from './vault/seal-value';

/** Closes and opens what is kept of a customer under that customer's own key: erasing them takes it all along. */
export type Seal = {
  /** `record` says where it stands: moved elsewhere it does not open. */
  close(text: string, record: string): string;
  closeBytes(bytes: Uint8Array, record: string): Uint8Array<ArrayBuffer>;
};
export type Opener = {
  /** Undefined where the key was destroyed since. */
  open(sealed: string, record: string): string | undefined;
  openBytes(sealed: Uint8Array, record: string): Uint8Array<ArrayBuffer> | undefined;
};

export async function sealForCustomer(tx: Tx, customerId: string): Promise<Seal> {
  const key = await ensureKey(tx, customerId);
  return {
    close: (text, record) => sealValue(text, key, record),
    closeBytes: (bytes, record) => sealBytes(bytes, key, record),
  };
}

export async function openForCustomer(client: Tx, customerId: string): Promise<Opener> {
  const key = (await readKeys(client, [customerId])).get(customerId);
  return {
    open: (sealed, record) => (key ? openValue(sealed, key, record) : undefined),
    openBytes: (sealed, record) => (key ? openBytes(sealed, key, record) : undefined),
  };
}
