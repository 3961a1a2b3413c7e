'use client';

import { CalendarClock, Globe, Lock, UserCheck } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatLanguage } from '@/lib/format/format-language';
import { formatDay } from '@/lib/format/format-time';
import type { ArticleRow } from '@/lib/knowledge/article.schema';
import type { Audience } from '@/lib/knowledge/knowledge.schema';
import { audienceName, StateBadge } from './article-words';
import { articleHref } from './use-knowledge-place';

const audienceSign: Record<Audience, typeof Globe> = { public: Globe, verified: UserCheck, agents: Lock };

/** Articles as a table; on a phone a list of two lines each. */
export function ArticleTable({ rows, look }: { rows: ArticleRow[]; look: boolean }) {
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="sr-only">Articles</caption>
      <thead className="sticky top-0 z-10 bg-surface text-meta text-ink-3 max-pane:sr-only">
        <tr className="h-8 shadow-[inset_0_-1px_0_var(--line)]">
          <th scope="col" className="pl-6 font-text">
            Article
          </th>
          <th scope="col" className="w-32 font-text">
            State
          </th>
          <th scope="col" className="w-36 font-text max-desk:w-24">
            Languages
          </th>
          <th scope="col" className="w-52 font-text max-wide:hidden">
            Read by
          </th>
          <th scope="col" className="w-24 font-text max-desk:hidden">
            Changed
          </th>
          <th scope="col" className="w-28 font-text">
            Look again
          </th>
          <th scope="col" className="w-24 pr-6 text-right font-text">
            Used, 30 d
          </th>
        </tr>
      </thead>
      <tbody className="max-pane:block">
        {rows.map((row) => (
          <Row key={row.slug} row={row} look={look} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, look }: { row: ArticleRow; look: boolean }) {
  const now = useNow(60_000);
  const Sign = audienceSign[row.audience];
  const due = row.look.length > 0;
  return (
    <tr className="relative h-9 border-b border-line hover:bg-hover max-pane:flex max-pane:h-auto max-pane:flex-wrap max-pane:items-center max-pane:gap-x-2 max-pane:gap-y-1 max-pane:px-4 max-pane:py-2.5">
      <th scope="row" className="py-1.5 pr-4 pl-6 font-text max-pane:w-full max-pane:p-0">
        <Link
          href={articleHref(row)}
          className="block truncate font-medium text-ink-1 after:absolute after:inset-0 focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--focus)]"
        >
          {row.title}
        </Link>
        {look && due && <span className="block truncate text-meta text-attention-text">{row.look.join(', ')}</span>}
      </th>
      <td className="pr-2">
        <StateBadge state={row.state} version={row.version} />
      </td>
      <td className="pr-2">
        <span className="relative z-[1] inline-flex flex-wrap gap-1">
          {row.languages.slice(0, 5).map(({ language, state }) => (
            <Link
              key={language}
              href={articleHref({ slug: row.slug, language })}
              title={`${formatLanguage(language)}${state === 'live' ? '' : state === 'draft' ? ', with a draft' : `, ${state === 'new' ? 'never published' : 'archived'}`}`}
              className={join(
                'inline-grid h-5 min-w-6 place-items-center rounded-corner-small px-1 text-meta uppercase hover:bg-fill max-pane:h-6',
                state === 'live' || state === 'draft'
                  ? 'text-ink-2 shadow-[inset_0_0_0_1px_var(--line-strong)]'
                  : 'text-ink-3 shadow-[inset_0_0_0_1px_var(--line)]',
              )}
            >
              {language}
              <span className="sr-only normal-case">{`: ${row.title} in ${formatLanguage(language)}`}</span>
            </Link>
          ))}
          {row.languages.length > 5 && (
            <span className="text-meta leading-5 text-ink-3">+{row.languages.length - 5}</span>
          )}
        </span>
      </td>
      <td className="truncate pr-4 text-ink-2 max-wide:hidden">
        <span className="inline-flex items-center gap-1.5">
          <Sign size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
          {audienceName[row.audience]}
        </span>
      </td>
      <td className="text-ink-2 tabular-nums max-desk:hidden">{now > 0 && formatDay(row.at, now)}</td>
      <td className={join('tabular-nums', row.reviewAt === null && 'max-pane:hidden')}>
        {row.reviewAt &&
          now > 0 &&
          (due ? (
            <Badge tone="attention" icon={CalendarClock}>
              {formatDay(row.reviewAt, now, 'UTC')}
            </Badge>
          ) : (
            <span className="text-ink-2 max-pane:text-meta">{formatDay(row.reviewAt, now, 'UTC')}</span>
          ))}
      </td>
      <td className="pr-6 text-right text-ink-2 tabular-nums max-pane:hidden">{row.uses > 0 ? row.uses : '–'}</td>
    </tr>
  );
}
