import { destroyCardData } from './destroy-card-data';
import { findIbans, type Span } from './find-ibans';
import type { Redaction, TokenKind, Tokens } from './privacy.schema';

const suffix =
  '(?:street|str|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|square|sq|trail|trl|parkway|pkwy|circle|cir|terrace|ter|way|highway|hwy|loop|row|alley|crescent|broadway)';
const state =
  '(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)';
const unit = '(?:,?\\s*(?:apt|apartment|unit|suite|ste|floor|fl|#)\\.?\\s*#?\\s*[\\w-]{1,6})?';
const city = "[A-Za-z][A-Za-z.' -]{1,30}?";
const zip = '\\d{5}(?:-\\d{4})?';
const fullAddress = new RegExp(
  `\\b\\d{1,6}[A-Za-z]?\\s+(?:[A-Za-z0-9.'-]{1,20}\\s+){1,4}?${suffix}\\b\\.?(?:\\s+(?:N|S|E|W|NE|NW|SE|SW)\\b)?${unit}(?:,?\\s+${city},?\\s+${state}\\b\\.?(?:,?\\s+${zip})?|,?\\s+${city},?\\s+${zip})`,
  'gi',
);
const streetOnly = new RegExp(
  `\\b\\d{1,6}[A-Za-z]?\\s+(?:[A-Z0-9][A-Za-z0-9.'-]{0,20}\\s+){1,3}?(?:${suffix}|${capitalised(suffix)})\\b\\.?${unit}(?:,\\s*[A-Z][A-Za-z.' ]{1,25})?`,
  'g',
);

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
type Finder = { kind: TokenKind; find: (text: string) => Span[] };

// In order of telling power: an address in an email is the email's, digits in a bank account are not a phone.
const finders: Finder[] = [
  {
    kind: 'EMAIL',
    find: spans(/[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.)+\p{L}{2,24}/gu),
  },
  { kind: 'URL', find: spans(/\b(?:https?:\/\/|www\.)[^\s<>"'\])]+[^\s<>"'\]).,;:!?]/gi) },
  { kind: 'IBAN', find: findIbans },
  {
    kind: 'IP',
    find: spans(
      new RegExp(
        `(?<![\\d.])(?:${octet}\\.){3}${octet}(?![\\d]|\\.\\d)|(?<![\\w:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\\w:])|(?<![\\w:])(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?(?![\\w:])`,
        'gi',
      ),
    ),
  },
  {
    kind: 'SSN',
    find: spans(
      /(?<![\d-])(?!000|666|9\d\d)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])|(?<=\b(?:ssn|social security(?: number)?)\D{0,8})(?!000|666|9\d\d)\d{9}(?!\d)/gi,
    ),
  },
  { kind: 'ADDRESS', find: (text) => findAddresses(text) },
  {
    kind: 'PHONE',
    find: (text) =>
      spans(
        /(?<![\w+-])(?:\+|00)[1-9]\d{0,2}[ .\-/]?(?:\(?\d{1,4}\)?[ .\-/]?){2,5}\d{2,4}(?![\w-])|(?<![\w$€£.,-])(?:1[ .-]?)?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?![\w-])|(?<![\w$€£.,#-])[2-9]\d{2}[2-9]\d{6}(?![\w-])|(?<![\w$€£.,#-])0\d{1,4}(?:[ /.-]\d{2,8}){1,4}(?![\w-])/g,
      )(text).filter(({ start, end }) => {
        const digits = text.slice(start, end).replace(/\D/g, '').length;
        return digits >= 8 && digits <= 20;
      }),
  },
];

const placeholder = /\[(?:EMAIL|PHONE|IBAN|SSN|IP|URL|ADDRESS|LITERAL)_\d+\]/g;

/**
 * Replaces what identifies a person by placeholders such as `[EMAIL_1]`, and destroys card data. The same value gets the
 * same placeholder, numbering goes on from `known`. Order numbers and amounts stay: they are needed and name nobody.
 * Where nothing was destroyed, `restoreText` gives back the very text.
 */
export function redactText(text: string, known: Tokens = {}): Redaction {
  const { text: safe, destroyed } = destroyCardData(text);
  const taken: (Span & { kind: TokenKind })[] = [];
  // A placeholder that is known is one of ours coming back; any other was typed.
  for (const match of safe.matchAll(placeholder)) {
    const span = { start: match.index, end: match.index + match[0].length };
    taken.push({ ...span, kind: 'LITERAL' });
  }
  for (const { kind, find } of finders) {
    for (const span of find(safe)) {
      if (!taken.some(({ start, end }) => span.start < end && span.end > start)) taken.push({ ...span, kind });
    }
  }
  taken.sort((a, b) => a.start - b.start);

  const tokens: Tokens = { ...known };
  const names = new Map(Object.entries(known).map(([name, { kind, value }]) => [`${kind} ${value}`, name]));
  const last = new Map<string, number>();
  for (const name of Object.keys(known)) {
    const [, kind, count] = /^\[([A-Z]+)_(\d+)\]$/.exec(name) ?? [];
    if (kind) last.set(kind, Math.max(last.get(kind) ?? 0, Number(count)));
  }

  let result = '';
  let copied = 0;
  for (const { start, end, kind } of taken) {
    const value = safe.slice(start, end);
    if (kind === 'LITERAL' && Object.hasOwn(known, value)) continue;
    let name = names.get(`${kind} ${value}`);
    if (!name) {
      const count = (last.get(kind) ?? 0) + 1;
      last.set(kind, count);
      name = `[${kind}_${count}]`;
      names.set(`${kind} ${value}`, name);
      tokens[name] = { kind, value };
    }
    result += safe.slice(copied, start) + name;
    copied = end;
  }
  return { text: result + safe.slice(copied), tokens, destroyed };
}

/** Postal addresses in the United States; without city and state or zip they are half sure. */
export function findAddresses(text: string): (Span & { sure: number })[] {
  const found: (Span & { sure: number })[] = [];
  for (const [pattern, sure] of [
    [fullAddress, 0.9],
    [streetOnly, 0.55],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!found.some((other) => start < other.end && end > other.start)) found.push({ start, end, sure });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function spans(pattern: RegExp): (text: string) => Span[] {
  return (text) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function capitalised(alternatives: string): string {
  return alternatives.replace(/(?<=\(\?:|\|)[a-z]/g, (letter) => letter.toUpperCase());
}
