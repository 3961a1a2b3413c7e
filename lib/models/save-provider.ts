import type { PersonActor } from '../auth/permissions';
import { seal } from '../platform/crypto';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { ModelChoice, ModelProvider } from '../platform/records';
import { arrangeModels } from './arrange-models';
import { keepKey } from './keep-key';
import type { Choice, ProviderInput } from './model.schema';
import { environmentEndpoints, keyRecord } from './read-endpoints';

/**
 * Adds a provider, last in order, or changes one. Without a key the one that is kept stays.
 * Throws `conflict` where the name is taken, `not_found`, and `invalid` where a kept key would go to another address.
 */
export async function saveProvider(person: PersonActor, { id, ...input }: ProviderInput): Promise<{ id: string }> {
  // The ledger knows an endpoint by its name.
  if (environmentEndpoints().some(({ name }) => name === input.name))
    throw new AppError('conflict', 'The one that the environment sets has this name. Choose another.');
  const saved = await arrangeModels(person, 'model_provider.save', async (tx) => {
    const before = id ? await tx.modelProvider.findUnique({ where: { id }, include: { choices: true } }) : null;
    if (id && !before) throw new AppError('not_found', 'There is no such provider.');
    const { choices, key: typed, ...data } = input;
    const key = keepKey(before, { url: input.url, key: typed });
    const rows = Object.entries(choices).map(([role, choice]) => ({
      role: role as ModelChoice['role'],
      ...inMillionths(choice),
    }));
    const kept = before?.id ?? newId();
    const whole = { ...data, key: key === '' ? '' : seal(key, keyRecord(kept)) };
    if (before) {
      await tx.modelChoice.deleteMany({ where: { providerId: kept } });
      await tx.modelProvider.update({ where: { id: kept }, data: { ...whole, choices: { create: rows } } });
    } else {
      const position = ((await tx.modelProvider.aggregate({ _max: { position: true } }))._max.position ?? -1) + 1;
      await tx.modelProvider.create({ data: { id: kept, ...whole, position, choices: { create: rows } } });
    }
    const changed = typed === undefined ? 'as before' : key === '' ? 'none' : 'typed anew';
    return {
      subject: { kind: 'model_provider', id: kept },
      ...(before && { before: tellProvider(before) }),
      after: { ...data, choices, key: changed },
    };
  });
  return { id: saved };
}

/** As the audit trail may have it. */
export const tellProvider = ({ key, choices, ...row }: ModelProvider & { choices: ModelChoice[] }) => ({
  ...row,
  key: key === '' ? 'none' : 'kept',
  choices: choices.map(({ role, model }) => ({ role, model })),
});

/** Dollars have at most six places behind the point that count: rounding takes away what floats add. */
const inMillionths = ({ model, input, cached, output }: Choice) => ({
  model,
  inputPrice: BigInt(Math.round(input * 1_000_000)),
  cachedPrice: BigInt(Math.round(cached * 1_000_000)),
  outputPrice: BigInt(Math.round(output * 1_000_000)),
});
