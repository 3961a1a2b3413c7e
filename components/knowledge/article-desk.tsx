'use client';

import { BookX } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { ReadFailed } from '@/components/shell/fetch-json';
import { useMay } from '@/components/shell/me';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { PaneTabs } from '@/components/ui/pane-tabs';
import { Skeleton } from '@/components/ui/skeleton';
import type { ArticlePlace, ArticleView } from '@/lib/knowledge/article.schema';
import { ArticleBody, withoutTitle } from './article-body';
import { ArticleHeader } from './article-header';
import { ArticleMeta } from './article-meta';
import { AskPane } from './ask-pane';
import { countWords } from './count-words';
import { useArticle } from './queries';
import { useDraft } from './use-draft';

// Only who writes pays for the editor, and it needs a browser.
const ArticleEditor = dynamic(() => import('./article-editor'), { ssr: false, loading: () => <TextSkeleton /> });

export function ArticleDesk({ place }: { place: ArticlePlace }) {
  const article = useArticle(place);
  if (article.data) return <OpenArticle key={article.data.id} article={article.data} />;
  return (
    <main id="main" className="min-w-0 flex-1 bg-surface">
      {!article.isError ? (
        <div role="status" aria-label="Reading the article">
          <div className="h-(--bar) border-b border-line" />
          <TextSkeleton />
        </div>
      ) : article.error instanceof ReadFailed && article.error.status === 404 ? (
        <EmptyState
          icon={BookX}
          title="There is no such article"
          actions={
            <Link href="/knowledge" className={buttonClass('outlined')}>
              All articles
            </Link>
          }
        >
          It may have been deleted before it was ever published.
        </EmptyState>
      ) : (
        <ListFailed what="The article" error={article.error} onRetry={() => void article.refetch()} />
      )}
    </main>
  );
}

function OpenArticle({ article }: { article: ArticleView }) {
  const edits = useMay('knowledge.edit') && article.state !== 'archived';
  const draft = useDraft(article, edits);
  const { title, body } = draft.text;
  const [preview, setPreview] = useState(false);
  const [pane, setPane] = useState<'text' | 'answers'>('text');
  const live = article.publishedAt !== null;
  const changed = !live || title !== article.title || body !== article.body;
  const asked = useMemo(
    () => (changed && edits && title.trim() !== '' ? { title: title.trim(), body } : null),
    [changed, edits, title, body],
  );
  const words = useMemo(() => countWords(body), [body]);
  // A first heading that repeats the title is shown as the title, and kept where it was.
  const inner = withoutTitle(body, title);
  const titled = inner !== body;
  const withHeading = (heading: string, text: string) => `# ${heading}\n\n${text.replace(/^\n+/, '')}`;
  const writeBody = (text: string) => draft.write({ body: titled ? withHeading(title, text) : text });
  const writeTitle = (next: string) =>
    draft.write({ title: next, ...(titled && next.trim() !== '' && { body: withHeading(next.trim(), inner) }) });
  const head = (
    <>
      {edits && !preview ? <TitleField title={title} onWrite={writeTitle} /> : <h1 className={titleClass}>{title}</h1>}
      <ArticleMeta article={article} edits={edits && !preview} />
    </>
  );
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <ArticleHeader
        article={article}
        title={title}
        edits={edits || article.state === 'archived'}
        changed={changed}
        state={draft.state}
        preview={preview}
        onPreview={setPreview}
        flush={draft.flush}
        revision={draft.revision}
      />
      {(draft.state.kind === 'conflict' || draft.state.kind === 'failed') && <NotSaved draft={draft} />}
      <PaneTabs panes={panes} chosen={pane} onChoose={setPane} />
      <div className="flex min-h-0 flex-1">
        <section
          aria-label="Article"
          className={join('flex min-h-0 min-w-0 flex-1 flex-col', pane !== 'text' && 'max-desk:hidden')}
        >
          {edits && !preview ? (
            <ArticleEditor
              key={`${article.id} ${draft.seen}`}
              body={inner.replace(/^\n+/, '')}
              words={words}
              onWrite={writeBody}
              head={head}
            />
          ) : (
            <div className="min-h-0 flex-1 overflow-y-auto">
              <div className="mx-auto max-w-[728px] px-6 pt-7 pb-24 max-pane:px-4 max-pane:pt-4">
                {head}
                <ArticleBody markdown={body} title={title} large={preview} />
              </div>
            </div>
          )}
        </section>
        <div
          className={join(
            'flex min-h-0 w-[376px] flex-none flex-col border-l border-line max-wide:w-[340px] max-desk:w-full max-desk:border-0',
            pane !== 'answers' && 'max-desk:hidden',
          )}
        >
          <AskPane article={article} draft={asked} edits={edits} />
        </div>
      </div>
    </main>
  );
}

const titleClass =
  'text-figure font-strong tracking-[-0.02em] text-balance [overflow-wrap:anywhere] max-pane:text-title';

/** Grows with the title; Enter goes on to the text. */
function TitleField({ title, onWrite }: { title: string; onWrite: (title: string) => void }) {
  return (
    <h1>
      <textarea
        aria-label="Title"
        value={title}
        rows={1}
        maxLength={300}
        placeholder="Title"
        onChange={(event) => onWrite(event.target.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
        className={join(
          titleClass,
          'field-sizing-content block w-full resize-none bg-transparent outline-none placeholder:text-ink-3 focus-visible:shadow-none',
        )}
      />
    </h1>
  );
}

function NotSaved({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const { state } = draft;
  if (state.kind !== 'conflict' && state.kind !== 'failed') return null;
  return (
    <div
      role="alert"
      className="flex flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-danger-line bg-danger-tint px-6 py-2 text-danger-text max-pane:px-4"
    >
      <span className="min-w-0 flex-1 text-pretty">
        {state.says}
        {state.kind === 'conflict' && ' What you wrote is still here.'}
      </span>
      {state.kind === 'failed' ? (
        <Button onClick={() => void draft.flush()}>Save again</Button>
      ) : (
        <>
          <Button
            onClick={async () => {
              // Kept where it can be pasted from, before it goes.
              await navigator.clipboard?.writeText(draft.text.body).catch(() => undefined);
              await draft.takeTheirs();
            }}
          >
            Copy mine and take theirs
          </Button>
          <Button onClick={() => void draft.keepMine()}>Keep mine</Button>
        </>
      )}
    </div>
  );
}

const lines = ['w-2/3', 'w-11/12', 'w-5/6', 'w-1/2', 'w-10/12', 'w-3/4'];

function TextSkeleton() {
  return (
    <div className="mx-auto flex w-full max-w-[728px] flex-col gap-3 px-6 pt-16">
      <Skeleton className="mb-2 h-5 w-80 max-w-full" />
      {lines.map((width) => (
        <Skeleton key={width} className={`h-2.5 ${width}`} />
      ))}
    </div>
  );
}

const panes = [
  ['text', 'Text'],
  ['answers', 'Answers'],
] as const;
