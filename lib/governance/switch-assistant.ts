import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import type { AssistantSwitch } from './assistant-switch.schema';
import { assistantSetting, readAssistantSwitch } from './read-assistant-switch';

/** Turns the assistant's writes, or the assistant altogether, off or on again. Holds from the commit on, in every process. */
export async function switchAssistant(
  person: Pick<PersonActor, 'id'>,
  { writes, answers }: AssistantSwitch,
): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await readAssistantSwitch(tx);
    const value = { writes: writes && answers, answers, personId: person.id };
    await tx.setting.upsert({
      where: { key: assistantSetting },
      create: { key: assistantSetting, value },
      update: { value },
    });
    await recordEvent(tx, 'desk.changed', { what: 'assistant' });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'assistant.switch',
      subject: { kind: 'setting', id: assistantSetting },
      before,
      after: { writes: value.writes, answers },
    });
  });
}
