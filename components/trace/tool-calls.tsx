import type { LucideIcon } from 'lucide-react';
import { CircleCheck, CircleHelp, CircleX, ShieldAlert, ShieldX } from 'lucide-react';
import { formatTook } from '@/lib/format/format-time';
import type { ToolCallView } from '@/lib/pipeline/turn.schema';
import { plainValues } from './plain-values';

const signs: Record<ToolCallView['outcome'], { icon: LucideIcon; colour: string; says: string }> = {
  done: { icon: CircleCheck, colour: 'text-solved-text', says: 'Done' },
  failed: { icon: CircleX, colour: 'text-danger-text', says: 'Failed' },
  denied: { icon: ShieldX, colour: 'text-danger-text', says: 'Denied by policy' },
  needs_approval: { icon: ShieldAlert, colour: 'text-attention-text', says: 'Needs approval' },
  unknown: { icon: CircleHelp, colour: 'text-attention-text', says: 'Outcome unknown' },
};

export function ToolCalls({ calls }: { calls: ToolCallView[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen the table scrolls, also by keyboard
    <section aria-label="Tool calls" tabIndex={0} className="focus-inside overflow-x-auto">
      <table className="w-full min-w-[560px] border-collapse">
        <caption className="sr-only">Tool calls</caption>
        <thead>
          <tr className="h-9 border-b border-line text-left text-meta whitespace-nowrap text-ink-3">
            <th className="w-[26px]">
              <span className="sr-only">Outcome</span>
            </th>
            <th className="pr-3 font-medium">Tool</th>
            <th className="pr-3 font-medium">Kind</th>
            <th className="pr-3 font-medium">Asked with</th>
            <th className="pr-3 font-medium">Came back</th>
            <th className="text-right font-medium">Took</th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call, index) => {
            const { icon: Icon, colour, says } = signs[call.outcome];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: calls are kept in the order they were made
              <tr key={index} className="h-9 border-b border-line align-middle last:border-0">
                <td>
                  <Icon size={14} strokeWidth={1.75} role="img" aria-label={says} className={colour} />
                </td>
                <td className="pr-3 font-medium whitespace-nowrap">{call.tool}</td>
                <td className="pr-3 text-ink-2">{call.kind}</td>
                <td className="pr-3 text-ink-2 [overflow-wrap:anywhere]">{plainValues(call.asked)}</td>
                <td className="py-1 pr-3 [overflow-wrap:anywhere]">
                  <span className="line-clamp-2" title={plainValues(call.came)}>
                    {plainValues(call.came)}
                  </span>
                </td>
                <td className="text-right whitespace-nowrap text-ink-2 tabular-nums">{formatTook(call.tookMs)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
