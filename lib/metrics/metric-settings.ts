import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { db, inTransaction, type Tx } from '../platform/db';
import { type MetricSettings, metricSettingsSchema } from './metric.schema';

/** Time zone, costs and targets as they are set. */
export async function readMetricSettings(tx: Tx = db()): Promise<MetricSettings> {
  const row = await tx.setting.findUnique({ where: { key: 'metrics' } });
  return metricSettingsSchema.parse(row?.value ?? {});
}

/** Sets them. Targets hold at once; the figures follow a changed cost, gap or time zone as they are counted anew. */
export async function saveMetricSettings(person: PersonActor, input: MetricSettings): Promise<void> {
  const value = metricSettingsSchema.parse(input);
  await inTransaction(async (tx) => {
    const before = await tx.setting.findUnique({ where: { key: 'metrics' } });
    await tx.setting.upsert({ where: { key: 'metrics' }, create: { key: 'metrics', value }, update: { value } });
    await recordEvent(tx, 'desk.changed', { what: 'metrics' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'metrics.arrange',
      subject: { kind: 'setting', id: 'metrics' },
      before: before?.value,
      after: value,
    });
  });
}
