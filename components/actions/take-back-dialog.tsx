'use client';

import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { firstName } from '@/lib/format/initials';
import { useTakingBack } from './queries';

type Props = {
  actionId: string;
  says: string;
  customer: string;
  /** What would be called, where that is known. */
  tool?: string;
  args?: Record<string, unknown>;
  onClose: () => void;
};

/** Says what will happen before something that was done is taken back. */
export function TakeBackDialog({ actionId, says, customer, tool, args, onClose }: Props) {
  const taking = useTakingBack();
  return (
    <ConfirmDialog
      title="Take this back?"
      verb="Take it back"
      keep="Leave it"
      busy={taking.isPending}
      onClose={onClose}
      onConfirm={() => taking.mutate(actionId, { onSuccess: onClose })}
    >
      <p>
        <span className="font-medium text-ink-1">{says}</span> is taken back in the shop, once, if the shop still allows
        it. Both stand in the ledger.
      </p>
      {tool && (
        <p className="mt-2 overflow-x-auto rounded-corner bg-fill px-3 py-1.5 font-mono text-meta [overflow-wrap:anywhere]">
          {tool}{' '}
          {Object.entries(args ?? {})
            .map(([name, value]) => `${name}: ${String(value)}`)
            .join(', ')}
        </p>
      )}
      <p className="mt-2">
        You tell {firstName(customer)} yourself: a sentence lies ready in the conversation when it is done.
      </p>
    </ConfirmDialog>
  );
}
