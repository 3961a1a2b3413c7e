'use client';

import { CloudOff, FilePenLine, MonitorSmartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Writings } from '@/lib/conversations/writing.schema';
import { firstName } from '@/lib/format/initials';
import type { KeptText } from './use-writing';

/** What one should know of the text before one: another browser has a newer one, or the server does not have it yet. */
export function WritingNotices({ kept }: { kept: KeptText }) {
  if (kept.newer)
    return (
      <Notice
        sign={<MonitorSmartphone size={14} strokeWidth={1.75} aria-hidden className="text-attention-text" />}
        actions={
          <>
            <Button look="plain" onClick={kept.useNewer}>
              Use it
            </Button>
            <Button look="plain" onClick={kept.keepMine}>
              Keep this
            </Button>
          </>
        }
      >
        <b className="font-medium">Newer in another browser:</b> {kept.newer.text}
      </Notice>
    );
  if (kept.kept === 'alone' && kept.text !== '')
    return (
      <Notice sign={<CloudOff size={14} strokeWidth={1.75} aria-hidden className="text-attention-text" />}>
        Kept in this browser until the server is back.
      </Notice>
    );
  return null;
}

type LeftProps = { left: Writings['left']; reply: KeptText; onUse: (text: string) => void };

/** Whoever had it before began a reply: it is not lost because the conversation went on to somebody else. */
export function LeftBehind({ left, reply, onUse }: LeftProps) {
  const [away, setAway] = useState<string | null>(null);
  if (!left || left.at === away || reply.text.trim() === left.text) return null;
  return (
    <Notice
      sign={<FilePenLine size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />}
      actions={
        <>
          <Button look="plain" onClick={() => onUse(left.text)}>
            Use it
          </Button>
          <Button look="plain" onClick={() => setAway(left.at)}>
            Hide
          </Button>
        </>
      }
    >
      <b className="font-medium">{firstName(left.person.name)} began a reply:</b> {left.text}
    </Notice>
  );
}

function Notice({ sign, children, actions }: { sign: ReactNode; children: ReactNode; actions?: ReactNode }) {
  return (
    <div role="status" className="flex min-h-9 items-center gap-2 border-t border-line px-4 py-1 text-meta text-ink-2">
      <span className="flex-none">{sign}</span>
      <p className="line-clamp-2 min-w-0 flex-1">{children}</p>
      {actions}
    </div>
  );
}
