import { db } from '../platform/db';
import type { HelpLink, HelpResult, HelpResults, Marked } from './help.schema';
import { publicArticles } from './help-public';
import type { RankedPassage } from './knowledge.schema';
import { readIndex } from './read-index';
import { readTerms } from './read-terms';
import { searchPassages } from './search-passages';

const mostResults = 10;
const mostSuggestions = 5;
/** About three lines. */
const excerptLetters = 220;

/** Public articles that speak about a question, each with the piece that does; without any, some to go on with. */
export async function searchHelp(language: string, query: string): Promise<HelpResults> {
  const ranked =
    query === ''
      ? []
      : searchPassages(await readIndex(), query, {
          language,
          onlyLanguage: true,
          audiences: ['public'],
          limit: mostResults * 3,
        }).filter(({ matched }) => matched.length > 0);
  const best = new Map<string, RankedPassage>();
  for (const one of ranked) if (!best.has(one.passage.articleId)) best.set(one.passage.articleId, one);
  const shown = await findPublic([...best.keys()]);
  const results = [...best.values()]
    .filter(({ passage }) => shown.has(passage.articleId))
    .slice(0, mostResults)
    .map(toResult);
  return { query, results, suggestions: results.length > 0 ? [] : await suggest(language) };
}

/** Articles that speak about what this one is about: its title is the question. Longer ones find what merely has much text. */
export async function findRelated(
  article: { id: string; language: string; title: string },
  most: number,
): Promise<HelpLink[]> {
  const ranked = searchPassages(await readIndex(), article.title, {
    language: article.language,
    onlyLanguage: true,
    audiences: ['public'],
    limit: most * 6,
  });
  const ids = [...new Set(ranked.map(({ passage }) => passage.articleId))].filter((id) => id !== article.id);
  const shown = await findPublic(ids);
  return ids.flatMap((id) => shown.get(id) ?? []).slice(0, most);
}

/** The index is a second old: what was withdrawn in between is not shown. */
async function findPublic(ids: string[]): Promise<Map<string, HelpLink>> {
  if (ids.length === 0) return new Map();
  const rows = await db().article.findMany({
    where: { ...publicArticles, id: { in: ids } },
    select: { id: true, slug: true, language: true, title: true },
  });
  return new Map(rows.map(({ id, ...link }) => [id, link]));
}

async function suggest(language: string): Promise<HelpLink[]> {
  return db().article.findMany({
    where: { ...publicArticles, language },
    select: { slug: true, language: true, title: true },
    orderBy: [{ uses: { _count: 'desc' } }, { updatedAt: 'desc' }],
    take: mostSuggestions,
  });
}

function toResult({ passage, question, span }: RankedPassage): HelpResult {
  const { slug, language, title, headings, text } = passage;
  const terms = new Set(question.map(({ term }) => term));
  return { slug, language, title, headings, excerpt: markWords(cut(text, span?.start ?? 0), terms, language) };
}

/** From the sentence that says most, or a little before it when the passage would end too soon. */
function cut(text: string, start: number): string {
  const flat = text.replace(/\n/g, ' ');
  const from = flat.length - start < excerptLetters / 2 ? Math.max(0, flat.length - excerptLetters) : start;
  const begin = from === 0 || from === start ? from : flat.indexOf(' ', from) + 1 || from;
  const piece = flat.slice(begin, begin + excerptLetters);
  const whole = begin + excerptLetters >= flat.length;
  const end = whole ? piece : piece.replace(/\s+\S*$/, '');
  return `${begin > 0 ? '… ' : ''}${end}${whole ? '' : ' …'}`;
}

/** Words that the search takes for one of the question's, whatever their ending. */
export function markWords(text: string, terms: ReadonlySet<string>, language: string): Marked[] {
  const marked: Marked[] = [];
  const add = (piece: string, hit: boolean) => {
    const last = marked.at(-1);
    if (piece === '') return;
    if (last?.hit === hit) last.text += piece;
    else marked.push({ text: piece, hit });
  };
  for (const [piece] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.-][\p{L}\p{N}]+)*|[^\p{L}\p{N}]+/gu)) {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(piece)) markPairs(piece, terms, add);
    else add(piece, /[\p{L}\p{N}]/u.test(piece) && readTerms(piece, language).some(({ term }) => terms.has(term)));
  }
  return marked;
}

/** Chinese and Japanese are searched by pairs of characters: each that the question has is a hit. */
function markPairs(piece: string, terms: ReadonlySet<string>, add: (piece: string, hit: boolean) => void): void {
  const signs = [...piece];
  const hits = signs.map(
    (sign, at) => terms.has(sign + (signs[at + 1] ?? '')) || (at > 0 && terms.has(signs[at - 1]! + sign)),
  );
  signs.forEach((sign, at) => {
    add(sign, hits[at]!);
  });
}
