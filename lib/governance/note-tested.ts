import { z } from 'zod';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Tested } from './definition.schema';
import { lockVersion } from './lock-definition';

export const testDraftInput = z.object({ id: z.uuid(), revision: z.number().int() });
export type TestDraft = z.infer<typeof testDraftInput>;

/**
 * Keeps how the cases of a draft went, for the revision they were run on: only of that one they say anything. Throws
 * `conflict` when it was changed while they ran.
 */
export async function noteTested(
  { id, revision }: TestDraft,
  outcome: { passed: number; failed: number },
  now = new Date(),
): Promise<Tested> {
  return inTransaction(async (tx) => {
    const { version } = await lockVersion(tx, id);
    if (version.state !== 'draft') throw new AppError('conflict', 'Only a draft is tested.');
    if (version.revision !== revision)
      throw new AppError('conflict', 'The draft was changed while its cases ran. Run them again.');
    const tested = { revision, at: now.toISOString(), passed: outcome.passed, failed: outcome.failed };
    await tx.definition.update({ where: { id }, data: { tested } });
    await recordEvent(tx, 'definition.changed', { kind: version.kind, key: version.key });
    return tested;
  });
}
