import type { PersonActor } from '../auth/permissions';
import { AppError } from '../platform/errors';
import { arrangeTools } from './arrange-tools';
import { disconnect } from './connect';
import { tellConnector } from './save-connector';

/** Takes a system away with its secret, its tools and their figures. What was done through it stays in the ledger. */
export async function removeConnector(person: PersonActor, { id }: { id: string }): Promise<{ id: string }> {
  const removed = await arrangeTools(person, 'connector.remove', async (tx) => {
    const before = await tx.connector.findUnique({ where: { id } });
    if (!before) throw new AppError('not_found', 'There is no such connector.');
    await tx.connector.delete({ where: { id } });
    return { connectorId: id, subject: { kind: 'connector', id }, before: tellConnector(before) };
  });
  disconnect(id);
  return removed;
}
