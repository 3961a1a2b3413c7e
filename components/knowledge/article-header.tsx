'use client';

import {
  Archive,
  ArrowLeft,
  ChevronRight,
  CircleAlert,
  Eye,
  History,
  MoreHorizontal,
  RotateCcw,
  Trash2,
  Undo2,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { archiveOne, deleteOne, discardOne, publishOne } from '@/app/(workspace)/knowledge/actions';
import { useMe } from '@/components/shell/me';
import { Avatar } from '@/components/ui/avatar';
import { Button, buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import type { ArticleView } from '@/lib/knowledge/article.schema';
import { StateBadge } from './article-words';
import { useKnowledgeChange } from './queries';
import type { SaveState } from './use-draft';
import { articleHref, knowledgeHref, noFilter } from './use-knowledge-place';

type Props = {
  article: ArticleView;
  title: string;
  edits: boolean;
  /** Something here is not live yet. */
  changed: boolean;
  state: SaveState;
  preview: boolean;
  onPreview: (preview: boolean) => void;
  flush: () => Promise<boolean>;
  revision: () => number;
};

const sign = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function ArticleHeader({ article, title, edits, changed, state, preview, onPreview, flush, revision }: Props) {
  const me = useMe();
  const publish = useKnowledgeChange(publishOne, 'It was not published');
  const by = article.draft?.by;
  const shown = article.state === 'live' && changed ? 'draft' : article.state;
  return (
    <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line bg-surface px-6 max-pane:h-14 max-pane:gap-1 max-pane:px-2">
      <Link
        href={knowledgeHref(noFilter)}
        aria-label="Back to the articles"
        className={buttonClass('plain', 'desk', 'desk:hidden max-pane:px-3')}
      >
        <ArrowLeft {...sign} />
      </Link>
      <nav aria-label="Place" className="flex min-w-0 items-center gap-2">
        {article.collection && (
          <>
            <Link
              href={knowledgeHref({ ...noFilter, collection: article.collection })}
              className="flex-none truncate text-ink-2 hover:text-ink-1 max-desk:hidden"
            >
              {article.collection}
            </Link>
            <ChevronRight size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3 max-desk:hidden" />
          </>
        )}
        <span className="truncate font-strong">{title}</span>
      </nav>
      <span className="inline-flex flex-none max-pane:hidden">
        <StateBadge state={shown} version={article.version} />
      </span>
      {edits && <SaveLine state={state} />}
      <span className="flex-1" />
      {by && by.id !== me.id && (
        <span title={`${by.name} wrote this draft`} className="max-pane:hidden">
          <span className="sr-only">Draft by {by.name}</span>
          <Avatar name={by.name} hue={by.hue} />
        </span>
      )}
      <Link href={`${articleHref(article)}/versions`} className={buttonClass('plain', 'desk', 'max-pane:px-3')}>
        <History {...sign} className="text-ink-3" />
        <span className="max-desk:sr-only">Versions</span>
      </Link>
      {edits && (
        <Button
          look="plain"
          icon={Eye}
          aria-pressed={preview}
          className={join('max-pane:px-3', preview && 'bg-fill text-ink-1')}
          onClick={() => onPreview(!preview)}
        >
          <span className="max-desk:sr-only">Preview</span>
        </Button>
      )}
      {edits && article.state !== 'archived' && (
        <Button
          look="filled"
          className={changed ? undefined : 'max-pane:hidden'}
          disabled={!changed}
          busy={publish.isPending}
          onClick={async () => {
            if (await flush()) publish.mutate({ articleId: article.id, revision: revision() });
          }}
        >
          {changed ? `Publish v${article.version + 1}` : 'Published'}
        </Button>
      )}
      {edits && <More article={article} flush={flush} revision={revision} />}
    </header>
  );
}

function SaveLine({ state }: { state: SaveState }) {
  const now = useNow(60_000);
  const text =
    state.kind === 'saving'
      ? 'Saving…'
      : state.kind === 'saved' && now > 0
        ? `Saved ${formatMoment(state.at, now)}`
        : state.kind === 'failed' || state.kind === 'conflict'
          ? 'Not saved'
          : '';
  const wrong = state.kind === 'failed' || state.kind === 'conflict';
  return (
    <span
      role="status"
      className={join(
        'flex flex-none items-center gap-1 text-meta tabular-nums',
        wrong ? 'font-medium text-danger-text' : 'text-ink-2 max-pane:sr-only',
      )}
    >
      {wrong && <CircleAlert size={12} strokeWidth={2} aria-hidden />}
      {text}
    </span>
  );
}

function More({ article, flush, revision }: Pick<Props, 'article' | 'flush' | 'revision'>) {
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);
  const archive = useKnowledgeChange(archiveOne, 'It was not changed');
  const discard = useKnowledgeChange(discardOne, 'The draft is still there');
  const remove = useKnowledgeChange(deleteOne, 'It was not deleted');
  const archived = article.state === 'archived';
  return (
    <>
      <Menu trigger={<IconButton icon={MoreHorizontal} label="More" />}>
        {article.draft && article.publishedAt && !archived && (
          <MenuItem
            sign={<Undo2 {...sign} />}
            onChoose={async () => {
              await flush();
              discard.mutate({ articleId: article.id, revision: revision() });
            }}
          >
            Discard the draft
          </MenuItem>
        )}
        {article.publishedAt ? (
          <MenuItem
            sign={archived ? <RotateCcw {...sign} /> : <Archive {...sign} />}
            onChoose={() => archive.mutate({ articleId: article.id, archived: !archived })}
          >
            {archived ? 'Take it back' : 'Archive'}
          </MenuItem>
        ) : (
          <MenuItem sign={<Trash2 {...sign} />} onChoose={() => setDeleting(true)}>
            Delete
          </MenuItem>
        )}
      </Menu>
      <Dialog
        open={deleting}
        onOpenChange={setDeleting}
        title="Delete this draft?"
        description="It was never published. Its text cannot be brought back."
      >
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={() => setDeleting(false)}>
            Keep it
          </Button>
          <Button
            size="form"
            look="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate({ articleId: article.id }, { onSuccess: () => router.push('/knowledge') })}
          >
            Delete
          </Button>
        </div>
      </Dialog>
    </>
  );
}
