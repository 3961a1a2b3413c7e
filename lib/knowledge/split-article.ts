import type { ArticleText, Passage } from './knowledge.schema';

/** About what one reads in a look, and little enough that a match says something about the whole. */
const MOST_WORDS = 120;

type Block = { headings: string[]; text: string };

/** Markdown into passages: by heading, then by paragraph where a section is long. Front matter is skipped. */
export function splitArticle({ markdown, ...article }: ArticleText): Passage[] {
  const blocks = readBlocks(markdown.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, ''), article.title);
  const passages: Block[] = [];
  for (const block of blocks) {
    const last = passages.at(-1);
    const fits = last && countWords(last.text) + countWords(block.text) <= MOST_WORDS;
    if (last && fits && sameHeadings(last.headings, block.headings)) last.text += `\n${block.text}`;
    else for (const text of cutLong(block.text)) passages.push({ headings: block.headings, text });
  }
  return passages.map(({ headings, text }, position) => ({
    ...article,
    id: `${article.articleId}@${article.version}#${position}`,
    headings,
    text,
  }));
}

function readBlocks(markdown: string, title: string): Block[] {
  const blocks: Block[] = [];
  const path: { level: number; text: string }[] = [];
  let lines: string[] = [];
  let fenced = false;
  let header: string[] | undefined;
  const finish = () => {
    const text = lines.join('\n').trim();
    lines = [];
    header = undefined;
    const headings = path.map(({ text: heading }) => heading).filter((heading) => heading !== title);
    if (text !== '') blocks.push({ headings, text });
  };
  for (const line of markdown.split(/\r?\n/)) {
    if (/^\s*(?:```|~~~)/.test(line)) {
      fenced = !fenced;
      continue;
    }
    const heading = fenced ? null : /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    if (heading) {
      finish();
      const level = heading[1]!.length;
      while (path.length > 0 && path.at(-1)!.level >= level) path.pop();
      path.push({ level, text: stripMarks(heading[2]!) });
    } else if (line.trim() === '') finish();
    else if (/^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(line)) header = readCells(lines.pop() ?? '');
    else if (fenced) lines.push(line);
    else if (/^\s*\|.*\|\s*$/.test(line)) lines.push(header ? sayRow(readCells(line), header) : line);
    else addLine(lines, line);
  }
  finish();
  return blocks;
}

function addLine(lines: string[], line: string) {
  const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line);
  if (item) lines.push(stripMarks(item[1]!));
  // A line within a paragraph goes on with the one before it.
  else if (lines.length > 0 && !/^\s*>/.test(line)) lines[lines.length - 1] += ` ${stripMarks(line.trim())}`;
  else lines.push(stripMarks(line.replace(/^\s*>\s?/, '').trim()));
}

function readCells(line: string): string[] {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
  return cells.map((cell) => stripMarks(cell.trim()));
}

/** A row has to make sense alone: "Summit: price $89 a year; benefits 10% off". */
function sayRow([first = '', ...rest]: string[], [, ...names]: string[]): string {
  const said = rest.flatMap((cell, at) => (cell === '' ? [] : [`${names[at] ?? ''} ${cell}`.trim()]));
  return said.length === 0 ? first : `${first}: ${said.join('; ')}`;
}

function stripMarks(text: string): string {
  return text
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])([^*_\s][^*_]*)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .trim();
}

/** A paragraph longer than a passage is cut between sentences, or, where there are none, between words. */
function cutLong(text: string): string[] {
  if (countWords(text) <= MOST_WORDS) return [text];
  const parts: string[] = [];
  let current = '';
  for (const sentence of text.split(/(?<=[.!?。！？])\s*(?=\S)|\n/)) {
    for (const piece of countWords(sentence) > MOST_WORDS ? cutWords(sentence) : [sentence]) {
      if (current !== '' && countWords(current) + countWords(piece) > MOST_WORDS) {
        parts.push(current);
        current = '';
      }
      current = current === '' ? piece : `${current} ${piece}`;
    }
  }
  return current === '' ? parts : [...parts, current];
}

function cutWords(sentence: string): string[] {
  const words = sentence.split(/\s+/);
  const size = words.length > 1 ? MOST_WORDS : MOST_WORDS * 2;
  const units = words.length > 1 ? words : [...sentence];
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += size)
    parts.push(units.slice(at, at + size).join(words.length > 1 ? ' ' : ''));
  return parts;
}

/** Two Chinese or Japanese characters count as a word. */
function countWords(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return Math.ceil(dense / 2) + (text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+/gu)?.length ?? 0);
}

function sameHeadings(left: string[], right: string[]): boolean {
  return left.length === right.length && left.every((heading, at) => heading === right[at]);
}
