/** The beginning of a redacted text, at most so long, with no placeholder cut in two. */
export function cutRedacted(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 1)
    .replace(/\[[A-Z_]*\d*$/, '')
    .trimEnd()}…`;
}
