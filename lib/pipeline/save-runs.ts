import { recordEvent } from '../events/record-event';
import { Prisma, type Tx } from '../platform/db';
import type { PlaybookRun } from '../platform/records';
import type { Hide } from './hide-kept';
import type { HandoffNeed } from './plan.schema';
import type { RunMark } from './run.schema';
import type { TurnResult } from './save-turn';

/** Of a run that goes round for months; the newest are kept. */
const longestPath = 400;
const againMs = 3_000;

const rested = {
  waitsFor: null,
  waiting: Prisma.DbNull,
  passed: Prisma.DbNull,
  dueAt: null,
  signal: null,
  actionKey: null,
};

/**
 * Puts down what became of the runs of a turn that was said, in its transaction: how far they came, what they wait for,
 * whether people took over. A run that waited for the customer and was not gone on with was left.
 */
export async function saveRuns(
  tx: Tx,
  { running, parts }: TurnResult,
  need: HandoffNeed | null,
  hidden: Hide,
): Promise<void> {
  const { conversation, waiting } = running;
  const marks = parts.flatMap((part) => (part.run ? [part.run] : []));
  for (const mark of marks) await keepRun(tx, conversation.id, mark, need, hidden);
  if (waiting?.kind !== 'playbook' || marks.some(({ runId }) => runId === waiting.runId)) return;
  await tx.playbookRun.updateMany({
    where: { runId: waiting.runId, state: 'waiting' },
    data: { ...rested, state: need ? 'handed_over' : 'left', endedAt: new Date() },
  });
}

async function keepRun(
  tx: Tx,
  conversationId: string,
  mark: RunMark,
  need: HandoffNeed | null,
  hidden: Hide,
): Promise<void> {
  const { runId, playbook, version, at, visits } = mark;
  const before = await tx.playbookRun.findUnique({ where: { runId } });
  const passes = need !== null && (mark.state !== 'done' || need.reason === 'low_confidence');
  const state = passes ? 'handed_over' : mark.state;
  const path = [
    ...((before?.path ?? []) as object[]),
    ...visits.map(({ playbook: key, node, at: time }) => ({ playbook: key, node, at: time })),
  ];
  const awaits = state === 'waiting' ? mark.awaits : null;
  const data = {
    ...rested,
    state,
    node: at,
    path: path.slice(-longestPath),
    wokenBy: null,
    endedAt: state === 'waiting' ? null : new Date(),
    ...(awaits
      ? {
          waitsFor: awaits.kind,
          waiting: hidden(awaits.state) as unknown as Prisma.InputJsonValue,
          dueAt: awaits.dueAt,
          signal: awaits.signal?.name ?? null,
          actionKey: awaits.actionKey,
        }
      : {}),
  };
  const row = await tx.playbookRun.upsert({
    where: { runId },
    create: { ...data, runId, playbook, version, conversationId, startedAt: visits[0]?.at ?? new Date() },
    update: data,
  });
  if (awaits?.signal) await lookBack(tx, row, awaits.signal.name);
}

/** What it waits for may have come between what it did and this very moment: then it is looked at once more. */
async function lookBack(tx: Tx, run: PlaybookRun, name: string): Promise<void> {
  const { customerId } = await tx.conversation.findUniqueOrThrow({
    where: { id: run.conversationId },
    select: { customerId: true },
  });
  const came = await tx.signal.findMany({
    where: { customerId, name, receivedAt: { gte: run.startedAt }, taken: false, sealed: { not: null } },
    select: { id: true },
  });
  for (const { id } of came) await recordEvent(tx, 'signal.received', { signalId: id });
}

/**
 * Of a turn that was not said. What went on by itself is tried again while the assistant has the conversation, and ends
 * where a person took over; a run that waits for the customer stands where it stood.
 */
export async function standBackRuns(
  tx: Tx,
  { running, parts }: TurnResult,
  held: boolean,
  acted: boolean,
): Promise<void> {
  if (held && !acted) {
    await tx.playbookRun.updateMany({
      where: { wokenBy: running.turn.messageId, state: 'running' },
      data: { state: 'waiting', wokenBy: null, dueAt: new Date(Date.now() + againMs) },
    });
    return;
  }
  const ended = parts.flatMap((part) => (part.run && (acted || running.woken) ? [part.run.runId] : []));
  await tx.playbookRun.updateMany({
    where: { runId: { in: ended } },
    data: { ...rested, state: 'handed_over', wokenBy: null, endedAt: new Date() },
  });
}

/** A run set going while this turn ran waits for its end. */
export async function tellWoken(tx: Tx, conversationId: string): Promise<void> {
  const woken = await tx.playbookRun.findMany({
    where: { conversationId, state: 'running', wokenBy: { not: null } },
    select: { wokenBy: true },
  });
  for (const { wokenBy } of woken)
    if (wokenBy) await recordEvent(tx, 'turn.due', { conversationId, messageId: wokenBy });
}
