/**
 * What went to or came from a tool, as words. It is kept as JSON that may be cut in the middle, so it cannot be
 * parsed: `{"order":"NL-1","items":[…` → "order NL-1, items …". Anything else is left as it is.
 */
export function plainValues(text: string): string {
  if (!/^\s*[{[]/.test(text)) return text;
  return text
    .replace(/"((?:[^"\\]|\\.)*)"\s*:/g, '$1 ')
    .replace(/[{}[\]"]/g, '')
    .replace(/\s*,\s*/g, ', ')
    .trim();
}
