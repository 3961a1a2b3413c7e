'use client';

import { CircleCheck, CircleX, Clock, ShieldAlert, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { TakeBackDialog } from '@/components/actions/take-back-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Link } from '@/components/ui/link';
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
export function ActionsSection({ actions, customer }: { actions: ActionView[]; customer: string }) {
  const [undoing, setUndoing] = useState<ActionView | null>(null);
  if (actions.length === 0) return null;
  return (
    <ContextSection name="Actions" title="Actions" count={actions.length}>
      <ul className="flex flex-col gap-1.5">
        {actions.map((action) => (
          <li key={action.id} className="grid grid-cols-[14px_1fr_auto] gap-1.5">
            <Sign status={action.status} />
            <span className="min-w-0">
              <Link href={`/actions/${action.id}`} className="block text-pretty hover:underline">
                {action.says}
              </Link>
              <span className="block text-meta text-ink-3">
                {words[action.status] ?? action.status}
                {action.decidedBy ? ` by ${firstName(action.decidedBy.name)}` : ''}
                {action.reason ? `, “${action.reason}”` : ''}
                {action.error ? `: ${action.error}` : ''}
                {action.undo === 'under_way' ? ', being taken back' : ''}
              </span>
            </span>
            {action.undo === 'possible' && (
              <IconButton
                icon={Undo2}
                label={`Take back: ${action.says}`}
                onClick={() => setUndoing(action)}
                className="-my-1"
              />
            )}
          </li>
        ))}
      </ul>
      {undoing && (
        <TakeBackDialog
          actionId={undoing.id}
          says={undoing.says}
          customer={customer}
          onClose={() => setUndoing(null)}
        />
      )}
    </ContextSection>
  );
}

function Sign({ status }: { status: string }) {
  const shared = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
  if (status === 'compensated') return <Undo2 {...shared} className="mt-[3px] text-ink-3" />;
  if (status === 'succeeded') return <CircleCheck {...shared} className="mt-[3px] text-solved-text" />;
  if (status === 'waiting_approval') return <ShieldAlert {...shared} className="mt-[3px] text-attention-text" />;
  if (['denied', 'refused', 'failed', 'expired', 'unknown'].includes(status))
    return <CircleX {...shared} className="mt-[3px] text-danger-text" />;
  return <Clock {...shared} className="mt-[3px] text-ink-3" />;
}
