import { z } from 'zod';
import { appendAudit } from '../audit/append-audit';
import { hashPassword } from '../platform/crypto';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';

/** Nobody has an account yet: the first visitor makes the first admin. */
export async function isFirstRun(): Promise<boolean> {
  return (await db().person.count()) === 0;
}

export const firstAdminSchema = z.object({
  name: z.string().trim().min(1, 'say what you are called').max(100),
  email: z.email('is not an email address').max(254).toLowerCase(),
  password: z.string().min(12, 'needs at least 12 characters').max(200),
});

/** Makes the first admin; throws `conflict` when somebody was first. */
export async function createFirstAdmin(input: z.infer<typeof firstAdminSchema>): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(778203)`;
    if ((await tx.person.count()) > 0)
      throw new AppError('conflict', 'The first admin has been made already. Sign in, or ask them to invite you.');
    const person = await tx.person.create({
      data: { id: newId(), name: input.name, email: input.email, role: 'admin', passwordHash },
    });
    await appendAudit(tx, {
      actor: { kind: 'system', id: null },
      action: 'person.first_admin',
      subject: { kind: 'person', id: person.id },
      after: { email: input.email },
    });
  });
}
