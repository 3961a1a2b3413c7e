'use client';

import { FlaskConical } from 'lucide-react';
import { Button } from '@/components/ui/button';

type Props = {
  version: number;
  share: number;
  edits: boolean;
  onShare: () => void;
  onAll: () => void;
  onRollBack: () => void;
};

/** Says that a version is in force for a share of the conversations, and what can be done about it. */
export function TrialStrip({ version, share, edits, onShare, onAll, onRollBack }: Props) {
  return (
    <div className="flex min-h-10 flex-none flex-wrap items-center gap-2 border-b border-line bg-canvas px-6 py-1.5 max-pane:px-4">
      <FlaskConical size={16} strokeWidth={1.75} aria-hidden className="flex-none text-assistant" />
      <span role="status" className="min-w-0 flex-1">
        {share}% of conversations on v{version}
      </span>
      {edits && (
        <span className="flex flex-wrap items-center gap-2">
          <Button look="plain" onClick={onRollBack}>
            Roll back
          </Button>
          <Button onClick={onShare}>Change the share</Button>
          <Button onClick={onAll}>Release to all</Button>
        </span>
      )}
    </div>
  );
}
