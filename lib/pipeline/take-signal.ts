import { appendMessage } from '../conversations/append-message';
import { lockConversation } from '../conversations/lock-conversation';
import { recordEvent } from '../events/record-event';
import { evaluateExpression } from '../governance/evaluate-expression';
import type { ReleasedPlaybook } from '../governance/playbook.schema';
import { readPlaybook, readReleased } from '../governance/read-released';
import { unseal } from '../platform/crypto';
import { db, inTransaction, type Prisma, type Tx } from '../platform/db';
import { newId } from '../platform/ids';
import type { Conversation, PlaybookRun, Signal } from '../platform/records';
import { mapTexts } from '../privacy/map-texts';
import { openVault } from '../privacy/open-vault';
import { readTokens } from '../privacy/read-tokens';
import { restoreText } from '../privacy/restore-text';
import { firstNameOf } from './name-customer';
import { fittingPlaybooks } from './planning/fitting-playbooks';
import { signalRecord } from './receive-signal';
import { type RunState, runStateSchema } from './run.schema';
import { wakeRun } from './wake-run';

type Data = Record<string, unknown>;

/**
 * Wakes the runs that wait for a signal, or starts the playbook it starts. Safe to run again: a run that went on waits no
 * more, and one that was started has the signal in its name.
 */
export async function takeSignal(signalId: string): Promise<void> {
  const signal = await db().signal.findUnique({ where: { id: signalId } });
  if (!signal?.sealed || !signal.customerId) return;
  const data = JSON.parse(unseal(signal.sealed, signalRecord(signal.id))) as Data;
  const woken = await wakeWaiting(signal, data);
  const started = woken ? false : await startFor(signal, signal.customerId, data);
  const taken = woken || started;
  // What nobody waited for yet may be waited for in a moment: it is kept until the clock drops it.
  await db().signal.update({
    where: { id: signal.id },
    data: { handledAt: new Date(), ...(taken ? { taken: true, sealed: null } : {}) },
  });
}

async function wakeWaiting({ name, customerId, conversationId }: Signal, data: Data): Promise<boolean> {
  const runs = await db().playbookRun.findMany({
    where: {
      state: 'waiting',
      signal: name,
      conversation: conversationId ? { id: conversationId } : { customerId: customerId! },
    },
    take: 100,
  });
  let woken = false;
  for (const run of runs) {
    if (!(await isMeant(run, data))) continue;
    if ((await wakeRun(run.id, { kind: 'signal', name, data })) !== 'gone') woken = true;
  }
  return woken;
}

/** The wait's `where` over what the run knows; one that cannot be evaluated is not meant. */
async function isMeant(run: PlaybookRun, event: Data): Promise<boolean> {
  const tokens = (await readTokens(db(), [run.conversationId])).get(run.conversationId) ?? {};
  const state = runStateSchema.safeParse(mapTexts(run.waiting, (text) => restoreText(text, tokens))).data;
  if (!state) return false;
  const playbook = await readPlaybook(state.playbook, state.version);
  const node = playbook?.definition.nodes[state.node];
  if (node?.kind !== 'wait' || node.until.kind !== 'event') return false;
  if (!node.until.where) return true;
  try {
    const scope = { ...state.values, slots: state.slots, event, now: new Date().toISOString() };
    return evaluateExpression(node.until.where, scope) === true;
  } catch {
    return false;
  }
}

/** The playbook this signal starts: in the open conversation the assistant has, or in a new one where they last wrote. */
async function startFor(signal: Signal, customerId: string, data: Data): Promise<boolean> {
  return inTransaction(async (tx) => {
    const last = await tx.conversation.findFirst({
      where: signal.conversationId ? { id: signal.conversationId } : { customerId, mergedIntoId: null },
      orderBy: [{ state: 'asc' }, { lastMessageAt: 'desc' }],
    });
    if (!last) return false; // nobody who never wrote has a channel
    const playbook = await startedBy(tx, signal.name, last);
    if (!playbook) return false;
    const runId = `signal:${signal.id}`;
    if (await tx.playbookRun.findUnique({ where: { runId } })) return true;
    const locked = await lockConversation(tx, last.id);
    const says = `${signal.name} came in`;
    if (locked.state === 'open' && locked.holder !== 'assistant') {
      await tellEvent(
        tx,
        locked,
        'did_not_go_on',
        `${says}; playbook ${playbook.key} does not begin while a person has the conversation`,
      );
      return true;
    }
    const conversation = locked.state === 'open' ? locked : await openAnew(tx, locked, playbook);
    await begin(tx, conversation, playbook, { runId, says, name: signal.name, data });
    return true;
  });
}

async function startedBy(tx: Tx, name: string, conversation: Conversation): Promise<ReleasedPlaybook | null> {
  const { playbooks } = await readReleased(conversation.id);
  const customer = await tx.customer.findUniqueOrThrow({ where: { id: conversation.customerId } });
  const channel = await tx.channel.findUniqueOrThrow({ where: { id: conversation.channelId } });
  const { number, verified, language } = conversation;
  const speaking = {
    customer: { name: customer.name, firstName: firstNameOf(customer.name), tier: customer.tier, email: null },
    conversation: { verified, channel: channel.kind, number, language: language ?? customer.language ?? 'en' },
  };
  const started = playbooks.filter(({ definition }) => definition.trigger.signals.includes(name));
  return fittingPlaybooks(started, speaking, evaluateExpression)[0] ?? null;
}

/** On the channel they last used, as well vouched for as they were there. */
async function openAnew(tx: Tx, last: Conversation, { definition }: ReleasedPlaybook): Promise<Conversation> {
  return tx.conversation.create({
    data: {
      id: newId(),
      customerId: last.customerId,
      channelId: last.channelId,
      verified: last.verified,
      language: last.language,
      gist: definition.name,
    },
  });
}

type Begun = { runId: string; says: string; name: string; data: Data };

async function begin(tx: Tx, conversation: Conversation, playbook: ReleasedPlaybook, begun: Begun): Promise<void> {
  const { key, version, definition } = playbook;
  const vault = await openVault(tx, conversation.id);
  const hide = (value: unknown) => mapTexts(value, (text) => vault.hide(text)) as Prisma.InputJsonValue;
  const state: RunState = {
    playbook: key,
    version,
    runId: begun.runId,
    node: '', // nothing has asked yet
    slots: {},
    values: {},
    looked: [],
    acts: [],
    taken: {},
    stack: [],
    asked: 0,
    intent: definition.trigger.intents[0] ?? 'unknown',
    wish: definition.wants,
    trusted: true,
  };
  const passed = hide({ kind: 'signal', name: begun.name, data: begun.data });
  await vault.keep();
  const messageId = await tellEvent(tx, conversation, 'went_on', `${begun.says}; playbook ${key} begins`);
  await tx.playbookRun.create({
    data: {
      runId: begun.runId,
      playbook: key,
      version,
      conversationId: conversation.id,
      state: 'running',
      node: definition.start,
      waiting: state as unknown as Prisma.InputJsonValue,
      passed,
      wokenBy: messageId,
    },
  });
  await recordEvent(tx, 'turn.due', { conversationId: conversation.id, messageId });
}

async function tellEvent(tx: Tx, { id, channelId }: Conversation, name: string, text: string): Promise<string> {
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

const keptHours = 24;

/** What nobody waited for within a day is forgotten; that it came is kept for a month, so that its key is known. */
export async function dropSignals(): Promise<void> {
  const before = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  await db().signal.updateMany({
    where: { sealed: { not: null }, handledAt: { lt: before(keptHours) } },
    data: { sealed: null },
  });
  await db().signal.deleteMany({ where: { handledAt: { lt: before(30 * keptHours) } } });
}
