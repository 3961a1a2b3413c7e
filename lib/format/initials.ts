/** First letters of the first and last word, by whole characters: "Maya Lindqvist" → "ML", "" → "?". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ? [...words[0]][0] : undefined;
  const last = words.length > 1 ? [...words[words.length - 1]!][0] : undefined;
  return `${first ?? '?'}${last ?? ''}`.toUpperCase();
}

/** "Maya Lindqvist" → "Maya": how a colleague is named in a sentence. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
