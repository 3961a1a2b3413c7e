import { db, type Tx } from '../platform/db';
import { catalogueSettingSchema } from './catalogue.schema';
import { type DeskSettings, type DeskSettingsView, recordsSettingSchema } from './records.schema';
import { nameTools } from './tool-names';

/** What the desk shows of a customer and which tool lists the products, with the reads that may be chosen for either. */
export async function viewDeskSettings(): Promise<DeskSettingsView> {
  const [settings, { tools }] = await Promise.all([readDeskSettings(db()), nameTools()]);
  return { ...settings, tools: tools.filter(({ write }) => !write).map(({ write: _, ...tool }) => tool) };
}

export async function readDeskSettings(from: Pick<Tx, 'setting'>): Promise<DeskSettings> {
  const rows = await from.setting.findMany({ where: { key: { in: ['records', 'catalogue'] } } });
  const value = (key: keyof DeskSettings) => rows.find((row) => row.key === key)?.value ?? null;
  return {
    records: recordsSettingSchema.nullable().parse(value('records')),
    catalogue: catalogueSettingSchema.nullable().parse(value('catalogue')),
  };
}
