'use client';

import { Truck, Zap } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import { sayAction } from '@/lib/format/say-action';
import type { KeptText } from './use-writing';

/** What sending will also do: a draft's action as a sentence, a macro's as chips that can be taken off. */
export function OnSend({ reply, drafted }: { reply: KeptText; drafted: string | null }) {
  if (!drafted && reply.actions.length === 0) return null;
  const Sign = drafted ? Truck : Zap;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 pb-1.5 text-meta text-ink-2">
      <Sign size={14} strokeWidth={1.75} aria-hidden className="flex-none text-assistant-text" />
      <b className="text-ink-1">On send:</b>
      {drafted && <span>{drafted}</span>}
      {reply.actions.map((action) => {
        const says = sayAction(action);
        return (
          <Chip
            key={says}
            removing={`Do not ${says}`}
            onRemove={() => reply.act(reply.actions.filter((one) => one !== action))}
          >
            {says}
          </Chip>
        );
      })}
    </div>
  );
}
