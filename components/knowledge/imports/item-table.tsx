'use client';

import { CircleAlert, CircleCheck, CircleDashed, CirclePlus, type LucideIcon, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { formatLanguage } from '@/lib/format/format-language';
import type { ImportItemView } from '@/lib/knowledge/import.schema';
import { audienceName } from '../article-words';
import { articleHref } from '../use-knowledge-place';

/** A page of rows: an import may have thousands. */
const step = 200;

/** What came of each file, in the order of the files. */
export function ItemTable({ items }: { items: ImportItemView[] }) {
  const [most, setMost] = useState(step);
  return (
    <>
      <table className="w-full border-collapse text-left">
        <thead className="max-pane:sr-only">
          <tr className="h-8 border-b border-line text-meta text-ink-3">
            <th className="w-1/3 pl-6 font-text">File</th>
            <th className="pl-6 font-text">Article</th>
            <th className="pl-6 font-text max-desk:hidden">Language</th>
            <th className="pl-6 font-text max-desk:hidden">Read by</th>
            <th className="pr-6 pl-6 font-text">What happens</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, most).map((item) => (
            <Item key={item.position} item={item} />
          ))}
        </tbody>
      </table>
      {items.length > most && (
        <div className="flex justify-center p-4">
          <Button size="form" onClick={() => setMost(most + step)}>
            Show more of {items.length}
          </Button>
        </div>
      )}
    </>
  );
}

function Item({ item }: { item: ImportItemView }) {
  const { file, title, slug, language, audience, collection, state, error } = item;
  return (
    <tr className="border-b border-line align-top max-pane:block max-pane:px-4 max-pane:py-2">
      <td className="max-w-0 py-2 pl-6 max-pane:block max-pane:max-w-none max-pane:p-0">
        <span className="block truncate text-ink-2" title={file}>
          {file}
        </span>
      </td>
      {title && slug && language ? (
        <>
          <td className="py-2 pl-6 max-pane:block max-pane:p-0">
            {state === 'written' || (state === 'skipped' && item.articleId) ? (
              <Link href={articleHref({ slug, language })} className="font-medium text-accent-text hover:underline">
                {title}
              </Link>
            ) : (
              <span className="font-medium">{title}</span>
            )}
            {collection && <span className="text-ink-3"> · {collection}</span>}
          </td>
          <td className="py-2 pl-6 whitespace-nowrap text-ink-2 max-desk:hidden">{formatLanguage(language)}</td>
          <td className="py-2 pl-6 whitespace-nowrap text-ink-2 max-desk:hidden">
            {audience && audienceName[audience]}
          </td>
          <td className="py-2 pr-6 pl-6 whitespace-nowrap max-pane:block max-pane:p-0">
            <Outcome item={item} />
            {state === 'failed' && <span className="whitespace-normal"> {error}</span>}
          </td>
        </>
      ) : (
        <td colSpan={4} className="py-2 pr-6 pl-6 max-pane:block max-pane:p-0">
          <span className="flex gap-1.5">
            <Outcome item={item} />
            <span className="min-w-0 break-words">{error}</span>
          </span>
        </td>
      )}
    </tr>
  );
}

/** A sign and a word for it; colour only goes with them. */
function Outcome({ item: { state, effect } }: { item: ImportItemView }) {
  if (state === 'failed') return <Sign icon={CircleAlert} tone="text-danger-text" says="Error" />;
  if (state === 'skipped') return <Sign icon={CircleDashed} tone="text-ink-3" says="Left as it is" />;
  if (state === 'written') return <Sign icon={CircleCheck} tone="text-solved-text" says="Written" />;
  switch (effect?.does) {
    case 'new':
      return <Sign icon={CirclePlus} tone="text-accent-text" says="New" />;
    case 'changes':
      return (
        <Sign
          icon={Pencil}
          tone="text-attention-text"
          says={effect.version > 0 ? `Changes v${effect.version}` : 'Changes a draft'}
        />
      );
    default:
      return <Sign icon={CircleDashed} tone="text-ink-3" says={effect ? 'The same as now' : 'Not written'} />;
  }
}

function Sign({ icon: Icon, tone, says }: { icon: LucideIcon; tone: string; says: string }) {
  return (
    <span className={`inline-flex h-5 flex-none items-center gap-1.5 whitespace-nowrap ${tone}`}>
      <Icon size={16} strokeWidth={1.75} aria-hidden className="flex-none" />
      {says}
    </span>
  );
}
