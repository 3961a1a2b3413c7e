/** A key as a title: `order-changes` is Order changes. */
export function titleKey(key: string): string {
  const words = key.replaceAll('-', ' ').replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
