'use client';

import { FilePlus2, Plus, Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { useMay } from '@/components/shell/me';
import { useShortcut } from '@/components/shell/use-shortcut';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { formatLanguage } from '@/lib/format/format-language';
import { ArticleTable } from './article-table';
import { articleViews } from './knowledge-side';
import { NewArticleDialog } from './new-article-dialog';
import { type ArticleFilter, useArticleCounts, useArticles } from './queries';
import { knowledgeHref, noFilter, useArticleFilter } from './use-knowledge-place';

/** Typing asks once it rests for this long. */
const restMs = 180;

/** Everything the desk knows: found by words, narrowed by language and collection, with what is due. */
export function ArticlesDesk() {
  const filter = useArticleFilter();
  const list = useArticles(filter);
  const counts = useArticleCounts();
  const edits = useMay('knowledge.edit');
  const [adding, setAdding] = useState(false);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages[0]?.total;
  const go = (next: Partial<ArticleFilter>) =>
    window.history.replaceState(null, '', knowledgeHref({ ...filter, ...next }));
  const name = filter.collection ?? articleViews.find(([view]) => view === filter.view)?.[1] ?? 'Articles';
  const narrowed = filter.q !== '' || filter.language !== null || filter.collection !== null || filter.view !== 'all';
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <header className="flex h-(--bar) flex-none items-center gap-3 border-b border-line pr-6 pl-6 max-pane:h-14 max-pane:px-4">
        <h1 className="truncate font-strong">{name}</h1>
        <span className="text-meta text-ink-3 tabular-nums">{total}</span>
        <span className="flex-1" />
        {edits && (
          <Button look="filled" size="form" icon={Plus} onClick={() => setAdding(true)}>
            New article
          </Button>
        )}
      </header>
      <div className="flex flex-none flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-6 py-2 max-pane:px-4">
        <SearchField key={`${filter.view} ${filter.collection}`} value={filter.q} onChange={(q) => go({ q })} />
        <ul aria-label="Views" className="flex flex-wrap gap-1 desk:hidden">
          {articleViews.map(([view, label]) => (
            <li key={view}>
              <Chip pressed={filter.view === view} onPress={() => go({ ...noFilter, view })}>
                {label}
              </Chip>
            </li>
          ))}
          <li className={edits ? undefined : 'hidden'}>
            <Link
              href="/knowledge/imports"
              className="flex h-7 items-center rounded-corner px-2 font-medium text-ink-3 hover:bg-hover max-pane:h-9"
            >
              Imports
            </Link>
          </li>
        </ul>
        {counts.data && counts.data.languages.length > 1 && (
          <ul aria-label="Languages" className="flex flex-wrap gap-1">
            {counts.data.languages.map((language) => (
              <li key={language}>
                <Chip
                  pressed={filter.language === language}
                  onPress={() => go({ language: filter.language === language ? null : language })}
                >
                  {formatLanguage(language)}
                </Chip>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {list.isPending ? (
          <TableSkeleton />
        ) : list.isError ? (
          <ListFailed error={list.error} onRetry={() => void list.refetch()} />
        ) : rows.length === 0 ? (
          <Nothing
            filter={filter}
            narrowed={narrowed}
            edits={edits}
            onNew={() => setAdding(true)}
            onClear={() => go(noFilter)}
          />
        ) : (
          <>
            <ArticleTable rows={rows} look={filter.view === 'look'} />
            {list.hasNextPage && (
              <div className="flex justify-center p-4">
                <Button size="form" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  Show more of {total}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
      {adding && (
        <NewArticleDialog
          collections={counts.data?.collections.map((one) => one.name) ?? []}
          collection={filter.collection ?? ''}
          onClose={() => setAdding(false)}
        />
      )}
    </main>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return;
    const rest = setTimeout(() => onChange(text), restMs);
    return () => clearTimeout(rest);
  }, [text, value, onChange]);
  useShortcut('desk.search', () => document.getElementById('knowledge-search')?.focus());
  return (
    <label className="flex h-8 w-72 items-center gap-2 rounded-corner border border-line-control bg-surface px-2.5 focus-within:border-focus focus-within:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)] max-pane:h-11 max-pane:w-full">
      <Search size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
      <span className="sr-only">Search articles</span>
      <input
        id="knowledge-search"
        type="search"
        value={text}
        maxLength={200}
        placeholder="Search articles"
        onChange={(event) => setText(event.target.value)}
        className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 focus-visible:shadow-none [&::-webkit-search-cancel-button]:hidden"
      />
      {text !== '' && (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={() => setText('')}
          className="grid size-5 place-items-center rounded-corner-small text-ink-3 hover:bg-hover max-pane:size-8"
        >
          <X size={14} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </label>
  );
}

type ChipProps = { pressed: boolean; onPress: () => void; children: string };

function Chip({ pressed, onPress, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={join(
        'h-7 rounded-corner px-2 font-medium whitespace-nowrap max-pane:h-9',
        pressed ? 'bg-fill text-ink-1' : 'text-ink-3 hover:bg-hover',
      )}
    >
      {children}
    </button>
  );
}

type NothingProps = {
  filter: ArticleFilter;
  narrowed: boolean;
  edits: boolean;
  onNew: () => void;
  onClear: () => void;
};

function Nothing({ filter, narrowed, edits, onNew, onClear }: NothingProps) {
  if (filter.view === 'look' && filter.q === '')
    return (
      <EmptyState icon={Search} title="Nothing needs a look">
        Articles appear here when their look-again day has passed, when nobody changed them for a year, or when answers
        from them were rated badly.
      </EmptyState>
    );
  if (narrowed)
    return (
      <EmptyState icon={Search} title="No article fits" actions={<Button onClick={onClear}>Show all articles</Button>}>
        {filter.q ? `Nothing speaks of “${filter.q.slice(0, 60)}” here.` : 'There is none of this kind.'}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={FilePlus2}
      title="The desk knows nothing yet"
      actions={
        edits && (
          <Button look="filled" icon={Plus} onClick={onNew}>
            New article
          </Button>
        )
      }
    >
      What stands in articles the assistant may say, with the link. Write the first one, or import what you have.
    </EmptyState>
  );
}

const widths = ['w-64', 'w-52', 'w-72', 'w-44', 'w-60', 'w-56', 'w-48', 'w-68'];

function TableSkeleton() {
  return (
    <div role="status" aria-label="Reading articles" className="pt-8">
      {widths.map((width) => (
        <div key={width} className="flex h-9 items-center gap-6 border-b border-line px-6 max-pane:h-16 max-pane:px-4">
          <span className="flex-1">
            <Skeleton className={`h-2.5 max-w-full ${width}`} />
          </span>
          <Skeleton className="h-4 w-16" />
          <Skeleton className="h-4 w-8 max-pane:hidden" />
          <Skeleton className="h-2.5 w-12 max-pane:hidden" />
        </div>
      ))}
    </div>
  );
}
