import type { z } from 'zod';
import type { Tx } from '../platform/db';
import { newId } from '../platform/ids';
import { newMailSchema } from './mail.schema';
import { sealLetter } from './seal-letter';

/**
 * Puts a mail into the outbox of the caller's transaction; a worker sends it. Answers its id, and null where a mail of this
 * key is there already: twice is once. Throws a ZodError where it is no mail at all.
 */
export async function queueMail(tx: Tx, mail: z.input<typeof newMailSchema>): Promise<string | null> {
  const { key, kind, customerId = null, notBefore, ...letter } = newMailSchema.parse(mail);
  const id = newId();
  const sealed = await sealLetter(tx, { id, customerId }, letter);
  const made = await tx.$executeRaw`
    INSERT INTO "OutgoingMail" (id, key, kind, "customerId", sealed, "nextAt")
    VALUES (${id}::uuid, ${key}, ${kind}, ${customerId}::uuid, ${sealed}, coalesce(${notBefore ?? null}::timestamptz, clock_timestamp()))
    ON CONFLICT (key) DO NOTHING`;
  return made === 1 ? id : null;
}
