import { findIbans } from './detection/find-ibans';
import type { DestroyedKind, Destruction } from './privacy.schema';

const CARD = '[card number removed]';
const CVV = '[security code removed]';
const EXPIRY = '[card expiry removed]';

const invisible = '\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF';
// A comma parts a card's groups only when no blank follows: "48213, 40001, 50112" is a list.
const between = `(?:[\\s${invisible}.\\-\\u2010-\\u2015\\u2212_/·•|*:]|,(?!\\s)){0,4}`;
const digitRun = new RegExp(`\\p{Nd}(?:${between}\\p{Nd})+`, 'gu');

const fewDigits = `\\p{Nd}(?:[\\s${invisible}\\-]{0,2}\\p{Nd}){2,3}(?![-.]?\\p{Nd})`;
const codeName =
  '(?:cvv2?|cvc2?|cvn|csc|cid|(?<!social\\s{1,3})security\\s+(?:code|number)|verification\\s+(?:code|value|number)\\s+(?:of|on)\\s+(?:the|my)\\s+card|card\\s+verification(?:\\s+(?:code|value|number))?|prüfziffer|prüfnummer|código\\s+de\\s+seguran[cç]a|código\\s+de\\s+seguridad|cryptogramme|codice\\s+di\\s+sicurezza)';
const codeAfterName = new RegExp(
  `(\\b${codeName}(?!\\s+removed\\])[^\\p{L}\\p{N}\\[\\]\\n]{0,6}(?:(?:is|code|number|no|es|ist|est)\\b[^\\p{L}\\p{N}\\[\\]\\n]{0,4}){0,2})(${fewDigits})`,
  'giu',
);
const codeBeforeName = new RegExp(
  `(?<![\\p{Nd}.,$€£/-])(${fewDigits})(\\s*(?:\\(|is\\s+(?:my|the)\\s+|as\\s+)?\\s*${codeName}(?!\\s+removed\\]))`,
  'giu',
);
const codeAfterCard = new RegExp(
  `((?:${quoted(CARD)}|${quoted(EXPIRY)})[\\s,;|/:-]{1,3})(${fewDigits})(?![\\p{Nd}/])`,
  'gu',
);

const monthYear = '(?:0?[1-9]|1[0-2])\\s?[/\\-.]\\s?(?:20)?\\d{2}(?!\\d)';
const expiryAfterName = new RegExp(
  `(\\b(?:exp(?:iry|iration|ires|\\.)?(?:\\s+(?:date|on|is))*|valid\\s+(?:thru|until|through)|good\\s+thru|gültig\\s+bis|válid[ao]\\s+até|vencimiento|scadenza)[\\s:.=-]{0,4})(${monthYear})`,
  'giu',
);
const expiryNearCard = new RegExp(`(${quoted(CARD)}[^\\n]{0,40}?)(?<![\\p{N}$€£/.-])(${monthYear})(?![/.-]\\d)`, 'gu');
const expiryBeforeCard = new RegExp(`(?<![\\p{N}$€£/.-])(${monthYear})([\\s,;]{1,3}${quoted(CARD)})`, 'gu');

/**
 * Removes card numbers, security codes and expiry dates for good (PCI DSS 3.3: a security code is never kept).
 * To be applied before a text is stored or logged; applied twice it changes nothing more.
 */
export function destroyCardData(text: string): Destruction {
  const destroyed = new Set<DestroyedKind>();
  let current = text;
  // Taking one number out can bare another beside it, so it goes on until nothing is found. Each round removes digits.
  for (;;) {
    const next = destroyOnce(current, destroyed);
    if (next === current) return { text: current, destroyed: [...destroyed] };
    current = next;
  }
}

function destroyOnce(text: string, destroyed: Set<DestroyedKind>): string {
  let next = destroyCards(text, destroyed);
  const replace = (pattern: RegExp, kind: DestroyedKind, marker: string, before: boolean) => {
    next = next.replace(pattern, (_, first: string, second: string) => {
      destroyed.add(kind);
      return before ? `${marker}${second}` : `${first}${marker}`;
    });
  };
  replace(expiryAfterName, 'expiry', EXPIRY, false);
  replace(expiryNearCard, 'expiry', EXPIRY, false);
  replace(expiryBeforeCard, 'expiry', EXPIRY, true);
  replace(codeAfterName, 'cvv', CVV, false);
  replace(codeBeforeName, 'cvv', CVV, true);
  replace(codeAfterCard, 'cvv', CVV, false);
  return next;
}

function destroyCards(text: string, destroyed: Set<DestroyedKind>): string {
  const ibans = findIbans(text);
  let result = '';
  let copied = 0;
  for (const run of text.matchAll(digitRun)) {
    if (ibans.some(({ start, end }) => run.index < end && run.index + run[0].length > start)) continue;
    for (const { start, end } of findCards(run[0])) {
      destroyed.add('card');
      result += text.slice(copied, run.index + start) + CARD;
      copied = run.index + end;
    }
  }
  return result + text.slice(copied);
}

/** Spans of card numbers in a run of digits and separators. A number begins and ends where a group of digits does. */
function findCards(run: string): { start: number; end: number }[] {
  const digits: { value: number; start: number; end: number; opens: boolean; closes: boolean }[] = [];
  for (const match of run.matchAll(/\p{Nd}/gu)) {
    const previous = digits.at(-1);
    const opens = previous === undefined || previous.end !== match.index;
    if (previous && opens) previous.closes = true;
    digits.push({
      value: digitValue(match[0]),
      start: match.index,
      end: match.index + match[0].length,
      opens,
      closes: false,
    });
  }
  digits.at(-1)!.closes = true;

  const found: { start: number; end: number }[] = [];
  let from = 0;
  while (from + 12 <= digits.length) {
    const length = digits[from]!.opens ? cardLength(digits, from) : 0;
    if (length === 0) {
      from++;
      continue;
    }
    found.push({ start: digits[from]!.start, end: digits[from + length - 1]!.end });
    from += length;
  }
  return found;
}

function cardLength(digits: { value: number; closes: boolean }[], from: number): number {
  for (let length = Math.min(19, digits.length - from); length >= 12; length--) {
    if (!digits[from + length - 1]!.closes) continue;
    const number = digits.slice(from, from + length).map(({ value }) => value);
    if (!passesLuhn(number) || (length === 12 && !isShortMaestro(number))) continue;
    // Alone, a number that begins as cards do is one; among other digits it has to fit a scheme, or chance would find many.
    const alone = from === 0 && length === digits.length;
    if ((alone && number[0]! >= 2 && number[0]! <= 6) || fitsScheme(number)) return length;
  }
  return 0;
}

function passesLuhn(number: number[]): boolean {
  let sum = 0;
  for (let at = number.length - 1, double = false; at >= 0; at--, double = !double) {
    const value = number[at]! * (double ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** First digits and lengths of Visa, Mastercard, American Express, Diners, Discover, JCB, UnionPay and Maestro (ISO/IEC 7812 ranges). */
function fitsScheme(number: number[]): boolean {
  const length = number.length;
  const four = Number(number.slice(0, 4).join(''));
  const two = Math.floor(four / 100);
  if (number[0] === 4) return length === 13 || length === 16 || length === 19;
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16;
  if (two === 34 || two === 37) return length === 15;
  if (two === 36 || two === 38 || two === 39 || (four >= 3000 && four <= 3059)) return length >= 14;
  if (four >= 3528 && four <= 3589) return length >= 16;
  if (four === 1800 || four === 2131) return length === 15; // JCB of before
  return number[0] === 6 || two === 50 || (two >= 56 && two <= 58);
}

/** Maestro alone has numbers of twelve digits; as many as a telephone has, so only the ranges in use count. */
function isShortMaestro(number: number[]): boolean {
  return [5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763].includes(Number(number.slice(0, 4).join('')));
}

/** Any script's decimal digit: Unicode lays each script's ten out in a row. */
function digitValue(character: string): number {
  const plain = character.normalize('NFKC');
  if (/^[0-9]$/.test(plain)) return Number(plain);
  const code = plain.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

function quoted(text: string): string {
  return text.replace(/[[\]]/g, '\\$&');
}
