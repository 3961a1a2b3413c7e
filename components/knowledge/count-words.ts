const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words of a Markdown text as a reader counts them, in every script; signs are none. */
export function countWords(markdown: string): number {
  const plain = markdown.replace(/\]\([^)]*\)/g, ']').replace(/^\s*\|?[\s:|-]+\|[\s:|-]*$/gm, '');
  let count = 0;
  for (const { isWordLike } of segmenter.segment(plain)) if (isWordLike) count += 1;
  return count;
}
