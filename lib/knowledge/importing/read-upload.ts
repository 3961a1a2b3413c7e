import { setImmediate } from 'node:timers/promises';
import { zipSync } from 'fflate';
import type { ImportKind, ImportOptions } from '../import.schema';
import { readHtml } from './read-html';
import { readMarkdown } from './read-markdown';
import { readQuestions } from './read-questions';
import { type Defaults, failed, type ReadItem } from './reading';
import { unpackZip } from './unpack-zip';

export type UploadedFile = { name: string; bytes: Uint8Array };
type UploadKind = Exclude<ImportKind, 'sitemap'>;
export type ReadUpload = { ok: true; items: ReadItem[] } | { ok: false; error: string };

const wanted: Record<UploadKind, { pattern: RegExp; what: string }> = {
  markdown: { pattern: /\.(?:md|mdx|markdown)$/i, what: 'Markdown files (.md)' },
  html: { pattern: /\.(?:html?|xhtml)$/i, what: 'HTML files (.html)' },
  questions: { pattern: /\.(?:csv|tsv|txt)$/i, what: 'tables (.csv)' },
};

/** Several files travel and wait as one zip; a zip is taken as it came. */
export function packUpload(files: readonly UploadedFile[]): Uint8Array {
  const only = files.length === 1 ? files[0]! : null;
  if (only && isZip(only.bytes)) return only.bytes;
  const names = new Set<string>();
  const packed: Record<string, Uint8Array> = {};
  for (const { name, bytes } of files) {
    let free = name;
    for (let number = 2; names.has(free); number++) free = name.replace(/(\.[^.]+)?$/, ` ${number}$1`);
    names.add(free);
    packed[free] = bytes;
  }
  return zipSync(packed, { level: 6 });
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2]! < 9;

/** Everything in an upload, file by file. `tell` hears how far it is; when it answers false, nothing more is read. */
export async function readUpload(
  kind: UploadKind,
  upload: Uint8Array,
  options: ImportOptions,
  tell: (total: number, done: number) => Promise<boolean>,
): Promise<ReadUpload> {
  const { pattern, what } = wanted[kind];
  const unpacked = unpackZip(upload, (name) => pattern.test(name));
  if (!unpacked.ok) return { ok: false, error: `The upload ${unpacked.error}.` };
  const { entries } = unpacked;
  if (entries.length === 0) return { ok: false, error: `There are no ${what} in it.` };
  const defaults: Defaults = options;
  const items: ReadItem[] = [];
  let done = 0;
  if (!(await tell(entries.length, 0))) return { ok: true, items };
  for (const { name, bytes, error } of entries) {
    items.push(
      ...(bytes === null ? [failed(name, `${name}: ${error}`)] : readOne(kind, name, decode(bytes), defaults, options)),
    );
    // A page takes some milliseconds: whatever else this process does comes in between.
    await setImmediate();
    if (!(await tell(entries.length, ++done))) break;
  }
  return { ok: true, items };
}

function readOne(kind: UploadKind, name: string, text: string, defaults: Defaults, { per }: ImportOptions): ReadItem[] {
  switch (kind) {
    case 'markdown':
      return [readMarkdown(name, text, defaults)];
    case 'html':
      return [readHtml(name, text, defaults)];
    case 'questions': {
      const table = readQuestions(name, text, defaults, per);
      return table.ok ? table.items : [failed(name, table.error)];
    }
  }
}

/** UTF-8 or UTF-16 with its mark; what is neither was saved by an older program, as Windows did it. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
