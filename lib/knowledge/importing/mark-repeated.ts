import { failed, type ReadItem } from './reading';

/** Of two files that would be the same article the second is an error: which of them is meant is not ours to say. */
export function markRepeated(items: readonly ReadItem[]): ReadItem[] {
  const first = new Map<string, string>();
  return items.map((item) => {
    if (item.state !== 'ready') return item;
    const { slug, language } = item.article;
    const key = `${slug} ${language}`;
    const earlier = first.get(key);
    if (earlier !== undefined)
      return failed(item.file, `${item.file}: is the same article as ${earlier} (${slug}, ${language})`);
    first.set(key, item.file);
    return item;
  });
}
