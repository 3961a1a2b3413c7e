import { db } from '../platform/db';
import { type ModelSettings, modelSettingsSchema } from './model.schema';

const keptMs = 1_000;
let kept: { at: number; value: Promise<ModelSettings> } | undefined;

/** Budgets and limits as they are set; in force everywhere within a second. */
export function readModelSettings(now = Date.now()): Promise<ModelSettings> {
  if (!kept || now - kept.at > keptMs) {
    const value = db()
      .setting.findUnique({ where: { key: 'models' } })
      .then((row) => modelSettingsSchema.parse(row?.value ?? {}));
    kept = { at: now, value };
    value.catch(forgetModelSettings);
  }
  return kept.value;
}

export function forgetModelSettings(): void {
  kept = undefined;
}
