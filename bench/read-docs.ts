import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export type BenchDocument = {
  id: string;
  /** Other names a query may call it by: its path, its address. */
  names: string[];
  title: string;
  text: string;
  language: string;
};

/** What lies at the path: records of JSON or JSONL, or a folder of Markdown. The shape is told by structure, not by name. */
export type BenchCorpus = { kind: 'records' | 'markdown'; documents: BenchDocument[] };

const recordSchema = z.record(z.string(), z.unknown());
export type BenchRecord = z.infer<typeof recordSchema>;

export function readDocs(from: string): BenchCorpus {
  if (!statSync(from).isDirectory()) return { kind: 'records', documents: readRecordDocs(readRecords(from)) };
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).sort();
  const markdown = files.filter((file) => /\.(?:md|mdx|markdown)$/i.test(file));
  if (markdown.length > 0)
    return { kind: 'markdown', documents: markdown.map((file) => readMarkdown(path.join(from, file), file)) };
  const records = files.filter((file) => /\.jsonl?$/i.test(file)).flatMap((file) => readRecords(path.join(from, file)));
  return { kind: 'records', documents: readRecordDocs(records) };
}

/** Records of a JSON array, of the longest array within a JSON object, or one a line. */
export function readRecords(file: string): BenchRecord[] {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const whole = tryJson(text);
  if (whole === undefined) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line, at) => {
      const parsed = recordSchema.safeParse(tryJson(line));
      if (!parsed.success) throw new Error(`${file}:${at + 1}: not a JSON object`);
      return parsed.data;
    });
  }
  const list = Array.isArray(whole) ? whole : longestList(whole);
  const parsed = z.array(recordSchema).safeParse(list);
  if (!parsed.success) throw new Error(`${file}: neither a list of objects nor one object a line`);
  return parsed.data;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A single object is a list of one, unless it holds lists: then the longest of them; a map of id to object is read as its values. */
function longestList(whole: unknown): unknown {
  const values = Object.entries(recordSchema.parse(whole));
  const lists = values.filter(([, value]) => Array.isArray(value)).map(([, value]) => value as unknown[]);
  const longest = lists.reduce<unknown[]>((most, list) => (list.length > most.length ? list : most), []);
  if (longest.some((entry) => typeof entry === 'object')) return longest;
  if (values.every(([, value]) => recordSchema.safeParse(value).success))
    return values.map(([id, value]) => ({ id, ...recordSchema.parse(value) }));
  return [whole];
}

/** The fields of a record kind that always hold text, with their mean length. */
export function textFields(records: BenchRecord[]): { name: string; mean: number; distinct: number }[] {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return names.flatMap((name) => {
    const values = records.map((record) => record[name]).filter((value) => value !== undefined && value !== null);
    const texts = values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
    if (texts.length < records.length * 0.9 || texts.length === 0) return [];
    const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
    return [{ name, mean, distinct: new Set(texts).size / texts.length }];
  });
}

/** The text is the longest field; the id the first that is never twice, a link or id by name before others; the title the next longest that is not an address. */
function readRecordDocs(records: BenchRecord[]): BenchDocument[] {
  const fields = textFields(records);
  const body = [...fields].sort((a, b) => b.mean - a.mean)[0];
  if (!body) throw new Error('no field of the documents holds text');
  const others = fields.filter(({ name }) => name !== body.name);
  const unique = others.filter(({ distinct }) => distinct > 0.99);
  const id = unique.find(({ name }) => /(?:^|_)(?:id|key|link|url|uri|slug)$/i.test(name)) ?? unique[0];
  const isAddress = (name: string) => /^(?:https?:\/\/|\/)/.test(String(records[0]?.[name] ?? ''));
  const rest = others.filter(({ name }) => name !== id?.name && !isAddress(name));
  const title =
    rest.find(({ name }) => /title|heading|name|subject/i.test(name)) ?? rest.sort((a, b) => b.mean - a.mean)[0];
  return records.map((record, at) => ({
    id: id ? String(record[id.name]) : String(at),
    names: others.map(({ name }) => String(record[name])),
    title: title ? String(record[title.name] ?? '') : '',
    text: String(record[body.name] ?? ''),
    language: typeof record.language === 'string' ? record.language.slice(0, 2) : 'en',
  }));
}

function readMarkdown(full: string, file: string): BenchDocument {
  const source = readFileSync(full, 'utf8').replace(/^\uFEFF/, '');
  const front = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(source);
  const fields = recordSchema.catch({}).parse(front ? parse(front[1]!) : {});
  const text = front ? source.slice(front[0].length) : source;
  const address = [fields.slug, fields.permalink, fields.id].filter((value) => typeof value === 'string');
  return {
    id: file,
    names: [path.basename(file), file.replace(/\.[^.]+$/, ''), ...address],
    title: String(fields.title ?? /^#\s+(.+)$/m.exec(text)?.[1] ?? ''),
    text,
    language: languageOf(fields, file),
  };
}

/** From the front matter, else from the file name ("a._es.md", "a.es.md"), else from a folder on the way ("es/a.md"). */
function languageOf(fields: BenchRecord, file: string): string {
  const said = fields.language ?? fields.lang ?? fields.locale;
  if (typeof said === 'string' && /^[a-z]{2}\b/i.test(said)) return said.slice(0, 2).toLowerCase();
  const named = /[._-]([a-z]{2})(?:[-_][a-z]{2,4})?\.[^.]+$/i.exec(file) ?? /(?:^|\/)([a-z]{2})\//.exec(file);
  return named?.[1]?.toLowerCase() ?? 'en';
}
