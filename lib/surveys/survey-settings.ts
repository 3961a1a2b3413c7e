import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { db, inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { type SurveySettings, surveySettingsSchema } from './surveys.schema';

export async function readSurveySettings(tx: Tx = db()): Promise<SurveySettings> {
  const row = await tx.setting.findUnique({ where: { key: 'surveys' } });
  return surveySettingsSchema.parse(row?.value ?? {});
}

/** Sets whom is asked what and when. It holds from the next minute on. Throws `invalid` for a team that is gone. */
export async function saveSurveySettings(person: PersonActor, input: SurveySettings): Promise<void> {
  const value = surveySettingsSchema.parse(input);
  await inTransaction(async (tx) => {
    const { teamId } = value.csat.reopen;
    if (teamId && !(await tx.team.findUnique({ where: { id: teamId }, select: { id: true } })))
      throw new AppError('invalid', 'csat.reopen.teamId: there is no such team.');
    const before = await tx.setting.findUnique({ where: { key: 'surveys' } });
    await tx.setting.upsert({ where: { key: 'surveys' }, create: { key: 'surveys', value }, update: { value } });
    await recordEvent(tx, 'desk.changed', { what: 'surveys' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'surveys.arrange',
      subject: { kind: 'setting', id: 'surveys' },
      ...(before ? { before: before.value } : {}),
      after: value,
    });
  });
}

/** As customers know us. */
export async function readBrand(tx: Tx = db()): Promise<string> {
  const row = await tx.setting.findUnique({ where: { key: 'workspace' } });
  const name = (row?.value as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' && name !== '' ? name : 'Baton';
}
