'use client';

import { CircleCheck, CircleX, Clock, ShieldAlert } from 'lucide-react';
import type { ActionView } from '@/lib/conversations/conversation.schema';
import { firstName } from '@/lib/format/initials';
import { ContextSection } from './context-section';

const words: Record<string, string> = {
  proposed: 'proposed',
  denied: 'denied by policy',
  waiting_approval: 'waits for approval',
  approved: 'approved',
  refused: 'denied',
  expired: 'expired',
  started: 'under way',
  succeeded: 'done',
  failed: 'failed',
  unknown: 'outcome unknown',
  compensated: 'taken back',
};

/** What was done or refused in other systems, with who decided it. */
export function ActionsSection({ actions }: { actions: ActionView[] }) {
  if (actions.length === 0) return null;
  return (
    <ContextSection name="Actions" title="Actions" count={actions.length}>
      <ul className="flex flex-col gap-1.5">
        {actions.map((action) => (
          <li key={action.id} className="grid grid-cols-[14px_1fr] gap-1.5">
            <Sign status={action.status} />
            <span className="min-w-0">
              <span className="block text-pretty">{action.says}</span>
              <span className="block text-meta text-ink-3">
                {words[action.status] ?? action.status}
                {action.decidedBy ? ` by ${firstName(action.decidedBy.name)}` : ''}
                {action.reason ? `, “${action.reason}”` : ''}
                {action.error ? `: ${action.error}` : ''}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </ContextSection>
  );
}

function Sign({ status }: { status: string }) {
  const shared = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
  if (status === 'succeeded') return <CircleCheck {...shared} className="mt-[3px] text-solved-text" />;
  if (status === 'waiting_approval') return <ShieldAlert {...shared} className="mt-[3px] text-attention-text" />;
  if (['denied', 'refused', 'failed', 'expired', 'unknown'].includes(status))
    return <CircleX {...shared} className="mt-[3px] text-danger-text" />;
  return <Clock {...shared} className="mt-[3px] text-ink-3" />;
}
