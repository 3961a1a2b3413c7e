'use client';

import type { LucideIcon } from 'lucide-react';
import { toast } from 'sonner';
import { offerUndo } from '@/components/shell/undoable';
import { useKeys } from '@/components/shell/use-shortcut';
import { Keys } from '@/components/ui/keys';

/** Long enough to notice a slip, short enough not to stand in the way. */
const shownMs = 10_000;

type Done = { id: string; says: string; more?: string; icon: LucideIcon; undo: () => void };

/** Says what was done, for as long as its key takes it back. Answers how to unsay it, for what did not come about. */
export function showDone({ id, says, more, icon, undo }: Done): () => void {
  const unsay = () => {
    withdraw();
    toast.dismiss(id);
  };
  const take = () => {
    unsay();
    undo();
  };
  const withdraw = offerUndo({ id, until: Date.now() + shownMs, undo: take });
  toast.custom(() => <DoneToast says={says} more={more} icon={icon} onUndo={take} />, { id, duration: shownMs });
  return unsay;
}

type Props = Pick<Done, 'says' | 'more' | 'icon'> & { onUndo: () => void };

function DoneToast({ says, more, icon: Icon, onUndo }: Props) {
  const keys = useKeys('desk.undo');
  return (
    <div
      role="status"
      className="flex w-[308px] max-w-[calc(100vw-32px)] items-center gap-2.5 rounded-corner-float bg-raised py-2 pr-2 pl-4 font-sans text-work text-ink-1 shadow-float"
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="block text-pretty">{says}</span>
        {more && <span className="block text-meta text-pretty text-ink-2">{more}</span>}
      </span>
      <button
        type="button"
        onClick={onUndo}
        className="inline-flex h-8 flex-none items-center gap-1.5 rounded-corner px-2 font-medium text-ink-2 hover:bg-hover max-pane:h-11"
      >
        Undo
        <Keys keys={keys} look="rest" />
      </button>
    </div>
  );
}
