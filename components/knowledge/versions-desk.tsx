'use client';

import { ArrowLeft, History, RotateCcw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { restoreOne } from '@/app/(workspace)/knowledge/actions';
import { ListFailed } from '@/components/inbox/list-states';
import { useMay } from '@/components/shell/me';
import { Avatar } from '@/components/ui/avatar';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import type { ArticlePlace, ArticleVersions } from '@/lib/knowledge/article.schema';
import { useKnowledgeChange, useVersions } from './queries';
import { articleHref } from './use-knowledge-place';
import { VersionDiff } from './version-diff';

/** One text in the history: what waits to be published, or what once was. */
type Entry = {
  key: string;
  name: string;
  number: number | null;
  title: string;
  body: string;
  note: string;
  at: string;
  person: ArticleVersions['versions'][number]['person'];
};

/** Everything that was ever published, what changed from one to the next, and the way back. */
export function VersionsDesk({ place }: { place: ArticlePlace }) {
  const versions = useVersions(place);
  const edits = useMay('knowledge.edit');
  const [chosen, setChosen] = useState<string | null>(null);
  const entries = versions.data ? entriesOf(versions.data) : [];
  const at = Math.max(
    0,
    entries.findIndex(({ key }) => key === chosen),
  );
  const open = entries[at];
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line px-6 max-pane:h-14 max-pane:px-2">
        <Link
          href={articleHref(place)}
          aria-label="Back to the article"
          className={buttonClass('plain', 'desk', '-ml-2 max-pane:px-3')}
        >
          <ArrowLeft size={16} strokeWidth={1.75} aria-hidden />
        </Link>
        <h1 className="truncate font-strong">{versions.data ? `Versions of ${versions.data.title}` : 'Versions'}</h1>
        <span className="flex-1" />
        {edits && versions.data && open?.number != null && at > 0 && (
          <Restore place={place} article={versions.data} number={open.number} />
        )}
      </header>
      {versions.isError ? (
        <ListFailed what="The history" error={versions.error} onRetry={() => void versions.refetch()} />
      ) : !versions.data ? (
        <div role="status" aria-label="Reading the history" className="flex flex-col gap-4 p-6">
          {['w-64', 'w-52', 'w-72'].map((width) => (
            <Skeleton key={width} className={`h-2.5 ${width}`} />
          ))}
        </div>
      ) : !open ? (
        <EmptyState icon={History} title="Nothing was published yet">
          Each publication is kept here, with who published it and what changed.
        </EmptyState>
      ) : (
        <div className="flex min-h-0 flex-1 max-pane:flex-col max-pane:overflow-y-auto">
          <VersionList entries={entries} at={at} onChoose={setChosen} />
          <VersionDiff to={open} from={entries[at + 1]} />
        </div>
      )}
    </main>
  );
}

function entriesOf({ versions, draft }: ArticleVersions): Entry[] {
  const published = versions.map(
    ({ number, title, body, note, at, person }, index): Entry => ({
      key: String(number),
      name: `v${number}${index === 0 ? ', live' : ''}`,
      number,
      title,
      body,
      note,
      at,
      person,
    }),
  );
  if (!draft) return published;
  const { title, body, at, by } = draft;
  const name = `v${(versions[0]?.number ?? 0) + 1}, draft`;
  return [
    { key: 'draft', name, number: null, title, body, note: 'Waits to be published', at, person: by },
    ...published,
  ];
}

type ListProps = { entries: Entry[]; at: number; onChoose: (key: string) => void };

function VersionList({ entries, at, onChoose }: ListProps) {
  const now = useNow(60_000);
  return (
    <ol
      aria-label="Versions"
      className="w-72 flex-none overflow-y-auto border-r border-line max-pane:max-h-64 max-pane:w-full max-pane:border-r-0 max-pane:border-b"
    >
      {entries.map((entry, index) => (
        <li key={entry.key}>
          <button
            type="button"
            aria-current={index === at ? 'true' : undefined}
            onClick={() => onChoose(entry.key)}
            className={join(
              'focus-inside relative block w-full border-b border-line px-6 py-2.5 text-left max-pane:px-4',
              index === at ? 'bg-selected' : 'hover:bg-hover',
            )}
          >
            {index === at && <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent" />}
            <span className="flex items-center gap-2">
              <span className="flex-1 font-strong">{entry.name}</span>
              <span className="text-meta text-ink-3 tabular-nums">{now > 0 && formatMoment(entry.at, now)}</span>
            </span>
            <span className="mt-0.5 flex items-center gap-1.5 text-meta text-ink-2">
              {entry.person && <Avatar name={entry.person.name} hue={entry.person.hue} size={20} letters={1} />}
              <span className="truncate">{[entry.person?.name, entry.note].filter(Boolean).join(' · ')}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

type RestoreProps = { place: ArticlePlace; article: ArticleVersions; number: number };

function Restore({ place, article, number }: RestoreProps) {
  const router = useRouter();
  const restore = useKnowledgeChange(restoreOne, 'It was not restored');
  const act = (publish: boolean) =>
    restore.mutate(
      { articleId: article.articleId, revision: article.revision, number, publish },
      {
        onSuccess: ({ version }) => {
          toast.success(
            publish ? `Version ${number} is live again, as v${version}` : `Version ${number} is the draft now`,
          );
          router.push(articleHref(place));
        },
      },
    );
  return (
    <>
      <Button icon={RotateCcw} busy={restore.isPending} onClick={() => act(false)}>
        Restore as draft
      </Button>
      <Button look="filled" busy={restore.isPending} onClick={() => act(true)}>
        Restore and publish
      </Button>
    </>
  );
}
