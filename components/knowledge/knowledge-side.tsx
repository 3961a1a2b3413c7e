'use client';

import { Archive, CalendarClock, Download, FileText, Folder, Globe, PencilLine } from 'lucide-react';
import Link from 'next/link';
import { useParams, usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { LiveLine } from '@/components/inbox/live-footer';
import { useMe } from '@/components/shell/me';
import { join } from '@/components/ui/join';
import type { ArticleViewKey } from '@/lib/knowledge/article.schema';
import { useArticle, useArticleCounts } from './queries';
import { articleHref, knowledgeHref, noFilter, useArticleFilter } from './use-knowledge-place';

const sign = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export const articleViews: [ArticleViewKey, string, ReactNode][] = [
  ['all', 'Articles', <FileText key="all" {...sign} />],
  ['look', 'Needs a look', <CalendarClock key="look" {...sign} />],
  ['drafts', 'Drafts', <PencilLine key="drafts" {...sign} />],
  ['archived', 'Archived', <Archive key="archived" {...sign} />],
];

/** Everything the desk knows, by what to do with it and by collection; beside an article, those next to it. */
export function KnowledgeSide() {
  const path = usePathname();
  const filter = useArticleFilter();
  const { data: counts } = useArticleCounts();
  const { slug, language } = useParams<{ slug?: string; language?: string }>();
  const edits = useMe().role !== 'agent';
  const inList = path === '/knowledge';
  return (
    <nav aria-label="Knowledge" className="flex w-(--views) flex-none flex-col border-r border-line max-desk:hidden">
      <div className="flex h-(--bar) flex-none items-center px-4 font-strong">Knowledge</div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
        <ul className="flex flex-col gap-px">
          {articleViews.map(([view, name, icon]) => (
            <Entry
              key={view}
              href={knowledgeHref({ ...noFilter, view })}
              chosen={inList && filter.view === view && filter.collection === null}
              name={name}
              count={counts?.[view]}
              sign={icon}
            />
          ))}
          {edits && (
            <Entry
              href="/knowledge/imports"
              chosen={path.startsWith('/knowledge/imports')}
              name="Imports"
              sign={<Download {...sign} />}
            />
          )}
          <Entry href="/help" chosen={false} name="Help centre" sign={<Globe {...sign} />} plain />
        </ul>
        {slug && language && <Near slug={slug} language={language} />}
        {counts && counts.collections.length > 0 && (
          <>
            <h2 className="px-2 pt-5 pb-1 text-meta text-ink-3">Collections</h2>
            <ul className="flex flex-col gap-px">
              {counts.collections.map(({ name, count }) => (
                <Entry
                  key={name}
                  href={knowledgeHref({ ...noFilter, collection: name })}
                  chosen={inList && filter.collection === name}
                  name={name}
                  count={count}
                  sign={<Folder {...sign} />}
                />
              ))}
            </ul>
          </>
        )}
      </div>
      <footer className="border-t border-line px-4 py-3 text-meta">
        <LiveLine />
      </footer>
    </nav>
  );
}

function Near({ slug, language }: { slug: string; language: string }) {
  const { data: article } = useArticle({ slug, language });
  if (!article || article.near.length < 2) return null;
  return (
    <>
      <h2 className="truncate px-2 pt-5 pb-1 text-meta text-ink-3">{article.collection}</h2>
      <ul className="flex flex-col gap-px">
        {article.near.map((one) => (
          <Entry
            key={one.slug}
            href={articleHref(one)}
            chosen={one.slug === slug}
            name={one.title}
            sign={<FileText {...sign} />}
          />
        ))}
      </ul>
    </>
  );
}

type EntryProps = {
  href: string;
  chosen: boolean;
  name: string;
  count?: number;
  sign: ReactNode;
  /** Leaves the workspace: no reading ahead, a page of its own. */
  plain?: boolean;
};

function Entry({ href, chosen, name, count, sign: icon, plain }: EntryProps) {
  return (
    <li>
      <Link
        href={href}
        prefetch={plain ? false : undefined}
        aria-current={chosen ? 'page' : undefined}
        className={join(
          'flex h-7 items-center gap-2 rounded-corner px-2',
          chosen ? 'bg-chosen font-medium text-ink-1' : 'text-ink-2 hover:bg-hover',
        )}
      >
        <span className={join('flex-none', chosen ? 'text-ink-1' : 'text-ink-3')}>{icon}</span>
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {count !== undefined && <span className="text-meta font-text text-ink-2 tabular-nums">{count}</span>}
      </Link>
    </li>
  );
}
