type Fault = { code?: string | undefined; summary?: string | undefined; range?: { start: number } | undefined };

/** Why a text is no expression, by CEL's own fault, for people who write rules and not programs; null for any other fault. */
export function sayUnreadable({ code, summary = '', range }: Fault): string | null {
  const place = range ? `character ${range.start + 1}` : 'some place';
  switch (code) {
    case 'unexpected_token':
    case 'expected_token':
      return summary.endsWith('EOF') ? 'it ends too early.' : `it cannot be read from ${place} on.`;
    case 'unexpected_character':
      return `it cannot be read from ${place} on.`;
    case 'unterminated_string':
      return `the text that begins at ${place} does not end.`;
    default:
      return null;
  }
}
