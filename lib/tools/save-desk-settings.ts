import { isDeepStrictEqual } from 'node:util';
import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { checkDeskSettings } from './check-desk-settings';
import { openRegistry } from './find-tool';
import type { DeskSettings, Fault } from './records.schema';
import { readDeskSettings } from './view-desk-settings';

const keys = ['records', 'catalogue'] as const;

/**
 * Sets what the desk shows of a customer and which tool lists the products; null takes one away. What stays as it was is
 * neither told nor audited. In force with the next customer who is looked at. Throws `invalid` with the field and why.
 */
export async function saveDeskSettings(person: Pick<PersonActor, 'id'>, settings: DeskSettings): Promise<null> {
  const faults = checkDeskSettings(settings, await openRegistry());
  if (faults.length > 0) throw new AppError('invalid', faults.slice(0, 3).map(sayFault).join(' '));
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(778214)`; // two who save at once: each is audited over the other's
    const before = await readDeskSettings(tx);
    const changed = keys.filter((key) => !isDeepStrictEqual(before[key], settings[key]));
    for (const key of changed) await put(tx, key, settings[key]);
    for (const key of changed) await recordEvent(tx, 'records.changed', { what: key });
    for (const key of changed)
      await appendAudit(tx, {
        actor: { kind: 'person', id: person.id },
        action: `${key}.set`,
        subject: { kind: 'setting', id: key },
        before: before[key],
        after: settings[key],
      });
  });
  return null;
}

const sayFault = ({ called, says }: Fault): string => `${called}: ${says}`;

async function put(tx: Tx, key: (typeof keys)[number], value: DeskSettings[typeof key]): Promise<void> {
  if (value === null) await tx.setting.deleteMany({ where: { key } });
  else await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
