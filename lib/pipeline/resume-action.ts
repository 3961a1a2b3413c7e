import { appendMessage } from '../conversations/append-message';
import { lockConversation } from '../conversations/lock-conversation';
import { recordEvent } from '../events/record-event';
import { decideAction } from '../governance/decide-action';
import { readReleased } from '../governance/read-released';
import { db, inTransaction, type Tx } from '../platform/db';
import type { Action, Conversation } from '../platform/records';
import { sumLedger } from '../tools/propose-action';
import { type ActionOutcome, runAction } from '../tools/run-action';
import { policyFor, readFacts } from './act-under-policy';
import { acknowledgeHandoff } from './handoff/acknowledge';
import { writeHandoff } from './handoff/write-handoff';
import { firstNameOf } from './name-customer';
import type { HandoffNeed } from './plan.schema';
import { saveHandoff } from './save-handoff';

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
  const { policies } = await readReleased();
  const customer = await db().customer.findUniqueOrThrow({ where: { id: action.customerId } });
  const policy = policyFor(policies, action.tool);
  const args = action.args as Record<string, unknown>;
  const actor = {
    conversationId: action.conversationId,
    turnId: action.turnId,
    customerId: action.customerId,
    connector: action.connectorKey,
    subject: action.subject,
    tier: customer.tier,
    verified: conversation.verified,
    trusted: true,
  };
  const facts = await readFacts(policy, args, actor);
  if (facts === null) return 'the shop did not answer when the rules were checked again';
  const ledger = await sumLedger(db(), action);
  const decision = decideAction(policy, {
    action: { tool: action.tool, args },
    facts,
    customer: { tier: customer.tier },
    conversation: { verified: conversation.verified, confirmed: true, approvedBy: action.decidedBy, trusted: true },
    ledger,
    now: new Date().toISOString(),
  });
  return decision.effect === 'allow' ? null : decision.agent;
}

async function tellOutcome(outcome: ActionOutcome): Promise<void> {
  const { action } = outcome;
  await inTransaction(async (tx) => {
    const conversation = await lockConversation(tx, action.conversationId);
    const told = await tx.message.findFirst({
      where: { conversationId: conversation.id, event: { path: ['actionId'], equals: action.id } },
    });
    if (told) return; // an earlier run got this far
    await recordEvent(tx, 'action.changed', { conversationId: conversation.id, actionId: action.id });
    if (outcome.kind === 'succeeded') await tellDone(tx, conversation, action);
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
  await appendMessage(tx, {
    ...about,
    author: 'system',
    kind: 'event',
    text: `Done after approval: ${action.says}`,
    event: { name: 'action_done', actionId: action.id },
  });
  const speaks = conversation.holder === 'assistant' && conversation.state === 'open';
  if (speaks) await appendMessage(tx, { ...about, author: 'assistant', text: action.tells ?? `${action.says}: done.` });
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
  await passToPeople(tx, conversation, action, {
    reason: 'tool_failed',
    stopped: `${action.says} was approved, but ${why}.`,
    missing: [],
    suggestion: null,
  });
}

/** A refused approval goes to people, with the reason: an adverse decision is told by a person. */
export async function passRefused(actionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const action = await tx.action.findUniqueOrThrow({ where: { id: actionId } });
    const conversation = await lockConversation(tx, action.conversationId);
    const expired = action.status === 'expired';
    await passToPeople(tx, conversation, action, {
      reason: 'approval_refused',
      stopped: expired
        ? `${action.says}: nobody decided in time.`
        : `${action.says} was refused: ${action.reason ?? 'no reason given'}`,
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
