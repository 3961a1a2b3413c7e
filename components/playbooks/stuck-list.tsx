'use client';

import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import { formatDay } from '@/lib/format/format-time';
import type { PlaybookRuns } from '@/lib/governance/playbook-view.schema';
import { useStuckRuns } from './queries';

const words = { handed_over: 'handed over', left: 'left', waiting: 'waits' } as const;

type Sum = PlaybookRuns['versions'][number]['nodes'][number] | undefined;

/** How customers fared at one step, with the conversations behind the numbers. */
export function StuckList({ playbookKey, node, sum }: { playbookKey: string; node: string; sum: Sum }) {
  const now = useNow(60_000);
  const stuck = useStuckRuns(playbookKey, node);
  return (
    <section aria-label="Conversations that stopped here" className="border-t border-line pt-3">
      <h3 className="font-strong">Last 30 days</h3>
      <p className="mb-1.5 text-meta text-ink-2">
        {sum
          ? `${sum.entered} came here, ${sum.handedOver} were handed over, ${sum.left} left, ${sum.waiting} wait.`
          : 'Nobody came here.'}
      </p>
      {stuck.isError && <p className="text-danger-text">{stuck.error.message}</p>}
      {!stuck.data && !stuck.isError && <Skeleton className="h-8" />}
      <ul>
        {stuck.data?.runs.map(({ id, conversationId, customer, state, at }) => (
          <li key={id}>
            <Link
              href={`/inbox/all/${conversationId}`}
              className="flex min-h-7 items-center gap-2 rounded-corner-small hover:underline max-pane:min-h-11"
            >
              <span className="min-w-0 flex-1 truncate">{customer}</span>
              <span className="text-meta text-ink-3">
                {words[state]}
                {now > 0 && `, ${formatDay(at, now)}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {stuck.data?.runs.length === 0 && <p className="text-meta text-ink-3">No conversation stopped here.</p>}
    </section>
  );
}
