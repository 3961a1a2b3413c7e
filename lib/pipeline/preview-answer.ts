import type { PersonActor } from '../auth/permissions';
import { type Released, readReleased } from '../governance/read-released';
import { indexPassages } from '../knowledge/index-passages';
import type { Audience } from '../knowledge/knowledge.schema';
import type { KnowledgeIndex } from '../knowledge/knowledge-index';
import { readIndex } from '../knowledge/read-index';
import { searchPassages } from '../knowledge/search-passages';
import { splitArticle } from '../knowledge/split-article';
import { viewArticle } from '../knowledge/view-article';
import { checkReply } from './checking/check-reply';
import { answerFromPassages } from './composing/answer-from-passages';
import { decideTier } from './deciding/decide-tier';
import type { Part } from './plan.schema';
import { answerPart } from './planning/make-parts';
import type { AskArticles, AskedQuestions, AskQuestions, DraftText, Preview, PreviewAnswer } from './preview.schema';
import { retrievePassages } from './retrieval/retrieve-passages';

type About = { id: string; slug: string; language: string; version: number; audience: Audience };

/**
 * What the assistant would answer now, and with this draft in place of its article: the same search, the same choice of
 * sentences, the same check and decision as in a turn of a customer. By words alone, before and after alike: a text that
 * is not published is sent to no embedding endpoint. Nothing is kept and nobody is told.
 */
export async function previewAnswer(
  person: PersonActor,
  { slug, language, question, draft }: AskArticles,
): Promise<Preview> {
  const [article, live, released] = await Promise.all([
    viewArticle(person, { slug, language }),
    readIndex(),
    readReleased(null),
  ]);
  const drafted = draft ? withDraft(live, article, draft) : null;
  return {
    live: await answer(live, article, question, released),
    draft: drafted ? await answer(drafted, article, question, released) : null,
  };
}

/** The article's own questions, asked before and after the draft. */
export async function previewQuestions(
  person: PersonActor,
  { slug, language, draft }: AskQuestions,
): Promise<AskedQuestions> {
  const [article, live, released] = await Promise.all([
    viewArticle(person, { slug, language }),
    readIndex(),
    readReleased(null),
  ]);
  const drafted = draft ? withDraft(live, article, draft) : live;
  const questions = await Promise.all(
    article.questions.map(async ({ id, text }) => {
      const before = await answer(live, article, text, released);
      const after = drafted === live ? before : await answer(drafted, article, text, released);
      const own = after.kind === 'answer' && after.sources.some((source) => source.own);
      return {
        id,
        text,
        before: before.confidence,
        after: after.confidence,
        passes: after.kind === 'answer' && after.tier !== 'escalated' && own,
      };
    }),
  );
  return { questions };
}

async function answer(
  index: KnowledgeIndex,
  article: About,
  question: string,
  released: Released,
): Promise<PreviewAnswer> {
  const { language } = article;
  // What is written for agents never answers a customer: it is asked as one who is signed in would ask.
  const audience = article.audience === 'public' ? 'public' : 'verified';
  const { passages } = await retrievePassages({ question, language, audience }, (query, options) =>
    searchPassages(index, query, options),
  );
  const found = answerFromPassages({ question, passages, language });
  // Not known to be one of the intents: then the articles alone say whether it was understood.
  const wish = { intent: 'unknown', probability: 0, runnersUp: [], text: question, words: [] };
  const part: Part = answerPart(wish, found, '');
  const check = checkReply({ reply: part.text, parts: [part], allowed: [question] });
  const { confidence, tier, why } = decideTier({
    parts: [part],
    check,
    tiers: released.tiers,
    overrides: () => ({}),
    calibration: released.calibration,
  });
  if (found.kind === 'none') {
    return { kind: 'handoff', confidence, why: 'No article carries an answer: it would pass this to a person.' };
  }
  const byId = new Map(passages.map(({ passage }) => [passage.id, passage]));
  const used = [...new Set(found.sentences.map(({ passageId }) => passageId))];
  return {
    kind: 'answer',
    sentences: found.sentences.map(({ text, passageId }) => ({ text, source: used.indexOf(passageId) })),
    sources: used.map((passageId) => {
      const passage = byId.get(passageId)!;
      const { slug, title, headings, version } = passage;
      const own = passage.articleId === article.id;
      return { slug, language: passage.language, title, heading: headings.at(-1) ?? title, version, own };
    }),
    confidence,
    tier,
    why,
  };
}

let drafted: { live: KnowledgeIndex; key: string; index: KnowledgeIndex } | undefined;

/**
 * The live index with one article's text replaced. Only its language is indexed again, because only that is searched,
 * and the latest is kept: an editor asks several things of the same text.
 */
function withDraft(live: KnowledgeIndex, article: About, draft: DraftText): KnowledgeIndex {
  const key = JSON.stringify([article.id, article.audience, draft]);
  if (drafted?.live === live && drafted.key === key) return drafted.index;
  const others = live.passages.filter(
    (passage) => passage.language === article.language && passage.articleId !== article.id,
  );
  const own = splitArticle({
    articleId: article.id,
    slug: article.slug,
    title: draft.title,
    version: article.version + 1,
    language: article.language,
    audience: article.audience,
    markdown: draft.body,
  });
  const index = indexPassages([...others, ...own]);
  drafted = { live, key, index };
  return index;
}
