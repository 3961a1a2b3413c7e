'use client';

import { Archive, CalendarClock, Download, FileText, Folder, Globe, PencilLine, SearchX } from 'lucide-react';
import { useParams, usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useMay } from '@/components/shell/me';
import { Side, SideEntry, SideGroup } from '@/components/shell/side';
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
  const edits = useMay('knowledge.edit');
  const inList = path === '/knowledge';
  return (
    <Side name="Knowledge">
      <SideGroup>
        {articleViews.map(([view, name, icon]) => (
          <SideEntry
            key={view}
            href={knowledgeHref({ ...noFilter, view })}
            chosen={inList && filter.view === view && filter.collection === null}
            name={name}
            count={counts?.[view]}
            sign={icon}
          />
        ))}
        {edits && (
          <SideEntry
            href="/knowledge/imports"
            chosen={path.startsWith('/knowledge/imports')}
            name="Imports"
            sign={<Download {...sign} />}
          />
        )}
        {edits && (
          <SideEntry
            href="/knowledge/missing"
            chosen={path === '/knowledge/missing'}
            name="Missing"
            sign={<SearchX {...sign} />}
          />
        )}
        <SideEntry href="/help" chosen={false} name="Help centre" sign={<Globe {...sign} />} plain />
      </SideGroup>
      {slug && language && <Near slug={slug} language={language} />}
      {counts && counts.collections.length > 0 && (
        <SideGroup title="Collections">
          {counts.collections.map(({ name, count }) => (
            <SideEntry
              key={name}
              href={knowledgeHref({ ...noFilter, collection: name })}
              chosen={inList && filter.collection === name}
              name={name}
              count={count}
              sign={<Folder {...sign} />}
            />
          ))}
        </SideGroup>
      )}
    </Side>
  );
}

function Near({ slug, language }: { slug: string; language: string }) {
  const { data: article } = useArticle({ slug, language });
  if (!article || article.near.length < 2) return null;
  return (
    <SideGroup title={article.collection}>
      {article.near.map((one) => (
        <SideEntry
          key={one.slug}
          href={articleHref(one)}
          chosen={one.slug === slug}
          name={one.title}
          sign={<FileText {...sign} />}
        />
      ))}
    </SideGroup>
  );
}
