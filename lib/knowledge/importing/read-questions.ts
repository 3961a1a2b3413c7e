import { parse } from 'csv-parse/sync';
import { type Audience, audiences } from '../knowledge.schema';
import { languageOfText, readLanguageTag } from './choose-language';
import { type Defaults, failed, type ReadItem } from './reading';
import { stableSlug } from './stable-slug';
import { toMarkdown } from './to-markdown';

const mostRows = 5_000;
const mostLetters = 200_000;

/** How the columns are called elsewhere, without accents, spaces and signs. */
const columns = {
  question:
    'question questions q frage fragen pregunta preguntas domanda domande pergunta perguntas vraag pytanie otazka fraga sporsmal kysymys title titel titre titulo titolo prompt query customerquestion faq 问题 問題 質問 问',
  answer:
    'answer answers a antwort antworten respuesta respuestas reponse reponses risposta risposte resposta respostas antwoord odpowiedz odpoved svar vastaus reply response text body content solution 答案 回答 答',
  category:
    'category categories topic topics section group collection tag kategorie thema categoria categorie tema rubrique sezione secao seccion 类别 分类 カテゴリ カテゴリー',
  language: 'language lang locale sprache idioma langue lingua taal 语言 語言 言語',
  audience: 'audience visibility zielgruppe audiencia',
} as const;
type Column = keyof typeof columns;

type Row = {
  line: number;
  question: string;
  answer: string;
  category: string;
  language: string;
  audience: Audience;
  saysAudience: boolean;
};
export type ReadQuestions = { ok: true; items: ReadItem[] } | { ok: false; error: string };

/** A table of questions and answers as articles: one for each, or one for all of a category. */
export function readQuestions(
  file: string,
  text: string,
  defaults: Defaults,
  per: 'question' | 'category',
): ReadQuestions {
  const table = readTable(file, text);
  if (!table.ok) return table;
  const [head, ...rest] = table.rows;
  const places = head ? findColumns(head.cells) : null;
  if (!head || !places) {
    const names = head?.cells.join(', ').slice(0, 200) ?? '';
    return { ok: false, error: `${file}, line 1: needs a column "question" and a column "answer"; it has: ${names}` };
  }
  if (rest.length > mostRows)
    return { ok: false, error: `${file}: has more than ${mostRows.toLocaleString('en')} rows` };
  const items: ReadItem[] = [];
  const rows: Row[] = [];
  for (const { line, cells } of rest) {
    const row = readRow(line, cells, places, defaults);
    if (typeof row === 'string') items.push(failed(`${file}:${line}`, `${file}, line ${line}: ${row}`));
    else rows.push(row);
  }
  if (items.length + rows.length === 0) return { ok: false, error: `${file}: has no rows below the first` };
  const read = per === 'question' ? rows.map((row) => toArticle(file, row)) : byCategory(file, rows);
  return { ok: true, items: [...read, ...items] };
}

type Table = { ok: true; rows: { line: number; cells: string[] }[] } | { ok: false; error: string };

function readTable(file: string, text: string): Table {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: findSeparator(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      max_record_size: mostLetters * 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    // `info.lines` is where a record ends; it begins after the one before it.
    let ended = 0;
    const rows = records.map(({ record, info }) => {
      const line = Math.max(ended + 1, info.lines - record.join('').split('\n').length + 1);
      ended = info.lines;
      return { line, cells: record };
    });
    return { ok: true, rows };
  } catch (error) {
    const lines = error && typeof error === 'object' && 'lines' in error ? Number(error.lines) : null;
    const what = error instanceof Error ? error.message.split('\n')[0]!.slice(0, 160) : 'cannot be read as a table';
    return { ok: false, error: `${file}${lines ? `, line ${lines}` : ''}: ${what}` };
  }
}

/** The sign that parts the first line most often, outside of quotes. */
function findSeparator(text: string): string {
  let quoted = false;
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  for (const sign of text.slice(0, 10_000)) {
    if (sign === '"') quoted = !quoted;
    else if (sign === '\n' && !quoted) break;
    else if (!quoted && counts.has(sign)) counts.set(sign, counts.get(sign)! + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]![0];
}

function findColumns(head: string[]): Partial<Record<Column, number>> | null {
  const names = head.map((name) =>
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  const places: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(columns) as Column[]) {
    // In the order of the list: "question" is one before "title" is.
    for (const name of columns[column].split(' ')) {
      const at = names.indexOf(name.normalize('NFKD').replace(/\p{M}/gu, ''));
      if (at >= 0 && !Object.values(places).includes(at)) {
        places[column] ??= at;
        break;
      }
    }
  }
  return places.question === undefined || places.answer === undefined ? null : places;
}

function readRow(
  line: number,
  cells: string[],
  places: Partial<Record<Column, number>>,
  defaults: Defaults,
): Row | string {
  const cell = (column: Column) => (places[column] === undefined ? '' : (cells[places[column]] ?? '').trim());
  const question = cell('question').replace(/\s+/g, ' ');
  const answer = cell('answer');
  if (question === '') return 'the question is empty';
  if (answer === '') return 'the answer is empty';
  if (question.length > 300) return 'the question is longer than 300 characters';
  if (answer.length > mostLetters) return 'the answer is longer than 200,000 characters';
  const tag = cell('language');
  const language = tag === '' ? languageOfText(`${question}\n${answer}`, defaults.language) : readLanguageTag(tag);
  if (!language) return `the language "${tag.slice(0, 20)}" must be one such as en or pt-BR`;
  const said = cell('audience').toLowerCase();
  const audience = said === '' ? defaults.audience : audiences.find((one) => one === said);
  if (!audience) return 'the audience must be public, verified or agents';
  const body = /<\/?(?:p|br|ul|ol|li|a|b|strong|em|div|table|h[1-6])\b[^>]*>/i.test(answer)
    ? toMarkdown(answer)
    : answer;
  return {
    line,
    question,
    answer: body,
    category: cell('category').slice(0, 60) || defaults.collection,
    language,
    audience,
    saysAudience: said !== '',
  };
}

function toArticle(file: string, row: Row): ReadItem {
  const { line, question, answer, category, language, audience, saysAudience } = row;
  return {
    file: `${file}:${line}`,
    state: 'ready',
    article: {
      slug: stableSlug(question),
      language,
      title: question,
      body: answer,
      audience,
      saysAudience,
      collection: category,
      teamKey: null,
      reviewAt: null,
    },
  };
}

/** Questions of one category, language and audience under one another, each with its own heading. */
function byCategory(file: string, rows: Row[]): ReadItem[] {
  const groups = Map.groupBy(rows, ({ category, language, audience }) =>
    JSON.stringify([category, language, audience]),
  );
  return [...groups.values()].map((group) => {
    const { category, language, audience, saysAudience } = group[0]!;
    const title = category || 'Questions and answers';
    const lines = `${file}:${group.map(({ line }) => line).join(',')}`.slice(0, 200);
    const body = group.map(({ question, answer }) => `## ${question}\n\n${answer}`).join('\n\n');
    if (body.length > mostLetters) return failed(lines, `${file}: "${title}" is longer than 200,000 characters`);
    const slug = stableSlug(audience === 'public' ? title : `${title} ${audience}`);
    return {
      file: lines,
      state: 'ready',
      article: {
        slug,
        language,
        title,
        body,
        audience,
        saysAudience,
        collection: category,
        teamKey: null,
        reviewAt: null,
      },
    };
  });
}
