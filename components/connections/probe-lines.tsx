'use client';

import { CircleCheck, CircleX } from 'lucide-react';
import { Skeleton } from '@/components/ui/skeleton';
import { formatTook } from '@/lib/format/format-time';
import type { Probe } from '@/lib/models/model.schema';

/** What was found when a connection was tried: a line for each thing, with what is wrong in words. */
export function ProbeLines({ probe, busy }: { probe: Probe | undefined; busy: boolean }) {
  if (busy)
    return (
      <div role="status" aria-label="Testing the connection" className="mt-3 flex flex-col gap-3">
        {['w-56', 'w-44', 'w-64'].map((width) => (
          <Skeleton key={width} className={`h-2.5 ${width}`} />
        ))}
      </div>
    );
  if (!probe) return null;
  return (
    <div role="status" aria-label="What was found">
      <ul className="mt-3 flex flex-col">
        {probe.checks.map(({ what, ok, says, tookMs }, index) => {
          const Icon = ok ? CircleCheck : CircleX;
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: lines stay in the order they were found
              key={index}
              className="grid grid-cols-[16px_128px_1fr_auto] items-baseline gap-x-2 border-t border-line py-1.5 max-pane:grid-cols-[16px_1fr_auto]"
            >
              <Icon
                size={14}
                strokeWidth={1.75}
                role="img"
                aria-label={ok ? 'Works' : 'Wrong'}
                className={`translate-y-0.5 ${ok ? 'text-solved-text' : 'text-danger-text'}`}
              />
              <span className="font-medium">{what}</span>
              <span className="min-w-0 text-pretty [overflow-wrap:anywhere] text-ink-2 max-pane:order-4 max-pane:col-span-2 max-pane:col-start-2">
                {says}
              </span>
              <span className="text-meta text-ink-3 tabular-nums">{tookMs === null ? '' : formatTook(tookMs)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
