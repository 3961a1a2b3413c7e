'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { MacroAction } from '@/lib/conversations/macro.schema';
import type { AttachmentView, WritingView, WrittenKind } from '@/lib/conversations/writing.schema';
import { type Written, writingStore } from './writing-store';

/**
 * What one is writing, kept on the server until it is sent, whoever holds the conversation by then and in whatever browser
 * one goes on. Mount it under a key of the conversation.
 */
export function useWriting(conversationId: string, kind: WrittenKind, server: WritingView | null) {
  const store = writingStore(conversationId, kind);
  const state = useSyncExternalStore(store.subscribe, store.read, store.read);
  useEffect(() => {
    store.hear(server);
  }, [store, server]);
  useEffect(() => () => store.flush(), [store]);
  const put = (change: Partial<Written>) => store.change(change);
  return {
    ...state,
    edited: state.taken !== null && state.taken !== state.text,
    /** An emptied field has forgotten the draft it began as. */
    type: (text: string) => put(text === '' ? { text, draftId: null, taken: null } : { text }),
    take: (draft: { id: string; text: string }) => put({ text: draft.text, draftId: draft.id, taken: draft.text }),
    /** What came back later than one went on writing changes nothing. */
    replace: (before: string, text: string) => store.read().text === before && put({ text }),
    put: (text: string) => put({ text, draftId: null, taken: null }),
    attach: (attachment: AttachmentView) => put({ attachments: [...store.read().attachments, attachment] }),
    detach: (id: string) => put({ attachments: store.read().attachments.filter((one) => one.id !== id) }),
    act: (actions: MacroAction[]) => put({ actions }),
    leave: () => store.flush(),
    useNewer: () => state.newer && store.adopt(state.newer),
    keepMine: () => store.insist(),
    clear: () => store.clear(),
  };
}

export type KeptText = ReturnType<typeof useWriting>;
