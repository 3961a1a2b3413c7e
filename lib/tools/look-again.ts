import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { lookAtConnector } from './look-at-connectors';

/** Asks a system now what it offers. Throws `not_found`, and `unavailable` with why it could not be asked. */
export async function lookAgain({ id }: { id: string }): Promise<{ id: string }> {
  await lookAtConnector(id);
  const row = await db().connector.findUnique({ where: { id }, select: { lastFailure: true } });
  if (!row) throw new AppError('not_found', 'There is no such connector.');
  if (row.lastFailure) throw new AppError('unavailable', row.lastFailure);
  return { id };
}
