import { streamText } from 'ai';
import { formatLanguage } from '../format/format-language';
import type { ModelRoute } from '../models/choose-model';
import { ModelFailure } from '../models/name-failure';
import { openModel } from '../models/open-model';
import { type Grounded, groundSentence } from './composing/ground-sentence';
import { takeSentences } from './composing/take-sentences';
import type { ModelTurn } from './open-model-turn';
import type { OpenQuestion, Part, Source, Written } from './plan.schema';
import { composePrompt, section } from './prompts';

export type Writing = {
  workspace: string;
  language: string;
  history: string[];
  route: ModelRoute;
  /** A draft is the same answer for a colleague, who reads it before anybody else does. */
  step?: 'compose' | 'draft';
  /** Told with each sentence that holds: the answer so far, with its values, and that sentence. */
  onText?: (text: string, latest: Grounded) => void;
};

const mostSentences = 8;

/**
 * An answer in a model's words, sentence by sentence: each is held until its sources say it, and cut where they do not.
 * Null where the model finds no answer, or nothing it said holds. Throws what the model's failure is.
 */
export async function writeAnswer(
  open: Pick<OpenQuestion, 'question' | 'sources'>,
  { workspace, language, history, route, step = 'compose', onText }: Writing,
  turn: Pick<ModelTurn, 'mask' | 'need'>,
): Promise<Written | null> {
  // What a later source made known may stand in an earlier one, or in the message: nothing leaves as it was first hidden.
  const { hideKnown } = turn.mask;
  const question = hideKnown(open.question);
  const sources = open.sources.map((one) => ({ ...one, title: hideKnown(one.title), text: hideKnown(one.text) }));
  const said = { id: 'c', kind: 'said' as const, title: '', text: question, language };
  const known = [...sources, said];
  const { fullStream } = streamText({
    model: openModel(turn.need(step, route)),
    instructions: composePrompt(workspace, formatLanguage(language)),
    prompt: [
      section('language', language),
      `<sources>\n${sources.map((one) => `<source id="${one.id}" kind="${one.kind}" title="${one.title.replaceAll('"', '')}">\n${one.text.replaceAll(/<(?=\/?[a-z])/gi, '‹')}\n</source>`).join('\n')}\n</sources>`,
      section('history', hideKnown(history.slice(-6).join('\n'))),
      section('message', question),
    ].join('\n'),
    temperature: 0.2,
    maxOutputTokens: 700,
    maxRetries: 0,
    telemetry: { recordInputs: false, recordOutputs: false },
    // Read from the stream below; without this the library writes it to the console.
    onError() {},
  });
  const sentences: Grounded[] = [];
  const cut: string[] = [];
  const weigh = (raw: string) => {
    const grounded = groundSentence(raw, known, language);
    if (grounded.kind === 'unsupported' || sentences.length >= mostSentences) cut.push(grounded.text);
    else {
      sentences.push(grounded);
      onText?.(turn.mask.restore(textOf(sentences)), grounded);
    }
  };
  let rest = '';
  let ended = false;
  for await (const piece of fullStream) {
    if (piece.type === 'error') throw piece.error;
    if (piece.type === 'finish') ended = true;
    if (piece.type !== 'text-delta') continue;
    const taken = takeSentences(rest + piece.text, false);
    rest = taken.rest;
    for (const one of taken.sentences) weigh(one);
  }
  if (!ended) throw new ModelFailure({ kind: 'cut' });
  for (const one of takeSentences(rest, true).sentences) weigh(one);
  if (!sentences.some(({ kind }) => kind === 'fact')) return null;
  return { sentences, cut };
}

export const textOf = (sentences: readonly Grounded[]): string => sentences.map(({ text }) => text).join(' ');

/** The part with its answer: where each sentence stands, and how far the sources carry it. */
export function fillPart(
  part: Part,
  open: OpenQuestion,
  worded: NonNullable<Part['worded']>,
  mask: ModelTurn['mask'],
): Part {
  const { sentences } = worded;
  const facts = sentences.filter(({ kind }) => kind === 'fact');
  const support = facts.reduce((sum, one) => sum + one.support, 0) / facts.length;
  const evidence = Math.min(0.97, 0.72 + 0.28 * support);
  const titles = new Map(open.sources.map(({ id, title }) => [id, title]));
  const text = mask.restore(textOf(sentences));
  return {
    ...part,
    kind: 'reply',
    handoff: null,
    text,
    worded,
    sources: sourcesOf(open, facts),
    claims: facts.map((one) => ({
      text: mask.restore(one.text),
      source: one.cited.map((id) => titles.get(id) ?? 'What you wrote').join(', '),
      supported: true,
    })),
    evidence: [...part.evidence, ...open.sources.map((one) => mask.restore(one.text)), mask.restore(open.question)],
    scores: { ...part.scores, understanding: Math.max(part.scores.understanding, evidence), evidence },
  };
}

function sourcesOf({ sources, passages }: OpenQuestion, facts: Grounded[]): Source[] {
  const cited = new Set(facts.flatMap((one) => one.cited));
  const articles = sources.filter(({ id, kind }) => kind === 'article' && cited.has(id));
  const found = articles.flatMap(({ id }) => {
    const passage = passages[Number(id.slice(1)) - 1]?.passage;
    return passage ? [passage] : [];
  });
  return [...new Map(found.map((passage) => [passage.articleId, passage])).values()].map(
    ({ articleId, slug, title, version, language, headings }) => ({
      articleId,
      slug,
      title,
      version,
      language,
      ...(headings.length > 0 && { heading: headings.at(-1)! }),
    }),
  );
}
