import type { PersonActor } from '../auth/permissions';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { arrangeModels } from './arrange-models';

/** The first that answers is taken, so their order says whom is asked. Throws `conflict` when another one has come meanwhile. */
export async function orderProviders(person: PersonActor, ids: string[]): Promise<void> {
  await arrangeModels(person, 'model_provider.order', async (tx) => {
    const known = await tx.modelProvider.findMany({ select: { id: true }, orderBy: { position: 'asc' } });
    if (known.length !== new Set(ids).size || !known.every(({ id }) => ids.includes(id)))
      throw new AppError('conflict', 'Somebody changed the providers meanwhile. Look again.');
    for (const [position, id] of ids.entries()) await tx.modelProvider.update({ where: { id }, data: { position } });
    const subject = { kind: 'model_provider' as const, id: ids[0] ?? newId() };
    return { subject, before: known.map(({ id }) => id), after: ids };
  });
}
