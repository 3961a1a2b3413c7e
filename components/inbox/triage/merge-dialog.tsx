'use client';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import { formatMoment } from '@/lib/format/format-time';
import { ChannelSign } from '../channel-sign';

type Props = {
  view: ConversationView;
  now: number;
  busy: boolean;
  onMerge: (target: { id: string; number: number }) => void;
  onClose: () => void;
};

/** The other open conversations of this customer: into which of them this one goes. */
export function MergeDialog({ view, now, busy, onMerge, onClose }: Props) {
  const others = view.customer.earlier.filter(({ state }) => state === 'open');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Merge into another conversation"
      description={
        others.length > 0
          ? `What was said here shows there too, and what ${view.customer.name} writes next goes there. You can take it apart again.`
          : undefined
      }
    >
      {others.length === 0 ? (
        <p className="text-pretty text-ink-2">
          {view.customer.name} has no other open conversation. Only conversations of one customer can be merged.
        </p>
      ) : (
        <ul className="-mx-2">
          {others.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                disabled={busy}
                onClick={() => onMerge({ id: one.id, number: one.number })}
                className="grid w-full grid-cols-[16px_1fr_auto] items-center gap-x-2.5 rounded-corner px-2 py-2 text-left hover:bg-hover max-pane:min-h-11"
              >
                <ChannelSign channel={one.channel} className="text-ink-3" />
                <span className="truncate">{one.gist || 'Nothing said yet'}</span>
                <span className="text-meta text-ink-3 tabular-nums">
                  #{one.number}, {formatMoment(one.at, now)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4 flex justify-end">
        <Button size="form" look="plain" onClick={onClose}>
          {others.length === 0 ? 'Close' : 'Cancel'}
        </Button>
      </div>
    </Dialog>
  );
}
