export type Claim = { text: string; supported: boolean };
export type Part = { text: string; claim: Claim | null };

/** Parts of a text in order, each with the claim it makes. A claim that is not found word by word is left unmarked. */
export function markClaims(text: string, claims: Claim[]): Part[] {
  const found = claims
    .map((claim) => ({ claim, at: claim.text === '' ? -1 : text.indexOf(claim.text) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  const parts: Part[] = [];
  let end = 0;
  for (const { claim, at } of found) {
    if (at < end) continue;
    if (at > end) parts.push({ text: text.slice(end, at), claim: null });
    parts.push({ text: claim.text, claim });
    end = at + claim.text.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), claim: null });
  return parts;
}
