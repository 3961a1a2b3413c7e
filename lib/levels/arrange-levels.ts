import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { db, inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { defaultLevels, definitionOf } from './default-levels';
import { type Level, type LevelInput, levelInputSchema } from './level.schema';

/** Every level as it is set, in the order in which they are shown. */
export async function readArranged(tx: Tx = db()): Promise<Level[]> {
  const rows = await tx.serviceLevel.findMany();
  return defaultLevels.map((one) => {
    const row = rows.find(({ key }) => key === one.key);
    const { name: _, says: __, events: ___, ...level } = one;
    // What a version before knew otherwise is as it comes.
    return row ? (levelInputSchema.safeParse({ ...level, ...row }).data ?? level) : level;
  });
}

/** Sets a level; alerts and budgets follow within seconds. Throws `invalid` where it does not fit what is measured. */
export async function saveLevel(person: PersonActor, input: LevelInput): Promise<void> {
  const { key, ...value } = levelInputSchema.parse(input);
  const given = definitionOf(key);
  if ((value.withinSeconds === null) !== (given.withinSeconds === null))
    throw new AppError(
      'invalid',
      `withinSeconds: ${given.withinSeconds === null ? 'is not measured here' : 'is needed'}.`,
    );
  if ((value.counts === null) !== (given.counts === null))
    throw new AppError('invalid', `counts: ${given.counts === null ? 'is not asked here' : 'is needed'}.`);
  await inTransaction(async (tx) => {
    const before = (await readArranged(tx)).find((one) => one.key === key);
    await tx.serviceLevel.upsert({ where: { key }, create: { key, ...value }, update: value });
    await recordEvent(tx, 'desk.changed', { what: 'levels' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'level.save',
      subject: { kind: 'level', id: key },
      before,
      after: { key, ...value },
    });
  });
}
