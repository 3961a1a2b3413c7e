/** The local engine alone: training, understanding a message, indexing and searching ten thousand passages. */
import { indexPassages } from '../lib/knowledge/index-passages';
import { searchPassages } from '../lib/knowledge/search-passages';
import { trainClassifier } from '../lib/pipeline/understanding/train-classifier';
import { understandMessage } from '../lib/pipeline/understanding/understand-message';
import { intents } from '../prisma/seed/intents';
import { percentile, report, round } from './report';

const passagesInAll = 10_000;

/** Words drawn as in real text: a few are everywhere, most are rare. */
function makeWords(seed: number): () => string {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return `w${Math.floor(30_000 * (state / 2147483647) ** 3)}`;
  };
}

function time(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

const examples = intents.flatMap((intent) => intent.examples.map((text) => ({ text, intent: intent.key })));
let model = trainClassifier(examples);
const trainMs = time(() => {
  model = trainClassifier(examples);
});
const understand = (text: string) =>
  understandMessage({ text, history: [], now: new Date(), model, resolve: () => undefined });
for (const { text } of examples.slice(0, 200)) understand(text); // warm
const understood = examples.map(({ text }) => time(() => understand(text)));

const word = makeWords(1);
const passages = Array.from({ length: passagesInAll }, (_, at) => ({
  articleId: `${at}`,
  slug: `${at}`,
  title: word(),
  version: 1,
  language: 'en',
  audience: 'public' as const,
  id: `${at}`,
  headings: [],
  text: Array.from({ length: 100 }, word).join(' '),
}));
const from = performance.now();
const index = indexPassages(passages);
const indexMs = performance.now() - from;
const searched = Array.from({ length: 300 }, () => {
  const query = Array.from({ length: 8 }, word).join(' ');
  return time(() => searchPassages(index, query, { audiences: ['public'], language: 'en' }));
});

report(
  'engine',
  {
    train_ms: round(trainMs),
    understand_p95_ms: round(percentile(understood, 0.95), 2),
    index_10k_s: round(indexMs / 1_000, 2),
    query_p95_ms: round(percentile(searched, 0.95), 2),
  },
  { understand_p95_ms: ['<=', 3], index_10k_s: ['<=', 10], query_p95_ms: ['<=', 15] },
);
