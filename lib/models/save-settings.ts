import type { PersonActor } from '../auth/permissions';
import { arrangeModels } from './arrange-models';
import { type ModelSettings, modelSettingsSchema } from './model.schema';

/** Sets budgets and limits. They hold everywhere within a second. */
export async function saveModelSettings(person: PersonActor, settings: ModelSettings): Promise<void> {
  await arrangeModels(person, 'models.limit', async (tx) => {
    const value = modelSettingsSchema.parse(settings);
    const before = await tx.setting.findUnique({ where: { key: 'models' } });
    await tx.setting.upsert({
      where: { key: 'models' },
      create: { key: 'models', value },
      update: { value },
    });
    return { subject: { kind: 'setting', id: 'models' }, before: before?.value, after: value };
  });
}
