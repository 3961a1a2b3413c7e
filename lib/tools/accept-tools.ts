import type { PersonActor } from '../auth/permissions';
import { AppError } from '../platform/errors';
import { arrangeTools } from './arrange-tools';
import type { AcceptTools } from './registry.schema';

/**
 * Takes tools into use that somebody has looked at, each as it was looked at: one that has changed since is left waiting.
 * Throws `not_found`, and `conflict` when none of them is as it was.
 */
export async function acceptTools(person: PersonActor, { connectorId, tools }: AcceptTools): Promise<{ id: string }> {
  return arrangeTools(person, 'tools.accept', async (tx) => {
    const connector = await tx.connector.findUnique({ where: { id: connectorId } });
    if (!connector) throw new AppError('not_found', 'There is no such connector.');
    const accepted: { tool: string; enabled: boolean; write: boolean }[] = [];
    for (const { id, hash, enabled, write } of tools) {
      const row = await tx.tool.findFirst({ where: { id, connectorId, state: 'new', hash } });
      if (!row) continue;
      await tx.tool.update({
        where: { id },
        data: { state: 'accepted', enabled, write, acceptedAt: new Date(), acceptedBy: person.id },
      });
      accepted.push({ tool: row.name, enabled, write });
    }
    if (accepted.length === 0) throw new AppError('conflict', 'They have changed meanwhile. Look at them again.');
    return { connectorId, subject: { kind: 'connector', id: connectorId }, after: accepted };
  });
}
