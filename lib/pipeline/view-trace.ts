import type { PersonActor } from '../auth/permissions';
import { findVisible } from '../conversations/list-conversations';
import { viewMessages } from '../conversations/view-messages';
import { describeCalls } from '../models/describe-calls';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Action, Turn } from '../platform/records';
import { restoreFor } from '../privacy/restore-for';
import type { StepView, ToolCallView, TurnTrace } from './turn.schema';

/** One turn as it was: stages, calls, decisions, and why it was so sure. Throws `not_found` for what this person may not see. */
export async function viewTrace(person: PersonActor, turnId: string): Promise<TurnTrace> {
  const missing = new AppError('not_found', 'There is no such turn.');
  if (!isId(turnId)) throw missing;
  const turn = await db().turn.findUnique({
    where: { id: turnId },
    include: {
      steps: { orderBy: { position: 'asc' } },
      actions: { orderBy: { createdAt: 'asc' } },
      conversation: { include: { customer: true } },
    },
  });
  if (!turn) throw missing;
  const { conversation } = turn;
  await findVisible(person, conversation.id);
  const [restore, modelCalls] = await Promise.all([restoreFor(person, [conversation.id]), describeCalls(turn.id)]);
  const reply =
    (await viewMessages([conversation.id], restore, { turnId })).messages.find(
      (message) => message.author === 'assistant',
    ) ?? null;
  const redaction = turn.steps.find((step) => step.stage === 'Redaction')?.gave as
    | { text?: string; placeholders?: string[]; destroyed?: string[] }
    | undefined;
  const versions = turn.versions as { playbooks?: string[]; policies?: string[]; intents?: string };
  const tookMs = turn.endedAt ? turn.endedAt.getTime() - turn.startedAt.getTime() : null;
  return {
    id: turn.id,
    number: turn.number,
    conversation: {
      id: conversation.id,
      number: conversation.number,
      gist: restore(conversation.id, conversation.gist),
      customer: conversation.customer.name,
    },
    status: turn.status,
    outcome: turn.outcome,
    tier: turn.tier,
    headline: headlineOf(turn, conversation.customer.name, tookMs),
    asked: redaction?.text ?? '',
    startedAt: turn.startedAt.toISOString(),
    tookMs,
    costMicros: turn.costMicros,
    confidence: turn.confidence,
    why: turn.why,
    parts: turn.parts as TurnTrace['parts'],
    steps: turn.steps.map(({ turnId: _, ...step }) => step as StepView),
    calls: turn.calls as ToolCallView[],
    decisions: turn.actions.filter((action) => action.effect !== null).map(decisionOf),
    modelCalls,
    egress: {
      left: modelCalls.some(({ left }) => left),
      replaced: redaction?.placeholders ?? [],
      destroyed: redaction?.destroyed ?? [],
    },
    versions: [
      { what: 'Playbook', version: versions.playbooks?.join(', ') || 'none' },
      { what: 'Policy', version: versions.policies?.join(', ') || 'none' },
      { what: 'Intents', version: versions.intents ?? 'none' },
      { what: 'Engine', version: turn.engine },
    ],
    reply,
  };
}

function headlineOf(turn: Turn, name: string, tookMs: number | null): string {
  const who = name.includes('@') ? 'the customer' : (name.split(' ')[0] ?? name);
  const took = tookMs === null ? '' : ` in ${(tookMs / 1000).toFixed(2)} seconds`;
  switch (turn.outcome) {
    case 'replied':
      return `The assistant answered ${who}${took}.`;
    case 'asked':
      return `The assistant asked ${who} back${took}.`;
    case 'approval_requested':
      return `The assistant may not do this alone, so it asked a colleague and told ${who}${took}.`;
    case 'handed_over':
      return turn.status === 'failed'
        ? `The turn failed, so ${who} was passed on to people.`
        : `The assistant passed ${who} on to people${took}.`;
    case 'superseded':
      return `Somebody else spoke, or ${who} wrote more, so the assistant said nothing.`;
    case null:
      return 'The assistant is working on it.';
  }
}

function decisionOf(action: Action): TurnTrace['decisions'][number] {
  const findings = action.findings as { cel?: string; says?: string };
  const { shows = [] } = action.facts as { shows?: { label: string; value: string }[] };
  return {
    tool: action.tool,
    effect: action.effect as 'allow' | 'deny' | 'needs_approval',
    policy: action.policy ?? 'none',
    version: action.policyVersion ?? 0,
    rule: action.rule ?? 'no rule',
    says: findings.says ?? '',
    cel: findings.cel ?? '',
    facts: shows.map(({ label, value }) => ({ name: label, value, from: action.connectorKey })),
  };
}
