'use client';

import { Avatar } from '@/components/ui/avatar';
import { useNow } from '@/components/ui/use-now';
import type { OutgoingView } from '@/lib/conversations/writing.schema';
import { FileChips } from './file-chips';

/** A reply within its seconds: it stands where it will stand, and says when it goes. */
export function OutgoingEntry({ outgoing, meId }: { outgoing: OutgoingView; meId: string }) {
  const now = useNow(1_000);
  const left = Math.max(0, Math.ceil((Date.parse(outgoing.sendAt) - now) / 1_000));
  const { person } = outgoing;
  return (
    <article aria-label="On its way" className="mt-4 grid grid-cols-[24px_1fr] gap-x-3">
      <Avatar name={person?.name ?? 'Agent'} hue={person?.hue} className="opacity-60" />
      <header className="flex h-6 items-center gap-2">
        <span className="font-strong text-ink-2">{person?.id === meId ? 'You' : (person?.name ?? 'Agent')}</span>
        <span className="text-meta text-ink-3 tabular-nums">{left > 0 ? `goes out in ${left} s` : 'going out'}</span>
      </header>
      <div className="col-start-2 max-w-[680px] min-w-0 text-talk text-pretty text-ink-2 [overflow-wrap:anywhere]">
        <p className="whitespace-pre-wrap">{outgoing.text}</p>
        <FileChips files={outgoing.attachments} />
      </div>
    </article>
  );
}
