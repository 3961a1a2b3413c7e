import type { PersonActor } from '../auth/permissions';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { arrangeModels } from './arrange-models';
import { tellProvider } from './save-provider';

/** Takes a provider away with its key. What it was asked stays in the ledger. Throws `not_found`. */
export async function removeProvider(person: PersonActor, id: string): Promise<void> {
  await arrangeModels(person, 'model_provider.remove', async (tx) => {
    const before = isId(id) ? await tx.modelProvider.findUnique({ where: { id }, include: { choices: true } }) : null;
    if (!before) throw new AppError('not_found', 'There is no such provider.');
    await tx.modelProvider.delete({ where: { id } });
    return { subject: { kind: 'model_provider', id }, before: tellProvider(before) };
  });
}
