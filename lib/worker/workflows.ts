import { DBOS, DBOSWorkflowConflictError } from '@dbos-inc/dbos-sdk';
import { failHistory } from '../history/fail-history';
import { readHistory } from '../history/read-history';
import { failImport } from '../knowledge/fail-import';
import { readImport } from '../knowledge/read-import';
import { writeImport } from '../knowledge/write-import';
import { failTurn } from '../pipeline/fail-turn';
import { passRefused, resumeAction } from '../pipeline/resume-action';
import { runTurn } from '../pipeline/run-turn';
import { sortHistory } from '../pipeline/sort-history';
import { takeSignal } from '../pipeline/take-signal';
import { failVersion, trainVersion } from '../pipeline/train-version';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { recordDeadLetter } from './dead-letters';
import type { WorkflowName } from './subscriptions';

/** The journal keeps inputs: ids only. */
export type WorkflowInput = { id: string; eventSeq: string; event: string };

const retried = { retriesAllowed: true, maxAttempts: 3, intervalSeconds: 0.3, backoffRate: 2 };
const stubborn = { retriesAllowed: true, maxAttempts: 8, intervalSeconds: 0.5, backoffRate: 2 };

let running = 0;
/** How many workflows this process is working on: the dispatcher takes no more than it can chew. */
export const runningWorkflows = (): number => running;

/**
 * Tries the work, then the way out; what failed for good is a dead letter with its cause. Steps are at least once:
 * every verb called here is safe to repeat.
 */
async function work(
  name: WorkflowName,
  input: WorkflowInput,
  attempt: () => Promise<void>,
  giveUp: (cause: string) => Promise<void>,
): Promise<void> {
  const workflowId = DBOS.workflowID ?? `${name}:${input.id}`;
  running++;
  try {
    try {
      await DBOS.runStep(attempt, { name, ...retried });
    } catch (error) {
      // Taken over while this process stood still: the turn is another's now, and no failure.
      if (error instanceof DBOSWorkflowConflictError) throw error;
      const cause = causeOf(error);
      log.error({ workflow: name, workflowId, cause }, 'a workflow failed for good');
      await DBOS.runStep(() => giveUp(cause), { name: `${name}: way out`, ...stubborn });
      await DBOS.runStep(() => recordDeadLetter(workflowId, input, cause), { name: 'dead letter', ...stubborn });
    }
  } finally {
    running--;
  }
}

export const workflows = {
  'run-turn': DBOS.registerWorkflow(
    (input: WorkflowInput) => {
      const workflowId = DBOS.workflowID ?? '';
      return work(
        'run-turn',
        input,
        () => runTurn(input.id, workflowId),
        (cause) => failTurn(input.id, cause),
      );
    },
    { name: 'run-turn', maxRecoveryAttempts: 5 },
  ),
  'resume-action': DBOS.registerWorkflow(
    (input: WorkflowInput) =>
      work(
        'resume-action',
        input,
        () => resumeAction(input.id),
        () => passRefused(input.id),
      ),
    {
      name: 'resume-action',
      maxRecoveryAttempts: 5,
    },
  ),
  'pass-refused': DBOS.registerWorkflow(
    (input: WorkflowInput) =>
      work(
        'pass-refused',
        input,
        () => passRefused(input.id),
        () => Promise.resolve(),
      ),
    {
      name: 'pass-refused',
      maxRecoveryAttempts: 5,
    },
  ),
  'take-signal': DBOS.registerWorkflow(
    (input: WorkflowInput) =>
      work(
        'take-signal',
        input,
        () => takeSignal(input.id),
        () => Promise.resolve(),
      ),
    { name: 'take-signal', maxRecoveryAttempts: 5 },
  ),
  'train-intents': DBOS.registerWorkflow(
    (input: WorkflowInput) =>
      work(
        'train-intents',
        input,
        () => trainVersion(input.id),
        (cause) => failVersion(input.id, cause),
      ),
    {
      name: 'train-intents',
      maxRecoveryAttempts: 5,
    },
  ),
  'read-import': DBOS.registerWorkflow(
    (input: WorkflowInput) =>
      work(
        'read-import',
        input,
        () => readImport(input.id),
        () => failImport(input.id),
      ),
    { name: 'read-import', maxRecoveryAttempts: 5 },
  ),
  'write-import': DBOS.registerWorkflow(
    (input: WorkflowInput) =>
      work(
        'write-import',
        input,
        () => writeImport(input.id),
        () => failImport(input.id),
      ),
    { name: 'write-import', maxRecoveryAttempts: 5 },
  ),
  'read-history': DBOS.registerWorkflow(
    (input: WorkflowInput) =>
      work(
        'read-history',
        input,
        async () => {
          await readHistory(input.id);
          await sortHistory(input.id);
        },
        () => failHistory(input.id),
      ),
    { name: 'read-history', maxRecoveryAttempts: 5 },
  ),
} satisfies Record<WorkflowName, (input: WorkflowInput) => Promise<void>>;
