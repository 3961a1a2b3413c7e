import { appendEvent } from '../conversations/append-event';
import { appendMessage } from '../conversations/append-message';
import { lockConversation } from '../conversations/lock-conversation';
import { notifyPerson } from '../conversations/notify-person';
import { offerWriting } from '../conversations/offer-writing';
import { recordEvent } from '../events/record-event';
import { decideAction } from '../governance/decide-action';
import { readAssistantSwitch } from '../governance/read-assistant-switch';
import { readReleased } from '../governance/read-released';
import { db, inTransaction, type Tx } from '../platform/db';
import type { Action, Conversation } from '../platform/records';
import { openRegistry } from '../tools/find-tool';
import { sumLedger } from '../tools/propose-action';
import { readWhose } from '../tools/read-whose';
import { type ActionOutcome, runAction } from '../tools/run-action';
import { nobody } from '../tools/tool.schema';
import { isAbove } from '../tools/who-decides';
import { policyFor, readFacts } from './act-under-policy';
import { compensates } from './compensate-action';
import { acknowledgeHandoff } from './handoff/acknowledge';
import { writeHandoff } from './handoff/write-handoff';
import { firstNameOf } from './name-customer';
import type { HandoffNeed } from './plan.schema';
import { saveHandoff } from './save-handoff';
import { wakeLocked } from './wake-run';

/**
 * Goes on after an approval: decides again on fresh facts (a rule may have changed, the order too), carries it out once,
 * and tells the customer. Safe to run again at any point.
 */
export async function resumeAction(actionId: string): Promise<void> {
  const action = await db().action.findUniqueOrThrow({ where: { id: actionId }, include: { conversation: true } });
  if (action.status === 'approved') {
    const denied = await decideAgain(action, action.conversation);
    if (denied)
      await db().action.updateMany({
        where: { id: actionId, status: 'approved' },
        data: { status: 'failed', error: 'denied', reason: denied, endedAt: new Date() },
      });
  }
  const outcome = await runAction(actionId);
  await tellOutcome(outcome);
}

/** Null when it still may be done, else why not. An approval overrides what asked for it, never a rule that denies. */
async function decideAgain(action: Action, conversation: Conversation): Promise<string | null> {
  const { policies } = await readReleased(conversation.id);
  const customer = await db().customer.findUniqueOrThrow({ where: { id: action.customerId } });
  const policy = policyFor(policies, `${action.connectorKey}:${action.tool}`, await openRegistry());
  const own = conversation.verified ? await readWhose(action.customerId) : nobody;
  const args = action.args as Record<string, unknown>;
  const actor = {
    conversationId: action.conversationId,
    turnId: action.turnId,
    customerId: action.customerId,
    whose: { ...own, named: { connector: action.connectorKey, subject: action.subject } },
    known: true,
    tier: customer.tier,
    verified: conversation.verified,
    trusted: true,
  };
  const facts = await readFacts(policy, { tool: action.tool, args }, actor, action.subject);
  if (facts === null) return 'the shop did not answer when the rules were checked again';
  const ledger = await sumLedger(db(), action);
  const first = action.compensatesId
    ? await db().action.findUniqueOrThrow({ where: { id: action.compensatesId } })
    : null;
  const votes = await db().approval.findMany({
    where: { actionId: action.id, decision: 'approve' },
    select: { personId: true },
  });
  const now = new Date().toISOString();
  const decide = (approvedBy: string | null) =>
    decideAction(policy, {
      action: {
        tool: action.tool,
        args,
        ...(first ? { compensates: compensates(first, action.askedById ? 'person' : 'playbook') } : {}),
      },
      facts,
      customer: { id: action.subject, tier: customer.tier },
      conversation: {
        verified: conversation.verified,
        confirmed: true,
        approvedBy,
        approvals: approvedBy === null ? [] : votes.map(({ personId }) => personId),
        trusted: true,
      },
      ledger,
      now,
    });
  // Fresh facts may bring up a rule that asks higher than the one somebody agreed to.
  const asked = decide(null);
  if (asked.effect === 'needs_approval' && isAbove(asked.approvers, action.approvers))
    return `the rules now ask for ${asked.approvers}: ${asked.agent}`;
  const decision = decide(action.decidedBy);
  return decision.effect === 'allow' ? null : decision.agent;
}

async function tellOutcome(outcome: ActionOutcome): Promise<void> {
  const { action } = outcome;
  await inTransaction(async (tx) => {
    const conversation = await lockConversation(tx, action.conversationId);
    const told = await tx.message.findFirst({
      where: {
        conversationId: conversation.id,
        AND: [
          { event: { path: ['actionId'], equals: action.id } },
          // What takes something back may be tried again after it failed: each try is told.
          ...(action.compensatesId ? [{ event: { path: ['attempt'], equals: action.attempts } }] : []),
        ],
      },
    });
    if (told) return; // an earlier run got this far
    await recordEvent(tx, 'action.changed', { conversationId: conversation.id, actionId: action.id });
    if (action.compensatesId) await tellTakenBack(tx, conversation, outcome);
    else if (outcome.kind === 'succeeded') await tellDone(tx, conversation, action);
    else
      await tellFailed(
        tx,
        conversation,
        action,
        outcome.kind === 'failed' ? outcome.message || outcome.code : 'the shop did not say whether it happened',
      );
  });
}

/** The assistant says it while it holds the conversation; a person who holds it reads it and says it themselves. */
async function tellDone(tx: Tx, conversation: Conversation, action: Action): Promise<void> {
  const about = { conversationId: conversation.id, channelId: conversation.channelId, turnId: null };
  const done = await appendMessage(tx, {
    ...about,
    author: 'system',
    kind: 'event',
    text: `Done after approval: ${action.says}`,
    event: { name: 'action_done', actionId: action.id },
  });
  const run = await waitingRun(tx, action);
  if (run) {
    const value = (action.result ?? {}) as Record<string, unknown>;
    await wakeLocked(tx, conversation, run.id, { kind: 'approved', value }, { messageId: done.id });
    return;
  }
  const held = conversation.holder === 'assistant' && conversation.state === 'open';
  const { answers } = await readAssistantSwitch(tx);
  if (held && !answers)
    await passToPeople(tx, conversation, action, {
      reason: 'switched_off',
      stopped: `${action.says} was approved and done. The assistant is switched off, so the customer has not heard of it.`,
      missing: [],
      suggestion: action.tells ? { text: 'Tell the customer that it is done', draft: action.tells } : null,
    });
  if (held && answers)
    await appendMessage(tx, { ...about, author: 'assistant', text: action.tells ?? `${action.says}: done.` });
}

/** What a person took back they tell the customer themselves: the sentence lies ready where they write. */
async function tellTakenBack(tx: Tx, conversation: Conversation, outcome: ActionOutcome): Promise<void> {
  const { action } = outcome;
  const more = { actionId: action.id, attempt: action.attempts };
  const personId = action.askedById;
  const what = action.says.replace(/^Take back: /, '');
  if (outcome.kind === 'succeeded') {
    await appendEvent(tx, conversation, { name: 'taken_back', says: `Taken back: ${what}`, more });
    const { id: conversationId, customerId } = conversation;
    if (personId && action.tells) await offerWriting(tx, { conversationId, customerId, personId }, action.tells);
    return;
  }
  const why = outcome.kind === 'failed' ? outcome.message || outcome.code : 'the shop did not say whether it happened';
  await appendEvent(tx, conversation, { name: 'action_failed', says: `Not taken back: ${what} (${why})`, more });
  if (personId)
    await notifyPerson(tx, {
      personId,
      kind: 'failed',
      conversationId: conversation.id,
      says: `Not taken back: ${why}`,
    });
}

async function tellFailed(tx: Tx, conversation: Conversation, action: Action, why: string): Promise<void> {
  await appendMessage(tx, {
    conversationId: conversation.id,
    channelId: conversation.channelId,
    author: 'system',
    kind: 'event',
    text: `Approved, but not done: ${action.says} (${why})`,
    event: { name: 'action_failed', actionId: action.id },
  });
  await tx.playbookRun.updateMany({
    where: { actionKey: action.key, state: 'waiting' },
    data: { state: 'handed_over', endedAt: new Date() },
  });
  await passToPeople(tx, conversation, action, {
    reason: 'tool_failed',
    stopped: `${action.says} was approved, but ${why}.`,
    missing: [],
    suggestion: null,
  });
}

/** The run of a playbook that waits for this action and goes on with what became of it. */
const waitingRun = (tx: Tx, { key }: Action) =>
  tx.playbookRun.findFirst({ where: { actionKey: key, state: 'waiting' }, select: { id: true } });

/** A refused approval goes to people, with the reason: an adverse decision is told by a person. */
export async function passRefused(actionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const action = await tx.action.findUniqueOrThrow({ where: { id: actionId } });
    const conversation = await lockConversation(tx, action.conversationId);
    // The customer did not ask for it to be taken back, and hears nothing of it.
    if (action.compensatesId) return;
    const expired = action.status === 'expired';
    const says = expired
      ? `${action.says}: nobody decided in time.`
      : `${action.says} was refused: ${action.reason ?? 'no reason given'}`;
    const run = await waitingRun(tx, action);
    if (run) {
      await wakeLocked(tx, conversation, run.id, { kind: 'refused', says });
      return;
    }
    await passToPeople(tx, conversation, action, {
      reason: 'approval_refused',
      stopped: says,
      missing: [],
      suggestion: null,
    });
  });
}

async function passToPeople(tx: Tx, conversation: Conversation, action: Action, need: HandoffNeed): Promise<void> {
  if (conversation.holder !== 'assistant' || conversation.state !== 'open') return;
  const customer = await tx.customer.findUniqueOrThrow({ where: { id: conversation.customerId } });
  const language = conversation.language ?? 'en';
  await appendMessage(tx, {
    conversationId: conversation.id,
    channelId: conversation.channelId,
    author: 'assistant',
    text: acknowledgeHandoff({ language, asked: false, failed: false }),
  });
  const handoff = writeHandoff({
    parts: [],
    need,
    asked: conversation.gist,
    customer: {
      name: customer.name,
      firstName: firstNameOf(customer.name),
      verified: conversation.verified,
      tier: customer.tier,
    },
    heldBack: null,
    facts: [],
  });
  const tried = [{ what: action.says, ok: false }];
  const intent = conversation.intent
    ? await tx.intent.findUnique({ where: { key: conversation.intent }, select: { teamKey: true } })
    : null;
  await saveHandoff(tx, conversation.id, {
    ...handoff,
    tried,
    turnId: null,
    teamKey: intent?.teamKey ?? null,
    sentiment: conversation.sentiment,
    language,
    confidence: conversation.confidence,
  });
}
