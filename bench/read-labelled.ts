import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type Labelled = { text: string; label: string };

/** Column names in order of preference: where both stand, `intent` is finer than `category`. */
const textNames = ['text', 'utterance', 'instruction', 'sentence', 'query', 'question', 'message', 'prompt'];
const labelNames = ['intent', 'label', 'category', 'class', 'target'];

/**
 * Labelled texts of a file, recognised by structure: CSV with a header, JSONL of objects, JSON as a list of pairs or objects
 * or as an object with such lists under keys. `FILE#key` picks a key; without one, the first of `keys` that is there.
 * @throws Error that names the file and what was missing in it.
 */
export function readLabelled(spec: string, keys: string[]): Labelled[] {
  const [file, key] = splitSpec(spec);
  const content = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const rows = readRows(content, file, key ? [key] : keys);
  if (rows.length === 0) throw new Error(`${spec}: no texts found`);
  return rows;
}

/** Texts meant for no intent; a label beside them is left away. A JSON object gives its `oos_test`, or all lists named oos…. */
export function readTexts(spec: string): string[] {
  const [file, key] = splitSpec(spec);
  const content = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  if (/^\s*\{/.test(content) && !key && !isLines(content)) {
    const found = Object.keys(JSON.parse(content) as object).filter((name) => /^(?:oos|out_?of_?scope)/i.test(name));
    const chosen = found.includes('oos_test') ? ['oos_test'] : found;
    if (chosen.length === 0) throw new Error(`${file}: no list whose key begins with oos; name one with ${file}#key`);
    return chosen.flatMap((name) => readRows(content, file, [name]).map(({ text }) => text));
  }
  return readRows(content, file, key ? [key] : []).map(({ text }) => text);
}

function splitSpec(spec: string): [file: string, key: string | undefined] {
  const at = spec.lastIndexOf('#');
  return at < 0 ? [spec, undefined] : [spec.slice(0, at), spec.slice(at + 1)];
}

function readRows(content: string, file: string, keys: string[]): Labelled[] {
  if (isLines(content))
    return content
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, index) => toLabelled(JSON.parse(line), `${file}:${index + 1}`));
  if (/^\s*[[{]/.test(content)) {
    const value: unknown = JSON.parse(content);
    return pickList(value, file, keys).map((row, index) => toLabelled(row, `${file}[${index}]`));
  }
  return readTable(content, file);
}

/** One JSON object a line, as opposed to one JSON value over many lines. */
function isLines(content: string): boolean {
  const first = content.trimStart().split('\n', 1)[0]!.trim();
  if (!first.startsWith('{')) return false;
  try {
    const value = JSON.parse(first) as Record<string, unknown>;
    return textNames.some((name) => typeof value[name] === 'string');
  } catch {
    return false;
  }
}

function pickList(value: unknown, file: string, keys: string[]): unknown[] {
  if (Array.isArray(value)) return value;
  const lists = value as Record<string, unknown>;
  const key = keys.find((name) => Array.isArray(lists[name]));
  if (!key)
    throw new Error(`${file}: none of the lists ${keys.join(', ')}; there are ${Object.keys(lists).join(', ')}`);
  return lists[key] as unknown[];
}

function toLabelled(row: unknown, where: string): Labelled {
  if (Array.isArray(row) && typeof row[0] === 'string') return { text: row[0], label: String(row[1] ?? '') };
  if (typeof row === 'string') return { text: row, label: '' };
  const named = row as Record<string, unknown>;
  const textName = textNames.find((name) => typeof named[name] === 'string');
  if (!textName) throw new Error(`${where}: no text (looked for ${textNames.join(', ')})`);
  const labelName = labelNames.find((name) => named[name] !== undefined);
  return { text: named[textName] as string, label: labelName ? String(named[labelName]) : '' };
}

function readTable(content: string, file: string): Labelled[] {
  const [header, ...rows] = parse(content, { relax_column_count: true, skip_empty_lines: true }) as string[][];
  if (!header) throw new Error(`${file}: empty`);
  // A file of bare texts, one a line, has no header to lose.
  if (header.length === 1 && !textNames.includes(header[0]!.trim().toLowerCase()))
    return [header, ...rows].map((row) => ({ text: row[0]!, label: '' }));
  const names = header.map((name) => name.trim().toLowerCase());
  const find = (wanted: string[], otherwise: number) => {
    const name = wanted.find((one) => names.includes(one));
    return name ? names.indexOf(name) : otherwise;
  };
  const text = find(textNames, 0);
  const label = find(labelNames, text === 0 ? 1 : 0);
  return rows
    .filter((row) => (row[text] ?? '').trim() !== '')
    .map((row) => ({ text: row[text]!, label: row[label] ?? '' }));
}
