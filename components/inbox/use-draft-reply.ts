'use client';

import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { ReadFailed } from '@/components/shell/fetch-json';
import { offerUndo } from '@/components/shell/undoable';
import type { DraftSource } from '@/lib/pipeline/draft-reply.schema';
import { readDraft } from './read-draft';
import type { KeptText } from './use-writing';

/** What stood in the field before, and what was written there since. */
type Drafted = { before: string; text: string; sources: DraftSource[]; stopped: boolean };

/**
 * A reply that a model writes into the field, below what stands there. While it grows nobody else types; it can be stopped
 * where it is, and be taken back as a whole for as long as nothing of it was changed.
 */
export function useDraftReply(conversationId: string, reply: KeptText) {
  const [writing, setWriting] = useState(false);
  const [drafted, setDrafted] = useState<Drafted | null>(null);
  const wish = useRef<AbortController | null>(null);
  const { text } = reply;

  const whole = !writing && drafted !== null && drafted.text === text;
  const emptied = !writing && drafted !== null && text === '';

  // Who goes on to the next conversation waits for it no longer.
  useEffect(() => () => wish.current?.abort(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it puts back is the same for as long as the draft stands whole
  useEffect(() => {
    if (!whole) return;
    return offerUndo({ id: `drafted-${conversationId}`, until: Number.POSITIVE_INFINITY, undo: takeBack });
  }, [whole]);
  useEffect(() => {
    if (emptied) setDrafted(null);
  }, [emptied]);

  const putBack = ({ text: written, before }: Drafted) => {
    reply.replace(written, before);
    setDrafted(null);
  };
  /** Answers whether there was a draft, unchanged, to be taken back. */
  const takeBack = () => {
    if (whole) putBack(drafted);
    return whole;
  };
  const start = async () => {
    if (wish.current) return;
    const mine = new AbortController();
    wish.current = mine;
    let now: Drafted = { before: text, text, sources: [], stopped: false };
    const head = text.trim() === '' ? '' : `${text.trimEnd()}\n\n`;
    setWriting(true);
    setDrafted(null);
    try {
      await readDraft(conversationId, mine.signal, (line) => {
        if (line.kind === 'nothing') {
          toast.message('No draft', { description: line.says });
          return;
        }
        const written = head + line.text;
        // A newer text came under it from another browser: that one counts.
        if (reply.replace(now.text, written) === false) return mine.abort();
        now = { ...now, text: written, sources: line.sources };
        setDrafted(now);
      });
    } catch (error) {
      if (mine.signal.aborted) setDrafted(now.text === now.before ? null : { ...now, stopped: true });
      else {
        putBack(now);
        toast.error('No draft', { description: error instanceof ReadFailed ? error.message : undefined });
      }
    } finally {
      wish.current = null;
      setWriting(false);
    }
  };
  return {
    writing,
    drafted,
    /** As it was written: nobody changed it since. */
    whole,
    start: () => void start(),
    stop: () => wish.current?.abort(),
    takeBack,
  };
}

export type Drafting = ReturnType<typeof useDraftReply>;
