import type { LucideIcon } from 'lucide-react';
import { Ban, CircleCheck, CircleHelp, CircleX, Clock, Hourglass, ShieldAlert, Undo2 } from 'lucide-react';
import type { ActionStatusKey } from '@/lib/tools/ledger.schema';

type Standing = { name: string; icon: LucideIcon; tone: string };

export const statuses: Record<ActionStatusKey, Standing> = {
  proposed: { name: 'Proposed', icon: Clock, tone: 'text-ink-3' },
  denied: { name: 'Denied by rule', icon: Ban, tone: 'text-ink-3' },
  waiting_approval: { name: 'Waits for approval', icon: ShieldAlert, tone: 'text-attention-text' },
  approved: { name: 'Approved', icon: Clock, tone: 'text-ink-2' },
  refused: { name: 'Refused', icon: CircleX, tone: 'text-danger-text' },
  expired: { name: 'Ran out of time', icon: Hourglass, tone: 'text-danger-text' },
  started: { name: 'Under way', icon: Clock, tone: 'text-ink-2' },
  succeeded: { name: 'Done', icon: CircleCheck, tone: 'text-solved-text' },
  failed: { name: 'Failed', icon: CircleX, tone: 'text-danger-text' },
  unknown: { name: 'Outcome unknown', icon: CircleHelp, tone: 'text-attention-text' },
  compensated: { name: 'Taken back', icon: Undo2, tone: 'text-ink-2' },
};

export function ActionStatus({ status }: { status: ActionStatusKey }) {
  const { name, icon: Icon, tone } = statuses[status];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon size={14} strokeWidth={1.75} aria-hidden className={`flex-none ${tone}`} />
      {name}
    </span>
  );
}
