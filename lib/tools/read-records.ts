import type { CustomerRecords } from '../conversations/conversation.schema';
import { db } from '../platform/db';
import { log } from '../platform/log';
import { answersOf, askRecords, saySilent } from './ask-records';
import { mapRecords } from './map-records';
import { readWhose } from './read-whose';
import { recordsSettingSchema } from './records.schema';

/**
 * What the systems of record know of a customer, for the desk, as the setting `records` says how to read it. Unknown, unset
 * and unavailable are answers, not errors.
 */
export async function readRecords(customerId: string): Promise<CustomerRecords> {
  const setting = await db().setting.findUnique({ where: { key: 'records' } });
  if (!setting) return { kind: 'unset' };
  const { reads, show } = recordsSettingSchema.parse(setting.value);
  const asked = await askRecords(reads, await readWhose(customerId));
  if (!asked) return { kind: 'unknown' };
  const silent = saySilent(asked);
  if (silent) return silent;
  const { records, faults } = mapRecords(show, answersOf(asked));
  if (faults.length > 0) {
    const fields = faults.map(({ where }) => where);
    log.warn({ fields }, 'the setting records does not fit what the systems answered');
  }
  return records;
}
