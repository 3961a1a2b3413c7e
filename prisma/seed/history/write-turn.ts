import type { Story } from './invent-history';
import { after, type Ids, idAt, type Rows, secondMs } from './rows';

/** The assistant's turn, what it cost, and what was found where somebody looked. */
export function writeTurn(story: Story, ids: Ids & { askedId: string; answeredAt: Date }, rows: Rows): void {
  const { at, turn, people, subject, language } = story;
  const { id, turnId, askedId, answeredAt } = ids;
  rows.turns.push({
    ...{ id: turnId, conversationId: id, number: 1, messageId: askedId, status: 'saved', workflowId: `past-${turnId}` },
    ...{ outcome: people ? 'handed_over' : 'replied', tier: people ? 'escalated' : turn.tier, language },
    ...{ intents: [{ intent: subject.intent, confidence: turn.confidence }], confidence: turn.confidence },
    ...{ costMicros: turn.micros, startedAt: after(at, secondMs), endedAt: answeredAt },
  });
  if (turn.verdict && !people) {
    const decidedAt = after(answeredAt, 6 * 3_600 * secondMs);
    rows.reviews.push({
      ...{ id: idAt(answeredAt), turnId, confidence: turn.confidence, verdict: turn.verdict, state: 'done' },
      ...{ createdAt: answeredAt, decidedAt },
    });
  }
  if (turn.micros > 0) {
    rows.calls.push({
      ...{
        id: idAt(at),
        turnId,
        conversationId: id,
        step: 'compose',
        role: 'small',
        provider: 'small',
        host: 'models.example',
      },
      ...{ model: 'small', why: 'the local engine was not sure', costMicros: turn.micros, tookMs: turn.ms },
      ...{
        inputTokens: Math.round(turn.micros / 2),
        outputTokens: Math.round(turn.micros / 12),
        sent: [],
        sentBytes: 0,
        at,
      },
    });
  }
}

/** What it did in the shop. */
export function writeAction(story: Story, ids: Ids & { customerId: string }, rows: Rows): void {
  const { at, subject, turn, action } = story;
  rows.actions.push({
    ...{
      id: idAt(at),
      key: `past-${ids.turnId}`,
      conversationId: ids.id,
      turnId: ids.turnId,
      customerId: ids.customerId,
    },
    ...{
      connectorKey: 'northline',
      tool: subject.tool!,
      args: {},
      says: subject.answer.split('.')[0]!,
      status: action!,
    },
    ...{ effect: 'allow', createdAt: at, startedAt: at, endedAt: after(at, turn.ms) },
  });
}
