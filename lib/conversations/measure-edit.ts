/** Share of the words that were changed between a draft and what was sent: 0 untouched, 1 rewritten. */
export function measureEdit(draft: string, sent: string): number {
  const a = draft.split(/\s+/).filter(Boolean);
  const b = sent.split(/\s+/).filter(Boolean);
  if (a.length === 0 && b.length === 0) return 0;
  // Longest common subsequence of words, one row at a time.
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++) next.push(word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return 1 - (2 * row[b.length]!) / (a.length + b.length);
}
