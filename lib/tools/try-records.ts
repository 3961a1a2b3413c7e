import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { type AskedRead, answersOf, askRecords, saySilent } from './ask-records';
import { checkDeskSettings } from './check-desk-settings';
import { openRegistry } from './find-tool';
import { mapRecords } from './map-records';
import { readWhose } from './read-whose';
import type { TriedRecords, TryRecords } from './records.schema';

/** Characters of an answer that are shown. */
const longest = 20_000;

/**
 * What the desk would show of a customer with the setting as it is typed. The systems are really asked, which stands in the
 * audit trail; nothing is stored. What is wrong with the setting is an answer. Throws `not_found`.
 */
export async function tryRecords(
  person: Pick<PersonActor, 'id'>,
  { customerId, records: setting }: TryRecords,
): Promise<TriedRecords> {
  const customer = await db().customer.findUnique({ where: { id: customerId }, select: { id: true } });
  if (!customer) throw new AppError('not_found', 'There is no such customer.');
  const wrong = checkDeskSettings({ records: setting, catalogue: null }, await openRegistry());
  if (wrong.length > 0) return { faults: wrong, shows: null, answers: [] };
  await inTransaction((tx) =>
    appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'records.try',
      subject: { kind: 'setting', id: 'records' },
      after: { customerId, reads: setting.reads },
    }),
  );
  const asked = await askRecords(setting.reads, await readWhose(customer.id));
  if (!asked) return { faults: [], shows: { kind: 'unknown' }, answers: [] };
  const answers = asked.map(showAnswer);
  const silent = saySilent(asked);
  if (silent) return { faults: [], shows: silent, answers };
  const { records, faults } = mapRecords(setting.show, answersOf(asked));
  return { faults, shows: records, answers };
}

const showAnswer = ({ name, tool, outcome, tookMs }: AskedRead): TriedRecords['answers'][number] => ({
  ...{ name, tool, kind: outcome.kind, tookMs },
  text: outcome.kind === 'done' ? JSON.stringify(outcome.value, null, 2).slice(0, longest) : outcome.message,
});
