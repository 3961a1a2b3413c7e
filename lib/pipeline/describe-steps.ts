import type { Reading } from '../governance/extract.schema';
import type { ModelRoute } from '../models/choose-model';
import type { RunningTurn } from './begin-turn';
import type { Composed } from './compose-turn';
import type { TierDecision } from './deciding/decide-tier';
import type { CheckResult, Part } from './plan.schema';
import type { Told } from './record-trail';
import type { RedactedTurn } from './redact-turn';
import type { Retrieval } from './retrieval/retrieve-passages';
import type { ToolCallView } from './turn.schema';
import type { Understanding } from './understanding/understanding.schema';

/** Each stage in one line for the trace, and what it gave, redacted. */
const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
const channels = {
  web_chat: 'web chat',
  email: 'email',
  sms: 'SMS',
  voice: 'phone',
  social: 'social',
  api: 'API',
} as const;

export const intake = ({ burst, channel, earlier }: RunningTurn) => ({
  summary: `${count(burst.length, 'message')}, ${channels[channel.kind]}, stored once`,
  gave: { messages: burst.length, earlier: earlier.length },
});

export const redaction = ({ stored: text, tokens, destroyed }: RedactedTurn) => {
  const replaced = Object.keys(tokens);
  const what = replaced.length > 0 ? `${count(replaced.length, 'value')} replaced` : 'Nothing to replace';
  return {
    summary: destroyed.length > 0 ? `${what}, card data destroyed` : what,
    gave: { text, placeholders: replaced, destroyed },
  };
};

export const understanding = (understood: Understanding) => ({
  summary: understood.wishes
    .map((wish) => `${wish.intent.replaceAll('_', ' ')} ${wish.probability.toFixed(2)}`)
    .join(', '),
  gave: {
    wishes: understood.wishes,
    entities: understood.entities.map(({ kind, text, sure }) => ({ kind, text, sure })),
    language: understood.language,
    sentiment: understood.sentiment,
    urgency: understood.urgency,
    sensitive: understood.sensitive,
    wantsPerson: understood.wantsPerson,
    injectionRisk: understood.injectionRisk,
    reasons: understood.reasons,
  },
});

export const retrieval = ({ passages, strength }: Retrieval) => {
  const best = passages[0];
  return {
    summary: best
      ? `${count(passages.length, 'passage')}, best: ${best.passage.title}, v${best.passage.version}`
      : 'No passage found',
    gave: {
      strength,
      passages: passages.slice(0, 5).map(({ passage, score, matched }) => ({
        article: passage.title,
        version: passage.version,
        heading: passage.headings.at(-1) ?? null,
        score,
        matched,
      })),
    },
  };
};

const wordParts = { reply: 'answered', ask: 'asked', approval: 'approval asked for', handoff: 'handed over' } as const;

/** Of what was read in a file: where each value stands, and what the checks say. */
const readingOf = (value: unknown) => {
  const { file, found, missing, checks } = (value ?? {}) as Partial<Reading>;
  return { file, found, missing, checks };
};

/** Acting happens inside planning, call by call: its time is what other systems took. */
export const planning = (instruments: { calls: ToolCallView[] }) => (parts: Part[]) => {
  const { calls } = instruments;
  const tried = parts.map(({ intent, kind, tried: done, handoff, run }) => ({
    intent,
    kind,
    tried: done,
    stopped: handoff?.stopped ?? null,
    ...(run?.visits.some((one) => one.kind === 'extract')
      ? {
          read: run.visits.flatMap((one) =>
            one.kind === 'extract' ? [{ says: one.says, ...readingOf(one.value) }] : [],
          ),
        }
      : {}),
  }));
  const stopped = calls.filter((call) => call.outcome === 'denied' || call.outcome === 'needs_approval').length;
  const done = calls.filter((call) => call.outcome === 'done').length;
  return {
    summary: parts.map((part) => `${part.wants || 'Open question'}: ${wordParts[part.kind]}`).join('; '),
    gave: { parts: tried },
    within: {
      stage: 'Act',
      tookMs: calls.reduce((sum, call) => sum + call.tookMs, 0),
      place: 'other' as const,
      summary:
        calls.length === 0
          ? 'No other system was asked'
          : `${count(calls.length, 'tool call')}, ${done} done${stopped > 0 ? `, ${stopped} stopped by policy` : ''}`,
      gave: { calls },
    },
  };
};

export const composing = ({ reply, discloses }: Composed) => ({
  summary: `${count(reply.split(/\s+/).length, 'word')}${discloses ? ', says that it is an AI' : ''}`,
  gave: { words: reply.split(/\s+/).length, discloses },
});

export const checking = ({ check: { checks, claims, ok } }: { check: CheckResult }) => ({
  summary: ok
    ? `${checks.length} of ${checks.length} checks passed${claims.length > 0 ? `, ${count(claims.length, 'claim')} grounded` : ''}`
    : (checks.find((check) => !check.ok)?.why ?? 'failed'),
  gave: { checks },
});

/** A step that a model may do: who did it and why. */
export const routed =
  <T>(route: () => ModelRoute | undefined, tell: (value: T) => Told) =>
  (value: T): Told => {
    const told = tell(value);
    const chosen = route();
    if (!chosen) return told;
    return {
      ...told,
      place: chosen.use === 'local' ? (told.place ?? 'here') : 'model',
      gave: { ...(told.gave as Record<string, unknown> | undefined), done: chosen.use, because: chosen.why },
    };
  };

export const deciding = ({ confidence, tier, why, parts }: TierDecision) => ({
  summary: `${confidence.toFixed(2)}, ${tier}`,
  gave: { confidence, tier, why, parts },
});
