import type { Tx } from '../platform/db';
import { openForCustomer, sealForCustomer } from '../privacy/seal-for-customer';

/**
 * A text that is still being written is sealed whole, not given placeholders: every half-typed address would else become a
 * value of its own in the vault. Placeholders come when it is sent.
 */
export type WritingSeal = { close(text: string): string; closeMaybe(text: string | null): string | null };
export type WritingOpener = { open(sealed: string): string; openMaybe(sealed: string | null): string | null };

const recordOf = (conversationId: string) => `${conversationId}:writing`;

type Of = { conversationId: string; customerId: string };

export async function sealWriting(tx: Tx, { conversationId, customerId }: Of): Promise<WritingSeal> {
  const seal = await sealForCustomer(tx, customerId);
  const close = (text: string) => (text === '' ? '' : seal.close(text, recordOf(conversationId)));
  return { close, closeMaybe: (text) => (text === null ? null : close(text)) };
}

/** What does not open any more was written about a customer who was erased since: it is as if nothing had been written. */
export async function openWriting(client: Tx, { conversationId, customerId }: Of): Promise<WritingOpener> {
  const opener = await openForCustomer(client, customerId);
  const open = (sealed: string) => (sealed === '' ? '' : (opener.open(sealed, recordOf(conversationId)) ?? ''));
  return { open, openMaybe: (sealed) => (sealed === null ? null : open(sealed)) };
}
