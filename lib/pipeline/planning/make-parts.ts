import type { Action } from '../../platform/records';
import type { ActionOutcome } from '../../tools/run-action';
import { blankPart } from '../blank-part';
import type { Answer, HandoffNeed, Part, Wish } from '../plan.schema';

const blankOf = (wish: Wish, wants: string): Part =>
  blankPart({ intent: wish.intent, wants, team: null }, wish.probability);

export function handoffPart(wish: Wish, need: HandoffNeed, wants: string): Part {
  return { ...blankOf(wish, wants), kind: 'handoff', handoff: need };
}

/** A grounded answer in the articles' own sentences, or a handoff that says that nothing carried one. */
export function answerPart(wish: Wish, answer: Answer, wants: string): Part {
  if (answer.kind === 'none') {
    const understood = wish.intent !== 'unknown';
    const article = answer.unwritten ? `article in ${nameOfLanguage(answer.unwritten)}` : 'article';
    return {
      ...handoffPart(
        wish,
        {
          reason: understood ? 'no_answer' : 'not_understood',
          stopped: understood
            ? `No ${article} carries an answer to this question.`
            : `It is none of the known requests, and no ${article} carries an answer.`,
          missing: [],
          suggestion: null,
        },
        wants,
      ),
      tried: [{ what: 'Searched the articles', ok: false }],
      scores: { understanding: wish.probability, evidence: answer.support, tools: 1 },
    };
  }
  const text = answer.sentences.map((sentence) => sentence.text).join(answer.joint);
  return {
    ...blankOf(wish, wants),
    text,
    sources: answer.sources,
    evidence: [text],
    claims: answer.sentences.map((sentence) => ({
      text: sentence.text,
      source: titleOf(answer, sentence.passageId),
      supported: true,
    })),
    tried: [
      { what: `Found ${answer.sources.length === 1 ? 'an article' : `${answer.sources.length} articles`}`, ok: true },
    ],
    // What an open question is about need not be one of the intents: the passage that carries the answer shows it was understood.
    scores: {
      understanding: Math.max(answer.support, wish.intent === 'unknown' ? 0 : wish.probability),
      evidence: answer.support,
      tools: 1,
    },
  };
}

const nameOfLanguage = (tag: string): string =>
  new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(tag) ?? tag;

function titleOf(answer: Extract<Answer, { kind: 'answer' }>, passageId: string): string {
  return answer.sources.find((source) => passageId.startsWith(source.articleId))?.title ?? '';
}

/** Two things it could mean: asked once, in the customer's reach. */
export function choicePart(wish: Wish, options: { intent: string; name: string }[]): Part {
  const [first, second] = options;
  return {
    ...blankOf(wish, options.map((one) => one.name).join(' or ')),
    kind: 'ask',
    text: `I want to be sure I understand: is this about “${first?.name.toLowerCase()}” or “${second?.name.toLowerCase()}”?`,
    waiting: { kind: 'choice', options, wish: wish.text },
    scores: { understanding: 0.85, evidence: 1, tools: 1 },
  };
}

/** What a turn that died after acting tells: the ledger's word, not a new plan. */
export function settledPart(
  intent: string,
  probability: number,
  action: Action,
  outcome: ActionOutcome | { kind: 'waiting' },
): Part {
  const base: Part = {
    ...blankPart({ intent, wants: action.says, team: null }, probability),
    evidence: [action.says, action.tells ?? '', action.saysCustomer ?? ''],
    acted: true,
  };
  switch (outcome.kind) {
    case 'succeeded':
      return { ...base, text: action.tells ?? `${action.says}: done.`, tried: [{ what: action.says, ok: true }] };
    case 'waiting':
      return {
        ...base,
        kind: 'approval',
        text: action.saysCustomer ?? 'A colleague has to agree to this first.',
        tried: [{ what: `${action.says}: waits for approval`, ok: true }],
      };
    case 'failed':
    case 'unknown': {
      const why =
        outcome.kind === 'failed'
          ? `${action.says} failed: ${outcome.message || outcome.code}.`
          : `${action.says}: the shop did not say whether it happened.`;
      return {
        ...base,
        kind: 'handoff',
        tried: [{ what: action.says, ok: false }],
        handoff: { reason: 'tool_failed', stopped: why, missing: [], suggestion: null },
        scores: { ...base.scores, tools: 0.3 },
      };
    }
  }
}
