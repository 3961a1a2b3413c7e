/** What is made up and comes through: `--data DIR` with DIR/kb, or our own articles; BATON_MODEL_URL for a model of one's own. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { confabulating, madeUp } from '../demo/model/confabulating';
import { openModel } from '../demo/model/open-model';
import type { Script } from '../demo/model/script';
import { sensible } from '../demo/model/sensible';
import { indexPassages } from '../lib/knowledge/index-passages';
import { searchPassages } from '../lib/knowledge/search-passages';
import { splitArticle } from '../lib/knowledge/split-article';
import { type GroundSource, groundSentence } from '../lib/pipeline/composing/ground-sentence';
import { takeSentences } from '../lib/pipeline/composing/take-sentences';
import type { ModelTurn } from '../lib/pipeline/open-model-turn';
import type { Written } from '../lib/pipeline/plan.schema';
import { checkPrompt, section } from '../lib/pipeline/prompts';
import { openTestDatabase } from '../lib/platform/test-database';
import { articleQuestions } from '../prisma/seed/article-questions';
import { openPostgres, readArticles } from './open-model-desk';
import { type BenchDocument, readDocs } from './read-docs';
import { readQueries } from './read-docs-queries';
import { type Bars, report, round } from './report';

const { values } = parseArgs({
  options: { data: { type: 'string' }, most: { type: 'string' }, show: { type: 'boolean' } },
});
const most = Number(values.most ?? Number.POSITIVE_INFINITY);
const root = process.env.BATON_ROOT ?? process.cwd();
const own = process.env.BATON_MODEL_URL;
const mostPassages = 5;

type Question = { text: string; language: string; sources: GroundSource[] };
type Answer = { written: Written | null; said: string[]; sources: GroundSource[] };

const questions = (values.data ? readCorpora(path.join(values.data, 'kb')) : [readOwn()]).flatMap(askOf).slice(0, most);

const postgres = await openPostgres(root);
const standIn = own ? null : await openModel();
if (standIn) {
  process.env.BATON_MODEL_URL = standIn.url;
  process.env.BATON_MODEL = 'stand-in';
}
const database = await openTestDatabase();
const { writeAnswer } = await import('../lib/pipeline/write-open-part');
const { askObject } = await import('../lib/models/ask-object');
const { startMeter } = await import('../lib/models/start-meter');

const figures: Record<string, number> = { questions: questions.length };
const bars: Bars = {};
if (standIn) {
  const plain = await answerAll(sensible);
  const lying = await answerAll(confabulating);
  const answered = lying.filter(({ written }) => written !== null);
  const isMadeUp = (text: string) => madeUp.some((fact) => text.includes(fact));
  const through = answered.flatMap(({ written }) => written!.sentences.filter(({ text }) => isMadeUp(text)));
  for (const { text, cited } of values.show ? through : []) console.log(`  THROUGH ${text} ${cited}`);
  const good = [...plain, ...lying].flatMap(({ said, sources }) =>
    said.filter((one) => !isMadeUp(one)).map((one) => ({ one, kind: groundSentence(one, sources, 'en').kind })),
  );
  const cut = good.filter(({ kind }) => kind === 'unsupported');
  for (const { one } of values.show ? cut : []) console.log(`  CUT     ${one}`);
  const twists = { figure: new Set<string>(), not: new Set<string>() };
  const twisted = (await answerAll(twisting(twists))).flatMap(({ written }) => written?.sentences ?? []);
  const untrue = (kind: 'figure' | 'not') => twisted.filter(({ text }) => twists[kind].has(text));
  for (const { text } of values.show ? [...untrue('figure'), ...untrue('not')] : []) console.log(`  UNTRUE  ${text}`);
  Object.assign(figures, {
    answered_sensible: shareOf(plain),
    answered_confabulating: shareOf(lying),
    made_up: lying.flatMap(({ said }) => said.filter(isMadeUp)).length,
    made_up_through: through.length,
    made_up_per_1000: round((through.length / Math.max(1, answered.length)) * 1_000, 2),
    figures_changed: twists.figure.size,
    figures_changed_through: round(untrue('figure').length / Math.max(1, twists.figure.size), 4),
    turned_round: twists.not.size,
    turned_round_through: round(untrue('not').length / Math.max(1, twists.not.size), 4),
    good: good.length,
    good_cut: cut.length,
    good_cut_share: round(cut.length / Math.max(1, good.length), 4),
  });
  bars.made_up_per_1000 = ['<=', 5];
  bars.figures_changed_through = ['<=', 0.01]; // a changed figure may by chance stand elsewhere in the same source
  bars.turned_round_through = ['<=', 0.15];
  bars.good_cut_share = ['<=', 0.05];
} else {
  const answers = (await answerAll()).filter(({ written }) => written !== null);
  const doubted = { kept: 0, keptInAll: 0, cut: 0 };
  for (const { written, sources } of answers) {
    const kept = written!.sentences.filter(({ kind }) => kind === 'fact').map(({ text }) => text);
    doubted.keptInAll += kept.length;
    doubted.kept += (await doubt(kept, sources)) ?? 0;
    doubted.cut += written!.cut.length;
  }
  Object.assign(figures, {
    answered: round(answers.length / questions.length, 3),
    sentences: doubted.keptInAll,
    cut: doubted.cut,
    doubted_by_reader: doubted.kept,
    doubted_per_1000: round((doubted.kept / Math.max(1, answers.length)) * 1_000, 2),
  });
}
await database.close();
await standIn?.close();
await postgres.stop();
report('grounding', figures, bars);
process.exit(0);

/** As the sensible one, but its first fact has another figure, or says the opposite: nearly true is harder than made up. */
function twisting(twists: { figure: Set<string>; not: Set<string> }): Script {
  return (call) => {
    const said = sensible(call);
    const sentences = takeSentences(said.text ?? '', true).sentences;
    const at = sentences.findIndex((one) => /\[p\d/.test(one));
    const [whole = '', fact = '', cited = ''] = /^(.*?)((?:\s*\[p\d+\])+\s*)$/s.exec(sentences[at] ?? '') ?? [];
    if (whole === '') return said;
    const figure = /(?<![\w-])\d{1,6}(?![\w-])/.exec(fact)?.[0];
    const untrue =
      figure === undefined
        ? fact.replace(/\b(is|are|can|may|will|must|do|does)\b(?! not)/, '$1 not')
        : fact.replace(figure, String(Number(figure) * 3 + 7));
    if (untrue === fact) return said;
    twists[figure === undefined ? 'not' : 'figure'].add(untrue.trim());
    return { ...said, text: sentences.with(at, `${untrue}${cited}`).join(' ') };
  };
}

function shareOf(answers: Answer[]): number {
  return round(answers.filter(({ written }) => written !== null).length / Math.max(1, answers.length), 3);
}

async function answerAll(script?: Script): Promise<Answer[]> {
  if (script) standIn?.turnTo(script);
  const answers: Answer[] = [];
  for (const { text: question, language, sources } of questions) {
    const about = { workspace: 'Northline', language, history: [], route: { use: 'small' as const, why: 'A bench' } };
    const written = await writeAnswer({ question, sources }, about, turn()).catch((error: unknown) => {
      console.error(`  ${question.slice(0, 60)}: ${error}`);
      return null;
    });
    const raw = standIn?.calls.at(-1)?.answered?.reply?.text ?? '';
    const said = raw === 'NO_ANSWER' ? [] : takeSentences(raw, true).sentences;
    const words = { id: 'c', kind: 'said' as const, title: '', text: question, language };
    answers.push({ written, said, sources: [...sources, words] });
  }
  return answers;
}

/** What of a turn is needed to write: nobody is in these questions, so nothing is hidden. */
function turn(): ModelTurn {
  const same = (text: string) => text;
  const meter = startMeter({ ms: 60_000, tokens: 1_000_000, micros: 100_000_000 });
  return {
    meter,
    mask: { hide: same, hideKnown: same, restore: same, values: () => [] },
    planSteps: 1,
    cache: false,
    routes: new Map(),
    choose: async () => ({ use: 'small', why: 'A bench' }),
    need: (step) => ({ step, size: 'small', why: 'A bench', about: {}, meter }),
  };
}

/** Of the sentences that were kept, how many a second reader finds in no source; null where it did not answer. */
async function doubt(kept: string[], sources: GroundSource[]): Promise<number | null> {
  const schema = z.object({ unsupported: z.array(z.string()) });
  const given = sources.map(({ id, title, text }) => `${id}: ${title}\n${text}`).join('\n\n');
  const prompt = [section('sources', given), section('reply', kept.join(' '))].join('\n');
  const asked = { instructions: checkPrompt, prompt };
  const need = turn().need('check', { use: 'small', why: 'A bench' });
  const verdict = await askObject(need, asked, 'verdict', schema).catch(() => null);
  return verdict && Math.min(kept.length, verdict.unsupported.length);
}

type Corpus = { documents: BenchDocument[]; asked: { text: string; language: string | undefined }[] };

/** Each folder: documents, and the questions that lie beside them; titles are questions too. */
function readCorpora(folder: string): Corpus[] {
  if (!existsSync(folder)) throw new Error(`${folder}: there is no such folder`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const place = path.join(folder, name);
      const records = readdirSync(place).filter((file) => /\.jsonl?$/.test(file));
      const asking = records.filter((file) => /quer|question/i.test(file)).map((file) => path.join(place, file));
      const held = records.find((file) => !/quer|question/i.test(file));
      const { documents } = readDocs(held ? path.join(place, held) : place);
      return { documents, asked: [...asking.flatMap((file) => readQueries(file, documents)), ...titlesOf(documents)] };
    });
}

function readOwn(): Corpus {
  const documents = readArticles(root)
    .filter(({ audience }) => audience === 'public')
    .map(({ slug, title, body }) => ({ id: slug, names: [], title, text: body, language: 'en' }));
  const asked = Object.values(articleQuestions).flatMap((texts) => texts.map((text) => ({ text, language: 'en' })));
  return { documents, asked: [...asked, ...titlesOf(documents)] };
}

function titlesOf(documents: BenchDocument[]) {
  return documents.filter(({ title }) => title !== '').map(({ title, language }) => ({ text: `${title}?`, language }));
}

function askOf({ documents, asked }: Corpus): Question[] {
  const index = indexPassages(
    documents.flatMap(({ id, title, text, language }) =>
      splitArticle({ articleId: id, slug: id, title, version: 1, language, audience: 'public', markdown: text }),
    ),
  );
  return asked
    .filter(({ language = 'en' }) => language === 'en')
    .map(({ text }) => {
      const found = searchPassages(index, text, { language: 'en', audiences: ['public'], limit: mostPassages });
      const sources = found.map(({ passage }, at) => ({
        id: `p${at + 1}`,
        kind: 'article' as const,
        title: [passage.title, ...passage.headings].join(' › '),
        text: passage.text,
        language: passage.language,
      }));
      return { text, language: 'en', sources };
    })
    .filter(({ sources }) => sources.length > 0);
}
