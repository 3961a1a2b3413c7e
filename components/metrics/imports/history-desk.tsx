'use client';

import { FileSpreadsheet } from 'lucide-react';
import { FiguresAwaited, MetricsPage } from '@/components/metrics/metrics-page';
import { useMay } from '@/components/shell/me';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import { formatDay, formatMoment } from '@/lib/format/format-time';
import type { HistoryRow } from '@/lib/history/history.schema';
import { HistoryBadge } from './history-signs';
import { useHistoryList } from './queries';
import { SendTable } from './send-table';

/** The tables of old tickets that were brought in. */
export function HistoryDesk() {
  const list = useHistoryList();
  const rows = list.data?.rows;
  return (
    <MetricsPage title="Old tickets" bar="none" doing={rows && rows.length > 0 && <SendTable />}>
      <p className="pb-4 text-ink-2">
        <Link href="/metrics/automate" className="text-accent-text underline">
          Where to automate
        </Link>{' '}
        and{' '}
        <Link href="/metrics/return" className="text-accent-text underline">
          Return
        </Link>{' '}
        are told from them. Names, addresses and whole texts are not kept.
      </p>
      {!rows ? (
        <FiguresAwaited query={list} what="The imports">
          {['w-48', 'w-64', 'w-40'].map((width) => (
            <div key={width} className="flex h-9 items-center border-b border-line">
              <Skeleton className={`h-2.5 ${width}`} />
            </div>
          ))}
        </FiguresAwaited>
      ) : rows.length === 0 ? (
        <EmptyState icon={FileSpreadsheet} title="No old tickets yet" actions={<SendTable />}>
          Export them from Zendesk, Intercom, Freshdesk, Chatwoot or any other desk as CSV, up to 200,000 at a time. You
          say what stands in which column before anything is read.
        </EmptyState>
      ) : (
        <Rows rows={rows} />
      )}
    </MetricsPage>
  );
}

const count = (value: number) => value.toLocaleString('en-US');

function Rows({ rows }: { rows: HistoryRow[] }) {
  const now = useNow(60_000);
  const opens = useMay('desk.administer');
  return (
    <table className="w-full text-left">
      <thead className="text-meta text-ink-3 max-pane:sr-only">
        <tr className="h-8 border-b border-line">
          <th className="font-text">File</th>
          <th className="font-text">State</th>
          <th className="pr-6 text-right font-text">Tickets</th>
          <th className="pr-6 text-right font-text max-pane:hidden">Not read</th>
          <th className="pr-6 font-text max-pane:hidden">Came</th>
          <th className="text-right font-text max-desk:hidden">Brought in</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="relative h-9 border-b border-line hover:bg-hover max-pane:h-14">
            <th scope="row" className="w-full max-w-0 truncate pr-6 font-medium">
              {opens ? (
                <Link
                  href={`/metrics/automate/imports/${row.id}`}
                  className="focus-inside after:absolute after:inset-0"
                >
                  {row.name}
                </Link>
              ) : (
                row.name
              )}
            </th>
            <td className="pr-6">
              <HistoryBadge state={row.state} />
            </td>
            <td className="pr-6 text-right tabular-nums">{count(row.taken)}</td>
            <td
              className={`pr-6 text-right tabular-nums max-pane:hidden ${row.refused > 0 ? 'text-danger-text' : 'text-ink-3'}`}
            >
              {count(row.refused)}
            </td>
            <td className="pr-6 whitespace-nowrap text-ink-2 tabular-nums max-pane:hidden">
              {row.from && row.to && now > 0 ? `${formatDay(row.from, now)} to ${formatDay(row.to, now)}` : '–'}
            </td>
            <td className="text-right whitespace-nowrap text-ink-2 tabular-nums max-desk:hidden">
              {now > 0 && `${row.person}, ${formatMoment(row.at, now)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
