import type { PersonActor } from '../auth/permissions';
import { noteTested, type TestDraft } from '../governance/note-tested';
import { playbookSchema } from '../governance/playbook.schema';
import { playbookCasesSchema } from '../governance/playbook-case.schema';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { runPlaybookCases } from './run-playbook-cases';
import type { CasesOutcome } from './simulation.schema';

/**
 * Walks the cases of a draft as it is stored and keeps how they went: its release asks for that. Throws `not_found`, and
 * `conflict` when the draft is not the one that was looked at.
 */
export async function testPlaybook(person: PersonActor, asked: TestDraft): Promise<CasesOutcome> {
  const draft = await db().definition.findUnique({ where: { id: asked.id } });
  if (draft?.kind !== 'playbook') throw new AppError('not_found', 'There is no such version.');
  if (draft.revision !== asked.revision)
    throw new AppError('conflict', 'Somebody has changed this draft meanwhile. Load it again.');
  const outcome = await runPlaybookCases(person, {
    key: draft.key,
    definition: playbookSchema.parse(draft.body),
    cases: playbookCasesSchema.parse(draft.cases),
  });
  await noteTested(asked, outcome);
  return outcome;
}
