import { z } from 'zod';
import { askObject } from '../models/ask-object';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import type { RunningTurn } from './begin-turn';
import { keepsWithin } from './handoff/keeps-within';
import type { Summary } from './handoff/write-handoff';
import type { ModelTurn } from './open-model-turn';
import type { HandoffNeed, Part } from './plan.schema';
import { section, summarisePrompt } from './prompts';
import type { RedactedTurn } from './redact-turn';

export type SummariseInput = {
  running: RunningTurn;
  redacted: RedactedTurn;
  parts: Part[];
  need: HandoffNeed;
  language: string;
};
const summarySchema = z.object({ wants: z.string(), next: z.string() });
const mostMessages = 12;

/** One sentence on what is wanted and one on what to do, for who takes over; null where the recorded facts must do. */
export async function summariseWithModel(
  { running, redacted, parts, need, language }: SummariseInput,
  turn: ModelTurn,
): Promise<Summary | null> {
  const route = await turn.choose('summarise', { local: 0, risk: 'low', language });
  if (route.use === 'local') return null;
  const conversation = [...running.earlier.slice(-mostMessages), ...running.burst]
    .map(({ author, text }) => `${author}: ${turn.mask.hideKnown(text)}`)
    .join('\n');
  const tried = parts.flatMap((part) => part.tried).map(({ what, ok }) => `${what}: ${ok ? 'done' : 'failed'}`);
  const facts = turn.mask.hide([need.stopped, ...tried, ...parts.flatMap((part) => part.known)].join('\n'));
  try {
    const asked = {
      instructions: summarisePrompt,
      prompt: [
        section('conversation', conversation),
        section('facts', facts),
        section('message', turn.mask.hideKnown(redacted.stored)),
      ].join('\n'),
    };
    const { wants, next } = await askObject(turn.need('summarise', route), asked, 'summary', summarySchema);
    const known = `${conversation} ${facts}`;
    if (![wants, next].every((sentence) => keepsWithin(sentence, known))) return null;
    return { wants: turn.mask.restore(wants.trim()), next: turn.mask.restore(next.trim()) };
  } catch (error) {
    log.info({ cause: causeOf(error) }, 'handed over without a summary of a model');
    return null;
  }
}
