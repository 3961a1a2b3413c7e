/** Whom a text calls by "@Sam Ortiz": the longest name that fits, so that "@Sam Ortiz" never calls a "Sam" as well. */
export function findMentions<P extends { name: string }>(text: string, people: readonly P[]): P[] {
  const called = new Set<P>();
  const longest = [...people].sort((a, b) => b.name.length - a.name.length);
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}_])@/gu)) {
    const rest = text.slice(index + 1);
    const found = longest.find(({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)));
    if (found) called.add(found);
  }
  return people.filter((one) => called.has(one));
}

/** A text cut at its mentions, so that they can stand out. */
export function cutMentions(text: string, names: readonly string[]): { text: string; mention: boolean }[] {
  if (names.length === 0) return [{ text, mention: false }];
  const longest = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(@(?:${longest.join('|')})(?![\\p{L}\\p{N}]))`, 'u');
  return text
    .split(pattern)
    .map((part, at) => ({ text: part, mention: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}
