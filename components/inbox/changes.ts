const underWay = new Map<string, number>();

/**
 * What is read of a conversation while a change of one's own is on its way may be from before it. Shown, it would take
 * the field from under the hands that already write in it, and the next letters would be shortcuts.
 */
export const isChanging = (conversationId: string): boolean => underWay.has(conversationId);

/** Notes that a change is on its way, and answers how to say that it has arrived. */
export function beginChange(conversationId: string): () => void {
  underWay.set(conversationId, (underWay.get(conversationId) ?? 0) + 1);
  return () => {
    const left = (underWay.get(conversationId) ?? 1) - 1;
    if (left > 0) underWay.set(conversationId, left);
    else underWay.delete(conversationId);
  };
}
