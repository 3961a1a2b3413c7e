import type { Decision } from '../governance/policy.schema';
import { findCachedAnswer } from '../models/cached-answers';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { cacheKey } from './cache-key';
import type { GroundSource } from './composing/ground-sentence';
import { readKeptAnswer } from './composing/kept-answer.schema';
import { lookAround, type Seen } from './look-around';
import { answeredBefore, type ModelTurn } from './open-model-turn';
import type { Instruments, OpenQuestion, Part } from './plan.schema';
import type { PlanInput } from './plan-turn';
import { denied } from './planning/walk-proposed';
import { promptVersion } from './prompts';

/** More than one open question at once would take the others' limits. */
const mostOpen = 2;
const mostPassages = 5;
/** Of what was proposed: the rules and the customer's yes stand behind it, not the words of the message. */
const proposed = { understanding: 0.92, evidence: 0.95, tools: 1 };

/**
 * Takes what the local plan could not answer, or only in part, to a model: it may look things up and propose, under the same
 * rules. What comes back is sources for an answer, a question to the customer, or what the rules refused.
 */
export async function planWithModel(
  parts: Part[],
  input: PlanInput,
  instruments: Instruments,
  turn: ModelTurn,
): Promise<Part[]> {
  const planned: Part[] = [];
  let open = 0;
  for (const [index, part] of parts.entries()) {
    if (!isOpen(part) || open >= mostOpen) {
      planned.push(part);
      continue;
    }
    open++;
    planned.push(await planOne(part, index, input, instruments, turn));
  }
  return planned;
}

/** No article carried an answer, or one did but not surely; what a playbook or a rule decided is decided. */
function isOpen(part: Part): boolean {
  const reason = part.handoff?.reason;
  if (part.kind === 'handoff') return reason === 'no_answer' || reason === 'not_understood';
  return part.kind === 'reply' && part.sources.length > 0 && part.claims.length > 0;
}

async function planOne(
  part: Part,
  index: number,
  input: PlanInput,
  instruments: Instruments,
  turn: ModelTurn,
): Promise<Part> {
  const { understood, redacted, found, running } = input;
  const wish = understood.wishes[index] ?? understood.wishes[0]!;
  const question = turn.mask.hideKnown(understood.wishes.length > 1 ? wish.text : redacted.stored);
  const risk =
    understood.injectionRisk >= 0.5 || understood.entities.some(({ kind }) => kind === 'amount') ? 'high' : 'low';
  const local = part.kind === 'reply' ? part.scores.evidence : 0;
  const route = await turn.choose('plan', { local, risk, language: understood.language });
  if (route.use === 'local') return part;
  const passages = found.passages.slice(0, mostPassages);
  const sources: GroundSource[] = passages.map(({ passage }, at) => ({
    id: `p${at + 1}`,
    kind: 'article',
    title: [passage.title, ...passage.headings].join(' › '),
    text: turn.mask.hideKnown(passage.text),
    language: passage.language,
  }));
  const rules = input.released.policies.map(({ key, version }) => `${key} v${version}`);
  const open = {
    ...{ question, sources, passages, rules, otherwise: part },
    ...{ keepAs: null, spentBefore: turn.meter.spent.costMicros, kept: null },
  };
  try {
    const key = turn.cache ? keyOf(open, input, turn) : null;
    const kept = key && readKeptAnswer(await findCachedAnswer(key));
    if (kept) {
      turn.routes.set('plan', answeredBefore);
      return { ...part, kind: 'reply', text: '', handoff: null, open: { ...open, kept } };
    }
    const seen = await lookAround({ question, sources, input, instruments, turn, route });
    const base: Part = {
      ...part,
      tried: [...part.tried.filter((one) => one.ok), ...seen.tried],
      decisions: [...part.decisions, ...seen.decisions],
      evidence: [...part.evidence, ...seen.evidence],
    };
    if (seen.denied) return refusedPart(base, seen.denied);
    if (seen.proposal)
      return proposedPart(base, seen.proposal, {
        key: `${running.turn.id}:${index}:${seen.proposal.tool}`,
        wish: wish.text,
      });
    if (seen.sources.length === 0) return { ...part, tried: base.tried, evidence: base.evidence };
    // Whoever asked a system asked about somebody, even where it did not answer.
    const keepAs = key && seen.tried.length === 0 ? { key, sources: sources.map(({ id }) => id) } : null;
    return {
      ...base,
      kind: 'reply',
      text: '',
      handoff: null,
      open: { ...open, keepAs, sources: seen.sources, passages: [...passages, ...seen.passages] },
    };
  } catch (error) {
    log.info({ cause: causeOf(error) }, 'planned by the local engine alone');
    return part;
  }
}

function refusedPart(base: Part, decision: Decision): Part {
  const said = decision.customer ?? null;
  const evidence = [...base.evidence, said ?? ''];
  const refused = { ...base, handoff: null, evidence, claims: [], sources: [], scores: proposed };
  return denied(refused, said, decision.agent);
}

function proposedPart(
  base: Part,
  proposal: NonNullable<Seen['proposal']>,
  { key, wish }: { key: string; wish: string },
): Part {
  return {
    ...base,
    kind: 'ask',
    handoff: null,
    claims: [],
    sources: [],
    wants: proposal.says,
    text: `I can do this for you: ${proposal.says}. Shall I?`,
    evidence: [...base.evidence, proposal.says],
    waiting: { kind: 'action', ...proposal, key, intent: base.intent, wish },
    scores: proposed,
  };
}

function keyOf(
  open: OpenQuestion,
  { redacted, understood, running, actor }: PlanInput,
  { mask }: ModelTurn,
): string | null {
  return cacheKey({
    question: open.question,
    sources: open.sources,
    passages: open.passages,
    rules: open.rules,
    history: redacted.history.map(mask.hideKnown),
    language: understood.language,
    workspace: running.workspace,
    may: { look: actor.known, change: actor.known && actor.trusted },
    prompts: promptVersion,
  });
}
