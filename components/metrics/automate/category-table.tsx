'use client';

import { Check, Minus } from 'lucide-react';
import { formatFigure } from '@/lib/format/format-figure';
import { inSentence } from '@/lib/format/in-sentence';
import type { Category } from '@/lib/worth/worth.schema';
import { findMissing } from './choose-next-step';
import { levels } from './say-map';

type Props = { categories: readonly Category[]; onOpen: (key: string) => void };

const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? '–' : `${Math.round(share * 100)}%`;
export const wholeDollars = (micros: number | null): string =>
  micros === null ? '–' : `$${Math.round(micros / 1_000_000).toLocaleString('en-US')}`;

/** Every category, the most money first. */
export function CategoryTable({ categories, onOpen }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className="overflow-x-auto" tabIndex={0} aria-label="Categories, table">
      <table className="w-full text-left">
        <thead className="text-meta text-ink-3">
          <tr className="h-8 border-b border-line">
            <th className="font-text">Category</th>
            <Head>Share</Head>
            <Head>A month</Head>
            <Head>Handle time</Head>
            <Head>Complexity</Head>
            <Head>Assistant solves</Head>
            <Head>Could solve</Head>
            <Head>Worth a month</Head>
            <th className="pl-6 font-text whitespace-nowrap">To automate it</th>
          </tr>
        </thead>
        <tbody>
          {categories.map((one) => (
            <tr key={one.key} className="relative h-9 border-b border-line hover:bg-hover">
              <th scope="row" className="max-w-64 min-w-36 truncate pr-4 font-medium">
                <button
                  type="button"
                  onClick={() => onOpen(one.key)}
                  className="focus-inside max-w-full truncate text-left after:absolute after:inset-0"
                >
                  {one.name}
                </button>
              </th>
              <Cell>{percent(one.share)}</Cell>
              <Cell>{Math.round(one.perMonth).toLocaleString('en-US')}</Cell>
              <Cell>{formatFigure('milliseconds', one.handleMs?.value ?? null)}</Cell>
              <Cell>{one.complexity ? levels[one.complexity.level] : '–'}</Cell>
              <Cell>{percent(one.achieved?.value)}</Cell>
              <Cell>
                {one.kind === 'none' ? '–' : percent(one.ceiling.value)}
                {one.ceiling.from === 'assumed' && one.kind !== 'none' && <span className="text-ink-3"> assumed</span>}
              </Cell>
              <Cell strong>{one.kind === 'none' ? '–' : wholeDollars(one.savingMicros)}</Cell>
              <td className="pl-6 whitespace-nowrap">
                <Missing category={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Missing({ category }: { category: Category }) {
  const missing = findMissing(category);
  if (category.kind === 'none') return <span className="text-ink-3">–</span>;
  if (missing.length === 0)
    return (
      <span className="flex items-center gap-1 text-solved-text">
        <Check size={14} strokeWidth={2} aria-hidden /> All there
      </span>
    );
  return (
    <span className="flex items-center gap-1 text-ink-2">
      <Minus size={14} strokeWidth={2} aria-hidden className="text-ink-3" />
      {missing.map(({ verb }, at) => (at === 0 ? verb : inSentence(verb))).join(', ')}
    </span>
  );
}

const Head = ({ children }: { children: string }) => (
  <th className="pl-4 text-right font-text whitespace-nowrap">{children}</th>
);

const Cell = ({ strong, children }: { strong?: boolean; children: React.ReactNode }) => (
  <td className={`pl-4 text-right whitespace-nowrap tabular-nums ${strong ? 'font-medium' : ''}`}>{children}</td>
);
