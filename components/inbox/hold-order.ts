/**
 * Keeps a list still while it changes underneath. `shown` is what a person sees, `incoming` the server's order.
 * Rows that stay keep their place; rows after the last of them are appended (further pages); the others are `fresh`
 * and wait until they are asked for. `open` stays in its place even when it left the view, so that the conversation
 * one writes in does not vanish from under the cursor.
 */
export function holdOrder(
  shown: string[],
  incoming: string[],
  open: string | null,
): { shown: string[]; fresh: string[] } {
  const positions = new Map(incoming.map((id, index) => [id, index]));
  const kept = shown.filter((id) => positions.has(id) || id === open);
  const anchors = kept.filter((id) => positions.has(id));
  if (anchors.length === 0) return { shown: [...kept.filter((id) => !positions.has(id)), ...incoming], fresh: [] };
  const last = Math.max(...anchors.map((id) => positions.get(id) ?? 0));
  const known = new Set(kept);
  const fresh = incoming.slice(0, last).filter((id) => !known.has(id));
  const further = incoming.slice(last + 1).filter((id) => !known.has(id));
  return { shown: [...kept, ...further], fresh };
}
