import { destroyCardData } from './destroy-card-data';
import { findPersonalData } from './detection/find-personal-data';
import { findUsAddresses } from './detection/find-us-addresses';
import type { Span } from './detection/span';
import { nameKinds, type Redaction, type TokenKind, type Tokens, tokenKinds } from './privacy.schema';
import { type Names, nameValues } from './vault/name-values';

// SSN is how national ids were named before; texts from then still hold it.
const placeholder = new RegExp(`\\[(?:${[...tokenKinds, 'SSN'].join('|')})_\\d{1,9}\\]`, 'g');

export type RedactionOptions = {
  /** Every placeholder in it was typed: text as it comes in from outside. */
  typed?: boolean;
  /** Nothing is looked for: what is known is hidden, for text of our own making. */
  onlyKnown?: boolean;
  /** Words, in small letters, that are never taken for a name: of products, article titles, carriers, the workspace. */
  keep?: ReadonlySet<string>;
};

/**
 * Replaces what identifies a person by placeholders such as `[EMAIL_1]`, and destroys card data. The same value gets the
 * same placeholder, numbering goes on from `known`. Order numbers and amounts stay: they are needed and name nobody.
 * Where nothing was destroyed, `restoreText` gives back the very text.
 */
export function redactText(text: string, known: Tokens = {}, options: RedactionOptions = {}): Redaction {
  const { text: safe, destroyed } = destroyCardData(text);
  const names = nameValues(known);
  let current = replaceTyped(safe, options.typed ? {} : known, names);
  current = replaceKnown(current, names);
  // Without a name the words around it read differently: another look makes sure that redacting once more would change
  // nothing. More than a few are never needed.
  const looks = options.onlyKnown ? 0 : safe.length > longText ? 1 : 4;
  for (let look = 0; look < looks; look++) {
    const found = replaceFound(current, names, options);
    if (found.text === current) break;
    // What was found in one place is the same value in another.
    current = replaceKnown(found.text, names);
    if (!found.named) break;
  }
  return { text: current, tokens: names.tokens, destroyed };
}

/** Postal addresses in the United States; without city and state or zip they are half sure. */
export function findAddresses(text: string): (Span & { sure: number })[] {
  return findUsAddresses(text);
}

const longText = 50_000; // characters; beyond it one look, so that a wall of text is over in seconds

/** A placeholder that is known is one of ours coming back; any other was typed. */
function replaceTyped(text: string, known: Tokens, names: Names): string {
  return text.replace(placeholder, (name) => (Object.hasOwn(known, name) ? name : names.of('LITERAL', name)));
}

// Each is looked for through the whole text: more would make a wall of text of names take minutes.
const mostKnown = 200;
const isName = (kind: TokenKind) => (nameKinds as readonly string[]).includes(kind);

/** A value once found is hidden wherever it stands again, whatever stands around it. */
function replaceKnown(text: string, names: Names): string {
  let current = text;
  const values = Object.values(names.tokens)
    .filter(({ kind, value }) => kind !== 'LITERAL' && value.length >= (isName(kind) ? 4 : 3) && value.length <= 200)
    .sort((a, b) => b.value.length - a.value.length)
    .slice(0, mostKnown);
  for (const { kind, value } of values) {
    if (current.includes(value)) current = replaceWhole(current, value, names.of(kind, value));
  }
  return current;
}

/** Replaces a value where no letter or digit goes on with it, and never inside a placeholder. */
function replaceWhole(text: string, value: string, name: string): string {
  let result = '';
  let copied = 0;
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) {
    const end = at + value.length;
    const inside = /[\p{L}\p{N}_]/u.test(text[at - 1] ?? '') || /[\p{L}\p{N}_]/u.test(text[end] ?? '');
    if (inside || (/^[A-Z\d_]+$/.test(value) && /\[[A-Z_]*$/.test(text.slice(Math.max(0, at - 20), at)))) continue;
    result += text.slice(copied, at) + name;
    copied = end;
  }
  return result + text.slice(copied);
}

function replaceFound(text: string, names: Names, { keep }: RedactionOptions): { text: string; named: boolean } {
  const ours = [...text.matchAll(placeholder)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found = findPersonalData(text, ours, keep);
  let result = '';
  let copied = 0;
  for (const { start, end, kind } of found) {
    result += text.slice(copied, start) + names.of(kind, text.slice(start, end));
    copied = end;
  }
  return { text: result + text.slice(copied), named: found.some(({ kind }) => isName(kind)) };
}
