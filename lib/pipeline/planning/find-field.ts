import type { DocumentPages } from '../../documents/document.schema';
import { compilePattern, type Pattern } from '../../format/compile-pattern';
import { type ExtractField, isDateKind } from '../../governance/extract.schema';
import { readDate } from './read-date';

type Place = { page: number; line: number };

/** A value of a document: as it is used, as it stands there, and where that is. */
export type FieldFound = { value: string; text: string; where: string; place: Place };
/** Columns of a line: what two spaces part. */
type Line = { text: string; columns: string[]; place: Place };

const longestValue = 200;

/**
 * Looks for a value beside one of its labels, or under it where nothing that fits stands beside; by its form alone where
 * it has no label. `labels` are those of all that is looked for: none of them is a value. Null where it is not there.
 */
export function findField(
  field: ExtractField,
  pages: DocumentPages,
  labels: readonly string[],
  now: string,
): FieldFound | null {
  const pattern = field.pattern === undefined ? null : compilePattern(field.pattern);
  if (pattern && !pattern.ok) throw new TypeError(`the pattern ${field.pattern} is none: ${pattern.why}`);
  const fitted = (text: string) => fitValue(text, field, pattern, now);
  const several = pages.length > 1;
  const lines = pages.map((page, at) =>
    page.map((text, line): Line => ({ text, columns: text.split('  '), place: { page: at + 1, line: line + 1 } })),
  );
  const found = (line: Line, text: string): FieldFound | null => {
    const fits = fitted(text);
    return fits && { ...fits, where: sayPlace(line.place, several), place: line.place };
  };
  if (field.labels.length === 0) return first(lines.flat(), (line) => found(line, line.text));
  // A label at the head of its column says more than the same word in a sentence.
  for (const strict of [true, false]) {
    for (const page of lines) {
      const value = first(page, (line, at) =>
        first(field.labels, (label) => {
          const after = afterLabel(line, label, strict);
          if (!after) return null;
          const beside = isLabel(after.beside, labels) ? null : found(line, after.beside);
          const under = strict && !beside ? page[at + 1] : undefined;
          return beside ?? (under ? belowLabel(under, after, line, labels, found) : null);
        }),
      );
      if (value) return value;
    }
  }
  return null;
}

function first<T, R>(list: readonly T[], find: (one: T, at: number) => R | null): R | null {
  for (const [at, one] of list.entries()) {
    const found = find(one, at);
    if (found !== null) return found;
  }
  return null;
}

type After = { beside: string; column: number };

/** What follows a label on its line, up to the next column that is not the first one after it. */
function afterLabel({ columns }: Line, label: string, strict: boolean): After | null {
  const wanted = label.toLowerCase();
  for (const [column, text] of columns.entries()) {
    const small = text.toLowerCase();
    // Letters whose small form is longer would shift what is cut off.
    if (small.length !== text.length) continue;
    for (let at = small.indexOf(wanted); at !== -1; at = small.indexOf(wanted, at + 1)) {
      const before = text.slice(0, at);
      const rest = text.slice(at + label.length);
      if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(rest)) continue;
      if (strict && !(/^[^\p{L}]*$/u.test(before) || /[/(|]\s*$/.test(before))) continue;
      if (strict && !/^\s*([:=#./(|–—-]|$)/.test(rest)) continue;
      const own = withoutOtherTongues(rest);
      return { beside: own !== '' ? own : (columns[column + 1] ?? '').replace(leading, ''), column };
    }
  }
  return null;
}

const leading = /^[\s:=#.|–—-]+/;

/** "Date of birth / Date de naissance: 1990" says its label twice; what comes after the colon is the value. */
function withoutOtherTongues(rest: string): string {
  const text = rest.trim();
  if (!/^[/(]/.test(text)) return text.replace(leading, '').trim();
  const colon = text.lastIndexOf(':');
  return colon === -1 ? '' : text.slice(colon + 1).trim();
}

/** Under a label stands what is in the same column, where both lines have as many; else the whole line under the first. */
function belowLabel(
  under: Line,
  { column }: After,
  line: Line,
  labels: readonly string[],
  found: (line: Line, text: string) => FieldFound | null,
): FieldFound | null {
  const text = under.columns.length === line.columns.length ? under.columns[column] : column === 0 ? under.text : null;
  return text && !isLabel(text, labels) ? found(under, text) : null;
}

const isLabel = (text: string, labels: readonly string[]): boolean => {
  const small = text.toLowerCase().replace(/[\s:.]+$/, '');
  return labels.some((label) => small === label.toLowerCase() || small.startsWith(`${label.toLowerCase()}:`));
};

function fitValue(
  text: string,
  field: ExtractField,
  pattern: Extract<Pattern, { ok: true }> | null,
  now: string,
): { value: string; text: string } | null {
  const part = pattern ? pattern.find(text) : text;
  if (part === null) return null;
  if (isDateKind(field.is)) return fitDate(part, field, now, pattern === null && field.labels.length === 0);
  const clean = part
    .replace(/^[\s:=#|–—-]+/, '')
    .replace(/[\s,;:|]+$/, '')
    .slice(0, longestValue);
  return /[\p{L}\p{N}]/u.test(clean) ? { value: clean, text: clean } : null;
}

/** The date at the beginning, or after a word such as "on" before it. */
function fitDate(text: string, { order }: ExtractField, now: string, anywhere: boolean) {
  const starts = [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].slice(0, anywhere ? 40 : 4);
  const read = first(starts, ({ index }) => readDate(text.slice(index), order, now));
  return read && { value: read.iso, text: read.text };
}

const sayPlace = ({ page, line }: Place, several: boolean): string =>
  several ? `page ${page}, line ${line}` : `line ${line}`;
