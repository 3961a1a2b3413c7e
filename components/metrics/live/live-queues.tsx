'use client';

import { Flame } from 'lucide-react';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatSpan } from '@/lib/format/format-time';
import type { LiveView } from '@/lib/live/live.schema';

/** Every team with who waits in it and who is there for it. */
export function LiveQueues({ queues }: { queues: LiveView['queues'] }) {
  const now = useNow(5_000);
  const most = Math.max(1, ...queues.map(({ waiting }) => waiting));
  return (
    <section aria-label="Queues" className="min-w-0">
      <h3 className="font-strong">Who waits</h3>
      <p className="text-ink-2">In the queue of each team, with the one who waits longest</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="mt-1 overflow-x-auto" tabIndex={0} aria-label="Queues, table">
        <table className="w-full text-right tabular-nums">
          <thead className="text-meta text-ink-3">
            <tr className="h-8">
              {['Team', '', 'Waiting', 'Longest', 'Late', 'On', 'In hand'].map((head, at) => (
                <th
                  key={head || 'bar'}
                  scope="col"
                  className={join(
                    'border-b border-line font-text',
                    at === 0 ? 'text-left' : 'pl-4',
                    at === 1 && 'w-1/4 max-pane:hidden',
                  )}
                >
                  {head || <span className="sr-only">Share</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {queues.map(({ teamId, name, waiting, oldest, late, on, load, capacity }) => (
              <tr key={teamId ?? 'none'} className="h-8 hover:bg-hover">
                <th scope="row" className="border-b border-line text-left font-medium whitespace-nowrap">
                  {name}
                </th>
                <td className="border-b border-line pl-4 max-pane:hidden">
                  <span
                    aria-hidden
                    className="block h-1.5 rounded-[1.5px] bg-chart-1"
                    style={{ width: `${(waiting / most) * 100}%` }}
                  />
                </td>
                <td className="border-b border-line pl-4 font-medium">
                  <Link
                    href={teamId ? `/inbox/unassigned?team=${teamId}` : '/inbox/unassigned'}
                    aria-label={`${name}: ${waiting} waiting`}
                    className="rounded-corner-small hover:underline"
                  >
                    {waiting}
                  </Link>
                </td>
                <td className="border-b border-line pl-4 whitespace-nowrap">
                  {oldest && now > 0 ? formatSpan(now - Date.parse(oldest)) : '–'}
                </td>
                <td className={join('border-b border-line pl-4', late > 0 && 'font-medium text-danger-text')}>
                  {late > 0 ? (
                    <Link
                      href={`/inbox/all?${new URLSearchParams({ q: `due:late${teamId ? ` team:"${name}"` : ''}` })}`}
                      aria-label={`${name}: ${late} late`}
                      className="inline-flex items-center gap-1 rounded-corner-small hover:underline"
                    >
                      <Flame size={12} strokeWidth={2} aria-hidden />
                      {late}
                    </Link>
                  ) : (
                    0
                  )}
                </td>
                <td
                  className={join(
                    'border-b border-line pl-4',
                    on === 0 && waiting > 0 && 'font-medium text-attention-text',
                  )}
                >
                  {teamId ? (on === 0 ? 'nobody' : on) : '–'}
                </td>
                <td className="border-b border-line pl-4 whitespace-nowrap">
                  {on > 0 ? `${load} of ${capacity}` : '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {queues.length === 0 && <p className="py-3 text-ink-3">There is no team yet, and nobody waits.</p>}
    </section>
  );
}
