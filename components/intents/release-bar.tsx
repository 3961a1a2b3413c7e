'use client';

import { CircleAlert, FlaskConical, PencilLine } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { IntentsView } from '@/lib/governance/intent-view.schema';

/** Says what waits between the examples and the customers: a training, a version, or changes nobody has trained on. */
export function ReleaseBar({ view: { live, next, changed }, edits }: { view: IntentsView; edits: boolean }) {
  if (next?.state === 'training')
    return (
      <Strip icon={<FlaskConical size={16} strokeWidth={1.75} aria-hidden className="flex-none text-assistant" />}>
        Version {next.number} is being trained on {next.examples.toLocaleString('en')} examples. Customers are
        understood as before until it is released.
      </Strip>
    );
  if (next?.state === 'failed')
    return (
      <Strip icon={<CircleAlert size={16} strokeWidth={1.75} aria-hidden className="flex-none text-danger-text" />}>
        Version {next.number} could not be trained: {next.error}
      </Strip>
    );
  if (next?.state === 'ready')
    return (
      <Strip icon={<FlaskConical size={16} strokeWidth={1.75} aria-hidden className="flex-none text-solved-text" />}>
        <span className="min-w-0 flex-1">
          Version {next.number} is trained
          {next.macroF1 !== null && `: held-out F1 ${next.macroF1.toFixed(2)}`}
          {live?.macroF1 != null && `, ${live.macroF1.toFixed(2)} live`}
          {changed > 0 ? '.' : '. '}
        </span>
        <Link href="/automation/waiting" className={buttonClass(edits ? 'filled' : 'outlined')}>
          See what changes
        </Link>
      </Strip>
    );
  if (changed > 0)
    return (
      <Strip icon={<PencilLine size={16} strokeWidth={1.75} aria-hidden className="flex-none text-attention-text" />}>
        {changed === 1 ? 'One example differs' : `${changed} examples differ`} from what is live.{' '}
        {edits ? 'Train and test to see the effect.' : 'An admin can train on them.'}
      </Strip>
    );
  return null;
}

function Strip({ icon, children }: { icon: React.ReactNode; children: React.ReactNode }) {
  return (
    <div
      role="status"
      className="flex min-h-10 flex-none items-center gap-2.5 border-b border-line bg-canvas px-6 py-1.5 max-pane:px-4"
    >
      {icon}
      {children}
    </div>
  );
}
