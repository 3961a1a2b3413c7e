import type { TokenKind } from '../privacy.schema';
import { findDatesOfBirth } from './find-dates-of-birth';
import { findIbans } from './find-ibans';
import { findIntroductions } from './find-introductions';
import { findEmails, findIps, findUrls } from './find-links';
import { findNames } from './find-names';
import { findNationalIds } from './find-national-ids';
import { findPhones } from './find-phones';
import { findUsAddresses } from './find-us-addresses';
import { isAssistant } from './is-assistant';
import type { Span } from './span';

export type FoundSpan = Span & { kind: TokenKind };

// In order of telling power: an address in an email is the email's, digits in a bank account are not a phone.
const finders: { kind: TokenKind; find: (text: string) => Span[] }[] = [
  { kind: 'EMAIL', find: findEmails },
  { kind: 'URL', find: findUrls },
  { kind: 'IBAN', find: findIbans },
  { kind: 'IP', find: findIps },
  { kind: 'NATIONAL_ID', find: findNationalIds },
  { kind: 'DATE_OF_BIRTH', find: findDatesOfBirth },
  { kind: 'ADDRESS', find: findUsAddresses },
  { kind: 'PERSON', find: findIntroductions },
  { kind: 'PHONE', find: (text) => findPhones(text).filter(({ sure }) => sure) },
];

/**
 * What identifies people in a text, in order and without overlap. `taken` is left alone. `keep` are words, in small
 * letters, of names that belong to nobody: products, carriers, the workspace itself.
 */
export function findPersonalData(text: string, taken: Span[], keep?: ReadonlySet<string>): FoundSpan[] {
  const form: FoundSpan[] = [];
  let blocked = taken;
  for (const { kind, find } of finders) {
    const fresh = withoutOverlaps(find(text), blocked).map((span) => ({ start: span.start, end: span.end, kind }));
    if (fresh.length === 0) continue;
    form.push(...fresh);
    blocked = [...blocked, ...fresh].sort(byStart);
  }
  form.sort(byStart);
  const names: FoundSpan[] = withoutOverlaps(findNames(text, form), blocked).filter(
    (span) => !isKept(text, span, keep),
  );
  const streets = names.filter(({ kind }) => kind === 'ADDRESS');
  const phones = withoutOverlaps(withoutOverlaps(findPhones(text), blocked), streets).map(
    ({ start, end }): FoundSpan => ({ kind: 'PHONE', start, end }),
  );
  const rest = withoutOverlaps(names, phones);
  return [...form, ...phones, ...rest].sort(byStart);
}

/** Whether every word of it is nobody's. "Northline's AI" is of two that are not, and whose it is makes no third. */
function isKept(text: string, { kind, start, end }: FoundSpan, keep: ReadonlySet<string> = nothing): boolean {
  if (kind === 'ADDRESS') return false;
  const name = text.slice(start, end).replace(/(?<=\p{L}['’])s(?!\p{L})/gu, ' ');
  const words = [...name.matchAll(/[\p{L}\p{N}]+/gu)];
  return words.every(
    ({ 0: word, index }) =>
      keep.has(word.toLowerCase()) ||
      (keep.size > 0 && /^\d+$/.test(word)) ||
      isAssistant(word, text.slice(0, start + index)),
  );
}

const nothing: ReadonlySet<string> = new Set();

const byStart = (a: Span, b: Span) => a.start - b.start;

/** Both lists walked once side by side: a wall of text may hold a hundred thousand spans. */
function withoutOverlaps<T extends Span>(spans: T[], blocked: Span[]): T[] {
  const kept: T[] = [];
  let next = 0;
  let reached = 0;
  for (const span of spans.sort(byStart)) {
    if (span.start < reached) continue;
    while (next < blocked.length && blocked[next]!.end <= span.start) next++;
    if (next < blocked.length && blocked[next]!.start < span.end) continue;
    kept.push(span);
    reached = span.end;
  }
  return kept;
}
