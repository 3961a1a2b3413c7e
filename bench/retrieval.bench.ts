/** Search over documents that were not written here: `--docs PATH [--queries FILE]`; a Markdown folder is asked for by its titles. */
import { parseArgs } from 'node:util';
import { indexPassages } from '../lib/knowledge/index-passages';
import { searchPassages } from '../lib/knowledge/search-passages';
import { splitArticle } from '../lib/knowledge/split-article';
import { type BenchCorpus, readDocs } from './read-docs';
import { type BenchQuery, readQueries } from './read-docs-queries';
import { percentile, report, round } from './report';

/** Deep enough that ten documents are among the passages, however many passages each has. */
const passagesDeep = 200;

const { values } = parseArgs({ options: { docs: { type: 'string' }, queries: { type: 'string' } } });
if (!values.docs) {
  console.error('npm run bench -- retrieval --docs PATH [--queries FILE]');
  process.exit(2);
}

const corpus = readDocs(values.docs);
const byTitle = values.queries === undefined;
const queries = values.queries === undefined ? askByTitle(corpus) : readQueries(values.queries, corpus.documents);

const from = performance.now();
const index = indexPassages(
  corpus.documents.flatMap(({ id, title, text, language }) =>
    splitArticle({
      articleId: id,
      slug: id,
      // Where the title is the question, finding it in the title would prove nothing.
      title: byTitle ? '' : title,
      version: 1,
      language,
      audience: 'public',
      markdown: text,
    }),
  ),
);
const indexS = (performance.now() - from) / 1_000;

type Mode = 'auto' | 'whole';
const took: number[] = [];
const search = (query: BenchQuery, mode: Mode, timed = false): string[] => {
  const start = performance.now();
  const options = { language: query.language, audiences: ['public' as const], whole: mode === 'whole' };
  if (timed) {
    searchPassages(index, query.text, { ...options, limit: 12 });
    took.push(performance.now() - start);
  }
  const found = searchPassages(index, query.text, { ...options, limit: passagesDeep });
  return [...new Set(found.map(({ passage }) => passage.articleId))];
};

for (const query of queries.slice(0, 50)) search(query, 'auto'); // warm
const ranked = queries.map((query) => ({ query, found: search(query, 'auto', true) }));
const recallIn = (mode: Mode) => mean(queries.map((query) => recall(search(query, mode), query.wanted, 10)));

const languages = [...new Set(queries.map(({ language }) => language))].filter((each) => each !== undefined);
report(
  'retrieval',
  {
    documents: corpus.documents.length,
    passages: index.passages.length,
    queries: queries.length,
    mrr_3: round(mean(ranked.map(({ query, found }) => reciprocal(found, query.wanted, 3))), 3),
    recall_3: round(mean(ranked.map(({ query, found }) => recall(found, query.wanted, 3))), 3),
    recall_10: round(mean(ranked.map(({ query, found }) => recall(found, query.wanted, 10))), 3),
    recall_10_whole: round(recallIn('whole'), 3),
    hit_5: round(mean(ranked.map(({ query, found }) => hit(found, query.wanted, 5))), 3),
    hit_10: round(mean(ranked.map(({ query, found }) => hit(found, query.wanted, 10))), 3),
    ...Object.fromEntries(
      (languages.length > 1 ? languages : []).map((language) => [
        `hit_5_${language}`,
        round(
          mean(
            ranked
              .filter(({ query }) => query.language === language)
              .map(({ query, found }) => hit(found, query.wanted, 5)),
          ),
          3,
        ),
      ]),
    ),
    index_s: round(indexS, 2),
    query_p95_ms: round(percentile(took, 0.95), 2),
  },
  { index_s: ['<=', 10], query_p95_ms: ['<=', 15] },
);

function askByTitle({ kind, documents }: BenchCorpus): BenchQuery[] {
  if (kind !== 'markdown') throw new Error('documents without titles as questions need --queries FILE');
  return documents
    .filter(({ title }) => title !== '')
    .map(({ id, title, language }) => ({ text: title, language, wanted: [id] }));
}

function mean(list: number[]): number {
  return list.reduce((sum, each) => sum + each, 0) / Math.max(1, list.length);
}

function reciprocal(found: string[], wanted: string[], deep: number): number {
  const at = found.slice(0, deep).findIndex((id) => wanted.includes(id));
  return at === -1 ? 0 : 1 / (at + 1);
}

function recall(found: string[], wanted: string[], deep: number): number {
  const top = found.slice(0, deep);
  return wanted.filter((id) => top.includes(id)).length / wanted.length;
}

function hit(found: string[], wanted: string[], deep: number): number {
  return found.slice(0, deep).some((id) => wanted.includes(id)) ? 1 : 0;
}
