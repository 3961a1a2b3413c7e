import type { SearchHit } from '@/lib/conversations/search.schema';

/** A text with the words that were searched for. */
export function MarkedText({ marked }: { marked: SearchHit['marked'] }) {
  return marked.map(({ text, hit }, at) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which never move
      <mark key={at} className="rounded-[2px] bg-accent-tint font-medium text-accent-text">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
