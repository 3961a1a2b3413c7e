import { db } from '../platform/db';
import { newId } from '../platform/ids';
import type { WorkflowInput } from './workflows';

/** Keeps what failed for good, once, with its cause. */
export async function recordDeadLetter(workflowId: string, input: WorkflowInput, cause: string): Promise<void> {
  await db().deadLetter.createMany({
    data: [
      {
        id: newId(),
        workflowId,
        event: input.event,
        eventSeq: BigInt(input.eventSeq),
        data: { id: input.id },
        cause: cause.slice(0, 1_000),
      },
    ],
    skipDuplicates: true,
  });
}
