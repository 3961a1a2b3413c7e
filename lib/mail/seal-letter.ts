import { seal, unseal } from '../platform/crypto';
import type { Tx } from '../platform/db';
import { openForCustomer, sealForCustomer } from '../privacy/seal-for-customer';
import { type Letter, letterSchema } from './mail.schema';

type Whose = { id: string; customerId: string | null };

const recordOf = (id: string) => `mail:${id}`;

/** Under the customer's key where it goes to one: who is forgotten is not written to any more. */
export async function sealLetter(tx: Tx, { id, customerId }: Whose, letter: Letter): Promise<string> {
  const text = JSON.stringify(letter);
  return customerId ? (await sealForCustomer(tx, customerId)).close(text, recordOf(id)) : seal(text, recordOf(id));
}

/** Undefined where the customer was forgotten since, or nothing is kept any more. */
export async function openLetter(tx: Tx, mail: Whose & { sealed: string }): Promise<Letter | undefined> {
  if (mail.sealed === '') return undefined;
  const text = mail.customerId
    ? (await openForCustomer(tx, mail.customerId)).open(mail.sealed, recordOf(mail.id))
    : unseal(mail.sealed, recordOf(mail.id));
  return text === undefined ? undefined : letterSchema.parse(JSON.parse(text));
}
