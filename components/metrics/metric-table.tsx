'use client';

import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { writeCsv } from '@/lib/format/write-csv';

/** `says` is what is shown, `value` what a spreadsheet is given: a number stays one. */
export type TableCell = string | { says: string; value: number | null; href?: string };
export type TableData = { title: string; says?: string; heads: string[]; rows: TableCell[][] };

/** The numbers of a chart or a page as a table: the first column names the row. What is shown can be taken away as CSV. */
export function MetricTable({ title, says, heads, rows, doing }: TableData & { doing?: ReactNode }) {
  return (
    <section aria-label={title}>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1">
          <h3 className="font-strong">{title}</h3>
          {says && <p className="text-ink-2">{says}</p>}
        </div>
        {doing}
        {rows.length > 0 && (
          <Button
            look="plain"
            icon={Download}
            onClick={() => downloadTable({ title, heads, rows })}
            aria-label={`${title} as CSV`}
          >
            CSV
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="mt-1 overflow-x-auto" tabIndex={0} aria-label={`${title}, table`}>
        <table className="w-full text-left">
          <thead className="text-meta text-ink-3">
            <tr className="h-8">
              {heads.map((head, at) => (
                <th
                  key={head}
                  scope="col"
                  className={join(
                    'border-b border-line pr-4 font-text whitespace-nowrap last:pr-0',
                    at > 0 && 'text-right',
                  )}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.map(textOf).join('\u001f')} className="h-8 hover:bg-hover">
                {row.map((cell, at) =>
                  at === 0 ? (
                    <th key={heads[at]} scope="row" className="border-b border-line pr-4 font-text whitespace-nowrap">
                      <Shown cell={cell} />
                    </th>
                  ) : (
                    <td
                      key={heads[at]}
                      title={typeof cell === 'string' ? cell : undefined}
                      className="max-w-52 truncate border-b border-line pr-4 text-right tabular-nums last:pr-0"
                    >
                      <Shown cell={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="py-3 text-ink-3">Nothing was counted in these days.</p>}
      </section>
    </section>
  );
}

const textOf = (cell: TableCell): string => (typeof cell === 'string' ? cell : cell.says);

function Shown({ cell }: { cell: TableCell }) {
  if (typeof cell === 'string' || !cell.href || cell.value === null || cell.value === 0) return textOf(cell);
  return (
    <Link href={cell.href} className="rounded-corner-small hover:underline">
      {cell.says}
    </Link>
  );
}

function downloadTable({ title, heads, rows }: Omit<TableData, 'says'>): void {
  const csv = writeCsv([
    heads,
    ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.value))),
  ]);
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
