import { askObject } from '../models/ask-object';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { checkReply } from './checking/check-reply';
import { judgeReader } from './checking/judge-reader';
import { type Composed, type ComposeInput, composeTurn } from './compose-turn';
import { keepAnswers } from './keep-answers';
import type { ModelTurn } from './open-model-turn';
import type { Check, CheckResult, Part } from './plan.schema';
import { checkPrompt, section } from './prompts';
import { verdictSchema } from './verdict.schema';

/**
 * The local checks, and for what a model wrote a second reader that did not write it. A sentence it finds unsupported is cut,
 * once; what is then still wrong goes to people. Where the reader fails, what is not close to its sources' words is not sent.
 */
export async function checkWithModel(
  composed: Composed,
  input: ComposeInput,
  turn: ModelTurn,
): Promise<{ check: CheckResult; composed: Composed }> {
  const judge = (said: Composed, also: Check[] = []) =>
    checkReply({ reply: said.reply, parts: said.parts, allowed: said.allowed, also });
  const own = judge(composed);
  const worded = composed.parts.filter((part) => part.worded);
  if (!own.ok || worded.length === 0) return { check: own, composed };
  if (worded.every((part) => part.worded?.kept)) {
    turn.routes.set('check', { use: 'local', why: 'It was read a second time before it was kept' });
    return { check: own, composed };
  }
  const acted = composed.parts.some((part) => part.decisions.length > 0);
  const risk = acted || input.understood.injectionRisk >= 0.5 ? 'high' : 'low';
  const unread = () => ({ check: judge(composed, judgeReader(null, composed.parts)), composed });
  const route = await turn.choose('check', { local: 0, risk, language: input.understood.language });
  if (route.use === 'local') return unread();
  try {
    const asked = { instructions: checkPrompt, prompt: promptOf(composed, input, turn) };
    const verdict = await askObject(turn.need('check', route), asked, 'verdict', verdictSchema);
    const wrong = verdict.unsupported.map((sentence) => turn.mask.restore(sentence).trim()).filter(Boolean);
    const repaired = wrong.length > 0 ? cut(composed, wrong, input) : composed;
    const check = judge(repaired, judgeReader(verdict, repaired.parts));
    if (check.ok && verdict.unsupported.length === 0) await keepAnswers(repaired, input, turn);
    return { check, composed: repaired };
  } catch (error) {
    log.info({ cause: causeOf(error) }, 'not read a second time');
    return unread();
  }
}

function promptOf({ reply }: Composed, { parts, redacted }: ComposeInput, { mask }: ModelTurn): string {
  const sources = parts
    .flatMap((part) => part.open?.sources ?? [])
    .map(({ id, title, text }) => `${id}: ${title}\n${text}`);
  const others = parts.filter((part) => !part.open).flatMap((part) => part.evidence);
  return [
    section('sources', [...sources, ...others.map(mask.hide)].join('\n\n')),
    section('message', mask.hideKnown(redacted.stored)),
    section('reply', mask.hide(reply)),
  ].join('\n');
}

/** Without the sentences that nothing supports; a part of which no fact is left is what the local engine made of it. */
function cut(composed: Composed, wrong: string[], input: ComposeInput): Composed {
  const parts = composed.parts.map((part, at): Part => {
    const open = input.parts[at]?.open;
    // A courtesy claims nothing that a source could carry.
    const hit = wrong.filter((sentence) =>
      part.claims.some(({ text }) => text.includes(sentence) || sentence.includes(text)),
    );
    if (!open || hit.length === 0) return part;
    const claims = part.claims.filter(
      ({ text }) => !hit.some((sentence) => text.includes(sentence) || sentence.includes(text)),
    );
    if (claims.length === 0) return open.otherwise;
    const left = hit.reduce((text, sentence) => text.replace(sentence, ''), part.text);
    return { ...part, claims, text: left.replace(/\s{2,}/g, ' ').trim() };
  });
  return composeTurn({ ...input, parts });
}
