import { appendMessage } from '../conversations/append-message';
import { lockConversation } from '../conversations/lock-conversation';
import { recordEvent } from '../events/record-event';
import { db, inTransaction, Prisma, type Tx } from '../platform/db';
import type { Conversation, PlaybookRun } from '../platform/records';
import { mapTexts } from '../privacy/map-texts';
import { openVault } from '../privacy/open-vault';
import type { Passed } from './run.schema';

/** `later`: a turn runs, or the customer was just asked something; it is looked at again by the clock. */
export type Woken = 'woken' | 'later' | 'noted' | 'gone';

const againMs = 2_000;
/** Whoever was just asked something answers that first: a yes must never meet another question. */
const answeringMs = 10 * 60_000;

/**
 * Sets a waiting run going without a message of the customer. Of two at once one is heard. Where a person has the
 * conversation, or it is closed, the run ends with a note: nobody is talked over.
 */
export async function wakeRun(id: string, passed: Passed, event?: { messageId: string }): Promise<Woken> {
  return inTransaction(async (tx) => {
    const found = await tx.playbookRun.findUnique({ where: { id }, select: { conversationId: true } });
    if (!found) return 'gone';
    const conversation = await lockConversation(tx, found.conversationId);
    return wakeLocked(tx, conversation, id, passed, event);
  });
}

/** The same under the caller's lock on the conversation. `event` is a message that says already what happened. */
export async function wakeLocked(
  tx: Tx,
  conversation: Conversation,
  id: string,
  passed: Passed,
  event?: { messageId: string },
): Promise<Woken> {
  const run = await tx.playbookRun.findUniqueOrThrow({ where: { id } });
  if (run.state !== 'waiting') return 'gone';
  if (conversation.holder !== 'assistant' || conversation.state !== 'open') {
    await leaveNote(tx, conversation, run, passed);
    return 'noted';
  }
  const vault = await openVault(tx, conversation.id);
  const kept = mapTexts(passed, (text) => vault.hide(text)) as unknown as Prisma.InputJsonValue;
  await vault.keep();
  if (await isBusy(tx, conversation, run)) {
    await tx.playbookRun.update({ where: { id }, data: { passed: kept, dueAt: new Date(Date.now() + againMs) } });
    return 'later';
  }
  const messageId = event?.messageId ?? (await appendEvent(tx, conversation, 'went_on', sayPassed(run, passed)));
  await tx.playbookRun.update({
    where: { id },
    data: { state: 'running', passed: kept, dueAt: null, wokenBy: messageId },
  });
  // The question it may have waited with is not open any more.
  if (run.waitsFor === 'customer')
    await tx.conversation.update({ where: { id: conversation.id }, data: { waitingFor: Prisma.DbNull } });
  await recordEvent(tx, 'turn.due', { conversationId: conversation.id, messageId });
  return 'woken';
}

async function isBusy(tx: Tx, conversation: Conversation, run: PlaybookRun): Promise<boolean> {
  const turn = await tx.turn.findFirst({ where: { conversationId: conversation.id, status: 'running' } });
  if (turn) return true;
  const asked = conversation.waitingFor as { runId?: string } | null;
  const fresh = Date.now() - conversation.lastMessageAt.getTime() < answeringMs;
  return asked !== null && asked.runId !== run.runId && fresh;
}

async function leaveNote(tx: Tx, conversation: Conversation, run: PlaybookRun, passed: Passed): Promise<void> {
  const held =
    conversation.state === 'open' ? 'while a person has the conversation' : 'after the conversation was closed';
  await appendEvent(tx, conversation, 'did_not_go_on', `${sayPassed(run, passed)}; nothing goes on ${held}`);
  await tx.playbookRun.update({
    where: { id: run.id },
    data: {
      state: conversation.state === 'open' ? 'handed_over' : 'left',
      endedAt: new Date(),
      waiting: Prisma.DbNull,
      passed: Prisma.DbNull,
      dueAt: null,
      signal: null,
      actionKey: null,
    },
  });
}

async function appendEvent(tx: Tx, { id, channelId }: Conversation, name: string, text: string): Promise<string> {
  const message = await appendMessage(tx, {
    conversationId: id,
    channelId,
    author: 'system',
    kind: 'event',
    text,
    event: { name },
  });
  return message.id;
}

function sayPassed(run: PlaybookRun, passed: Passed): string {
  const what = `Playbook ${run.playbook}`;
  switch (passed.kind) {
    case 'due':
      return `${what}: the time it waited for has come`;
    case 'timeout':
      return `${what}: what it waited for did not come in time`;
    case 'signal':
      return `${what}: ${passed.name} came in`;
    case 'approved':
      return `${what}: it was agreed to and done`;
    case 'refused':
      return `${what}: ${passed.says}`;
  }
}

const most = 100;
const stuckMs = 60_000;

/**
 * Wakes the runs whose time has come, by the database's clock; each is looked at again under its lock, so that twice is
 * once. One that was set going and whose turn never began is told of again.
 */
export async function wakeDueRuns(): Promise<void> {
  const due = await db().$queryRaw<{ id: string; waitsFor: string | null; passed: Passed | null }[]>`
    SELECT id::text, "waitsFor", passed FROM "PlaybookRun"
    WHERE state = 'waiting' AND "dueAt" <= clock_timestamp() ORDER BY "dueAt" LIMIT ${most}`;
  for (const { id, waitsFor, passed } of due)
    await wakeRun(id, passed ?? { kind: waitsFor === 'time' ? 'due' : 'timeout' });
  const stuck = await db().playbookRun.findMany({
    where: { state: 'running', wokenBy: { not: null }, updatedAt: { lt: new Date(Date.now() - stuckMs) } },
    take: most,
  });
  for (const run of stuck) await inTransaction((tx) => tellAgain(tx, run));
}

async function tellAgain(tx: Tx, run: PlaybookRun): Promise<void> {
  const begun = await tx.turn.findUnique({ where: { messageId: run.wokenBy! } });
  if (begun?.status === 'running') return;
  const told = await tx.playbookRun.updateMany({
    where: { id: run.id, state: 'running', updatedAt: run.updatedAt },
    data: begun ? { state: 'handed_over', endedAt: new Date() } : { updatedAt: new Date() },
  });
  if (told.count > 0 && !begun)
    await recordEvent(tx, 'turn.due', { conversationId: run.conversationId, messageId: run.wokenBy! });
}
