'use client';

import { Inbox } from 'lucide-react';
import { ListFailed } from '@/components/inbox/list-states';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import { formatDay, formatMoment } from '@/lib/format/format-time';
import type { LevelView } from '@/lib/levels/level.schema';
import { useSpent } from './queries';

type Props = { level: LevelView; day: string | null; onClose: () => void };

/** The conversations behind what was bad, the latest first; each opens in the inbox. */
export function SpentDialog({ level, day, onClose }: Props) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useSpent(level.key, day);
  const now = useNow(60_000);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const when = day ? `On ${formatDay(`${day}T12:00:00Z`, Date.now(), 'UTC')}` : `In the last ${level.windowDays} days`;
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={`What spent the budget: ${level.name}`}
      description={`${when}, the latest first. Not good: ${level.says.charAt(0).toLowerCase()}${level.says.slice(1)}`}
    >
      {error && <ListFailed what="The conversations" error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-24 w-full" />}
      {data && rows.length === 0 && (
        <EmptyState icon={Inbox} title="None that you may see">
          What spent it belongs to teams you are not in, or is gone.
        </EmptyState>
      )}
      <ul className="-mx-2">
        {rows.map(({ id, number, customer, gist, intent, team, lastMessageAt }) => (
          <li key={id}>
            <Link
              href={`/inbox/all/${id}`}
              className="focus-inside flex items-center gap-3 rounded-corner px-2 py-2 hover:bg-hover"
            >
              <span className="w-14 flex-none text-meta text-ink-3 tabular-nums">#{number}</span>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{customer.name}</span>
                <span className="block truncate text-meta text-ink-2">{gist || 'No message yet'}</span>
              </span>
              <span className="w-32 flex-none truncate text-right text-meta text-ink-3 max-pane:hidden">
                {team?.name ?? intent ?? ''}
              </span>
              <span className="w-24 flex-none text-right text-meta text-ink-3 tabular-nums">
                {now > 0 && formatMoment(lastMessageAt, now)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button look="plain" className="mt-2" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          More
        </Button>
      )}
    </Dialog>
  );
}
