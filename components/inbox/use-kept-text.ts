'use client';

import { useState } from 'react';
import { z } from 'zod';

const keptSchema = z.object({ text: z.string(), draftId: z.string().nullable(), taken: z.string().nullable() });

/** What one is writing: the text, and the draft it began as. */
export type Kept = z.infer<typeof keptSchema>;

const nothing: Kept = { text: '', draftId: null, taken: null };

function read(key: string): Kept {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : nothing;
  } catch {
    return nothing;
  }
}

function write(key: string, kept: Kept): void {
  try {
    if (kept.text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Storage can be full or forbidden: the text then lives as long as the page.
  }
}

/**
 * Text that outlives the page: kept in this browser per conversation until it is sent, whoever holds the
 * conversation by then. Mount it under a key of the conversation.
 */
export function useKeptText(conversationId: string, kind: 'reply' | 'note') {
  const key = `baton.writing.${conversationId}.${kind}`;
  const [kept, setKept] = useState(() => read(key));
  const keep = (next: Kept) => {
    setKept(next);
    write(key, next);
  };
  return {
    ...kept,
    edited: kept.taken !== null && kept.taken !== kept.text,
    type: (text: string) => keep(text === '' ? nothing : { ...kept, text }),
    take: (draft: { id: string; text: string }) => keep({ text: draft.text, draftId: draft.id, taken: draft.text }),
    put: (text: string) => keep({ ...nothing, text }),
    clear: () => keep(nothing),
  };
}

export type KeptText = ReturnType<typeof useKeptText>;
