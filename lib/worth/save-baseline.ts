import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { db, inTransaction } from '../platform/db';
import { type Baseline, baselineSchema } from './worth.schema';

const key = 'baseline';

/** How it was before, as somebody entered it; null where nobody did. */
export async function readBaseline(): Promise<Baseline | null> {
  const row = await db().setting.findUnique({ where: { key } });
  return row ? (baselineSchema.safeParse(row.value).data ?? null) : null;
}

/** Keeps how it was before. Everybody who reads figures sees it. */
export async function saveBaseline(actor: PersonActor, input: Baseline): Promise<void> {
  const value = baselineSchema.parse(input);
  await inTransaction(async (tx) => {
    const before = await tx.setting.findUnique({ where: { key } });
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    await recordEvent(tx, 'desk.changed', { what: 'metrics' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: actor.id },
      action: 'metrics.baseline',
      subject: { kind: 'setting', id: key },
      before: before?.value,
      after: value,
    });
  });
}
