export type Span = { start: number; end: number };

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start;

/** Where a pattern matches. */
export function spansOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
