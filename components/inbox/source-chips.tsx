import { EyeOff, FileText, ReceiptText } from 'lucide-react';
import { Link } from '@/components/ui/link';
import type { DraftSource } from '@/lib/pipeline/draft-reply.schema';

type Article = Omit<Extract<DraftSource, { kind: 'article' }>, 'kind' | 'internal'>;

/** What a draft rests on: articles to be opened, records by their name. */
export function SourceChips({ sources, className }: { sources: DraftSource[]; className: string }) {
  if (sources.length === 0) return null;
  return (
    <ul aria-label="Sources of the draft" className={`flex flex-wrap gap-x-3 gap-y-1 px-4 text-meta ${className}`}>
      {sources.map((source) =>
        source.kind === 'article' ? (
          <li key={`${source.slug} ${source.version}`} className="inline-flex min-w-0 items-center gap-1.5">
            <ArticleLink {...source} />
            {source.internal && (
              <span className="inline-flex flex-none items-center gap-1 text-attention-text">
                <EyeOff size={12} strokeWidth={2} aria-hidden />
                for us only
              </span>
            )}
          </li>
        ) : (
          <li key={source.what} className="inline-flex min-w-0 items-center gap-1 text-ink-2 max-pane:h-6">
            <ReceiptText size={12} strokeWidth={2} aria-hidden className="flex-none text-ink-3" />
            <span className="truncate">{source.what}</span>
          </li>
        ),
      )}
    </ul>
  );
}

function ArticleLink({ articleId, slug, title, version }: Article) {
  return (
    <Link
      href={`/knowledge/${slug}?id=${articleId}`}
      title={`${title}, version ${version}`}
      className="inline-flex h-4 min-w-0 max-w-full items-center gap-1 border-b border-line-strong text-ink-2 hover:text-ink-1 max-pane:h-6"
    >
      <FileText size={12} strokeWidth={2} aria-hidden className="flex-none text-ink-3" />
      <span className="truncate">{title}</span>
    </Link>
  );
}
