import { appendMessage } from '../conversations/append-message';
import { lockConversation } from '../conversations/lock-conversation';
import { moveConversation } from '../conversations/move-conversation';
import { recordEvent } from '../events/record-event';
import type { Released } from '../governance/read-released';
import { inTransaction, Prisma, type Tx } from '../platform/db';
import { newId } from '../platform/ids';
import type { Conversation, Outcome } from '../platform/records';
import { cutRedacted } from '../privacy/cut-redacted';
import { openVault } from '../privacy/open-vault';
import type { RunningTurn } from './begin-turn';
import type { Composed } from './compose-turn';
import type { TierDecision } from './deciding/decide-tier';
import { type Summary, writeHandoff } from './handoff/write-handoff';
import { type Hide, hideKept } from './hide-kept';
import { firstNameOf } from './name-customer';
import { needOf } from './need-of-turn';
import type { CheckResult, HandoffNeed, Part } from './plan.schema';
import { intentStamp } from './read-intent-model';
import type { Trail } from './record-trail';
import type { RedactedTurn } from './redact-turn';
import { saveHandoff } from './save-handoff';
import { saveRuns, standBackRuns, tellWoken } from './save-runs';
import type { ToolCallView } from './turn.schema';
import type { Understanding } from './understanding/understanding.schema';

export type TurnResult = {
  engine: string;
  running: RunningTurn;
  redacted: RedactedTurn;
  understood: Understanding;
  parts: Part[];
  composed: Composed;
  check: CheckResult;
  decided: TierDecision;
  released: Released;
  calls: ToolCallView[];
  trail: Trail;
  /** Of a model, for who takes over. */
  summary: Summary | null;
  costMicros: number;
  now: Date;
};

/**
 * Ends the turn in one transaction under the conversation's lock: "still running, still held by the assistant, still the
 * latest message". What does not hold any more is not said: a person who took over is never talked over, and a newer
 * message gets a turn of its own. Only what was already done outside is told in any case.
 */
export async function saveTurn(result: TurnResult): Promise<void> {
  await inTransaction(async (tx) => {
    const { running, parts } = result;
    const conversation = await lockConversation(tx, running.conversation.id);
    const turn = await tx.turn.findUniqueOrThrow({ where: { id: running.turn.id } });
    if (turn.status !== 'running') return; // a frozen process thawed: another one has ended this turn

    const acted = parts.some((part) => part.acted || part.kind === 'approval');
    const answered = running.woken ? running.conversation.lastMessageId : turn.messageId;
    const newer = conversation.lastMessageId !== answered;
    const held = conversation.holder === 'assistant' && conversation.state === 'open';
    const outcome: Outcome =
      held && (acted || !newer)
        ? await speak(tx, conversation, result)
        : await standBack(tx, conversation, result, acted);

    if (outcome === 'superseded') await standBackRuns(tx, result, held, acted);
    result.trail.mark('Save and deliver', sayOutcome(outcome));
    await keepTurn(tx, result, outcome, await hideKept(tx, result));
    await (await openVault(tx, conversation.id)).keep();
    await recordEvent(tx, 'turn.finished', { conversationId: conversation.id, turnId: turn.id });
    if (newer && held && outcome !== 'handed_over' && conversation.lastMessageId) {
      await recordEvent(tx, 'turn.due', { conversationId: conversation.id, messageId: conversation.lastMessageId });
    }
    await tellWoken(tx, conversation.id);
  });
}

const sayOutcome = (outcome: Outcome): string =>
  outcome === 'superseded'
    ? 'Not sent: somebody else speaks, or more was written'
    : 'Still the latest message, still held; sent';

async function speak(tx: Tx, conversation: Conversation, result: TurnResult): Promise<Outcome> {
  const { running, parts, composed, decided, understood } = result;
  const need = needOf(result);
  const text = need ? composed.passing(need) : composed.reply;
  const { id: turnId } = running.turn;
  const sources = await sourcesOf(tx, parts, understood.language);
  const hidden = await hideKept(tx, result);
  const message = await appendMessage(tx, {
    conversationId: conversation.id,
    channelId: conversation.channelId,
    author: 'assistant',
    text: hidden(text),
    turnId,
    sources: need?.reason === 'low_confidence' ? [] : sources,
  });
  const lead = parts.find((part) => part.handoff) ?? parts[0];
  const waiting = need ? null : (parts.find((part) => part.waiting)?.waiting ?? null);
  await tx.conversation.update({
    where: { id: conversation.id },
    data: {
      gist: hidden(gistOf(result)),
      intent: lead && isSure(lead, result.released.tiers.reviewed) ? lead.intent : conversation.intent,
      language: understood.language,
      sentiment: understood.sentiment,
      confidence: decided.confidence,
      tier: need ? 'escalated' : decided.tier,
      waitingFor: waiting ? (hidden(waiting) as Prisma.InputJsonValue) : Prisma.DbNull,
      disclosedAt: conversation.disclosedAt ?? message.createdAt,
      priority: priorityOf(understood, conversation),
    },
  });

  await saveRuns(tx, result, need, hidden);

  if (need) {
    await passOn(tx, conversation, result, need);
    return 'handed_over';
  }
  if (decided.tier === 'reviewed') {
    const review = await tx.review.create({ data: { id: newId(), turnId, confidence: decided.confidence } });
    await recordEvent(tx, 'review.changed', { conversationId: conversation.id, reviewId: review.id });
  }
  if (parts.some((part) => part.closes)) {
    const locked = await tx.conversation.findUniqueOrThrow({ where: { id: conversation.id } });
    await moveConversation(tx, locked, {
      move: { kind: 'close' },
      actor: { kind: 'assistant', id: null },
      says: 'Solved: the customer confirmed it',
      data: { resolution: 'verified' },
    });
  }
  if (parts.some((part) => part.kind === 'approval')) return 'approval_requested';
  return waiting ? 'asked' : 'replied';
}

async function passOn(tx: Tx, conversation: Conversation, result: TurnResult, need: HandoffNeed): Promise<void> {
  const { running, redacted, parts, composed, decided, understood } = result;
  const { customer } = running;
  const lead = parts.find((part) => part.handoff) ?? parts[0];
  const handoff = writeHandoff({
    parts,
    need,
    asked: redacted.stored,
    customer: {
      name: customer.name,
      firstName: firstNameOf(customer.name),
      verified: conversation.verified,
      tier: customer.tier,
    },
    heldBack: need.reason === 'low_confidence' ? composed.reply : null,
    summary: result.summary,
    facts: knownFacts(result),
  });
  const team = lead?.team ?? (lead ? (result.released.intents.get(lead.intent)?.teamKey ?? null) : null);
  await saveHandoff(tx, conversation.id, {
    ...handoff,
    tokens: redacted.tokens,
    turnId: running.turn.id,
    teamKey: team,
    sentiment: understood.sentiment,
    language: understood.language,
    confidence: decided.confidence,
  });
}

function knownFacts({ understood }: TurnResult): string[] {
  const labels: Record<string, string> = {
    order: 'Order',
    amount: 'Amount',
    date: 'Date',
    email: 'Email',
    invoice: 'Invoice',
    months: 'Months',
    product: 'Product',
    plan: 'Plan',
    phone: 'Phone',
    tracking: 'Parcel',
    address: 'Address',
  };
  return understood.entities
    .filter((entity) => entity.sure >= 0.5)
    .map((entity) => `${labels[entity.kind]} ${entity.text}`);
}

/** Somebody else speaks now, or a newer message is to be answered: say nothing, but never hide what was done. */
async function standBack(
  tx: Tx,
  conversation: Conversation,
  { parts, running }: TurnResult,
  acted: boolean,
): Promise<Outcome> {
  if (acted) {
    await appendMessage(tx, {
      conversationId: conversation.id,
      channelId: conversation.channelId,
      author: 'system',
      kind: 'event',
      text: `The assistant had already done this when you took over: ${parts.flatMap((part) => part.tried.filter((one) => one.ok).map((one) => one.what)).join('; ')}`,
      turnId: running.turn.id,
      event: { name: 'done_before' },
    });
  }
  return 'superseded';
}

async function keepTurn(tx: Tx, result: TurnResult, outcome: Outcome, hidden: Hide): Promise<void> {
  const { running, understood, parts, check, decided, calls, trail } = result;
  const saidTier = outcome === 'handed_over' ? 'escalated' : decided.tier;
  const decisions = parts.flatMap((part) => part.decisions);
  await tx.turn.update({
    where: { id: running.turn.id },
    data: {
      status: outcome === 'superseded' ? 'superseded' : 'saved',
      outcome,
      engine: result.engine,
      costMicros: result.costMicros,
      tier: outcome === 'superseded' ? null : saidTier,
      language: understood.language,
      intents: understood.wishes.map(({ intent, probability }) => ({ intent, probability })),
      // Values behind placeholders stay out of the trace; a number or a date is needed to go on.
      entities: understood.entities.map((entity) => (entity.kind === 'order' ? entity : hidden(entity))),
      confidence: decided.confidence,
      parts: hidden(decided.parts),
      why: hidden(decided.why),
      versions: {
        playbooks: [...new Set(parts.flatMap(({ run }) => (run ? [`${run.playbook} v${run.version}`] : [])))],
        policies: [...new Set(decisions.map((one) => `${one.policy} v${one.version}`))],
        intents: intentStamp(),
      },
      calls: hidden(calls) as Prisma.InputJsonValue,
      claims: hidden(check.claims) as Prisma.InputJsonValue,
      endedAt: new Date(),
    },
  });
  await tx.turnStep.deleteMany({ where: { turnId: running.turn.id } });
  await tx.turnStep.createMany({
    data: trail.steps.map((step, index) => ({
      turnId: running.turn.id,
      position: index + 1,
      ...step,
      summary: hidden(step.summary),
      saw: hidden(step.saw ?? {}) as Prisma.InputJsonValue,
      gave: hidden(step.gave ?? {}) as Prisma.InputJsonValue,
    })),
  });
}

/** What the parts rest on. A playbook names articles without a language: the customer's is taken where there is one. */
async function sourcesOf(tx: Tx, parts: Part[], language: string) {
  const named = parts.flatMap((part) => part.named);
  const found =
    named.length > 0
      ? await tx.article.findMany({
          where: { slug: { in: named }, publishedAt: { not: null }, archivedAt: null, audience: { not: 'agents' } },
          orderBy: { createdAt: 'asc' },
        })
      : [];
  const bySlug = Map.groupBy(found, ({ slug }) => slug);
  const articles = [...bySlug.values()].map(
    (variants) =>
      variants.find((one) => one.language === language) ??
      variants.find((one) => one.language === 'en') ??
      variants[0]!,
  );
  const all = [
    ...parts.flatMap((part) => part.sources),
    ...articles.map(({ id: articleId, slug, title, version, language: written }) => ({
      articleId,
      slug,
      title,
      version,
      language: written,
    })),
  ];
  return [...new Map(all.map((one) => [one.articleId, one])).values()];
}

/** A guess is no label: the list says what it is about only when the assistant would act on it. */
const isSure = (part: Part, reviewed: number): boolean =>
  part.intent !== 'unknown' && part.scores.understanding >= reviewed;

/** What the row in the list says: the wish, in the customer's own words. */
function gistOf({ running, redacted, parts }: TurnResult): string {
  const wish = parts.find((part) => part.handoff)?.wants || parts[0]?.wants;
  const words = redacted.stored.replace(/\s+/g, ' ').trim();
  if (running.conversation.gist !== '' && running.turn.number > 1 && parts.every((part) => part.kind !== 'handoff'))
    return running.conversation.gist;
  const text = words.length >= 12 || !wish ? words : wish;
  return cutRedacted(text, 80);
}

/** 1 urgent to 4 low. It is raised, never lowered, by what the customer says. */
function priorityOf(understood: Understanding, conversation: Conversation): number {
  const danger = understood.sensitive.some((one) => one.topic === 'self_harm' || one.topic === 'safety');
  const wanted = danger
    ? 1
    : understood.urgency >= 0.7 || understood.sentiment <= -0.6 || understood.sensitive.length > 0
      ? 2
      : 3;
  return Math.min(conversation.priority, wanted);
}
