import { z } from 'zod';
import { hashPassword, verifyPassword } from '../platform/crypto';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { consume } from '../platform/limit';
import type { Person } from '../platform/records';

const credentials = z.object({
  // An address with letters that only look Latin is refused, not folded.
  email: z
    .string()
    .max(254)
    .regex(/^[\x21-\x7e]+@[\x21-\x7e]+$/)
    .toLowerCase(),
  password: z.string().min(1).max(200),
});

let decoy: Promise<string> | undefined;

/** The person behind an address and password, or null. Unknown and disabled people take as long as a wrong password. */
export async function checkPassword(email: string, password: string, from: string): Promise<Person | null> {
  const parsed = credentials.safeParse({ email, password });
  if (!parsed.success) return null;
  const allowed = await consume('sign-in', `${parsed.data.email}|${from}`, { points: 10, seconds: 300 });
  if (!allowed) throw new AppError('rate_limited', 'Too many tries. Wait five minutes and try again.');

  const person = await db().person.findUnique({ where: { email: parsed.data.email } });
  decoy ??= hashPassword('nobody has this password');
  const right = await verifyPassword(parsed.data.password, person?.passwordHash ?? (await decoy));
  return right && person && !person.disabledAt ? person : null;
}
