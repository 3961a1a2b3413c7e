'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchJson, ReadFailed } from '@/components/shell/fetch-json';
import type { ArticleView } from '@/lib/knowledge/article.schema';
import { savedSchema } from '@/lib/knowledge/article.schema';
import { knowledgeKeys } from './queries';

export type Text = { title: string; body: string };
export type SaveState =
  | { kind: 'rest' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed'; says: string }
  /** Somebody else was first: what is here is kept until the writer decides. */
  | { kind: 'conflict'; says: string };

/** A pause in typing after which what was written is saved. */
const restMs = 900;

const textOf = (article: ArticleView): Text => ({
  title: article.draft?.title ?? article.title,
  body: article.draft?.body ?? article.body,
});

/**
 * What is being written, saved as it is written. Text of others is taken over while nothing of one's own waits;
 * otherwise the save finds out and says who was first. `seen` changes whenever the text was replaced from outside.
 */
export function useDraft(article: ArticleView, edits: boolean) {
  const client = useQueryClient();
  const [text, setText] = useState(() => textOf(article));
  const [state, setState] = useState<SaveState>(() =>
    article.draft ? { kind: 'saved', at: article.draft.at } : { kind: 'rest' },
  );
  const [seen, setSeen] = useState(0);
  const revision = useRef(article.revision);
  const latest = useRef(text);
  const stored = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef<Promise<boolean> | null>(null);

  const replace = useCallback((next: Text) => {
    latest.current = next;
    stored.current = next;
    setText(next);
    setSeen((count) => count + 1);
  }, []);

  /** Saves what waits; answers whether everything written is stored. Saves of one writer go one after another. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (saving.current) await saving.current;
    const sent = latest.current;
    if (isSame(sent, stored.current)) return true;
    if (sent.title.trim() === '') {
      setState({ kind: 'failed', says: 'Not saved: an article needs a title.' });
      return false;
    }
    setState({ kind: 'saving' });
    const save = (async () => {
      try {
        const body = { articleId: article.id, revision: revision.current, title: sent.title.trim(), body: sent.body };
        const saved = await fetchJson('/api/knowledge/draft', savedSchema, undefined, body);
        revision.current = saved.revision;
        stored.current = sent;
        setState({ kind: 'saved', at: saved.savedAt });
        return true;
      } catch (error) {
        const says = error instanceof Error ? error.message : 'The server did not take it.';
        const conflict = error instanceof ReadFailed && error.status === 409;
        setState(conflict ? { kind: 'conflict', says } : { kind: 'failed', says: `Not saved. ${says}` });
        return false;
      } finally {
        saving.current = null;
      }
    })();
    saving.current = save;
    return save;
  }, [article.id]);

  const write = useCallback(
    (more: Partial<Text>) => {
      const next = { ...latest.current, ...more };
      if (isSame(next, latest.current)) return;
      latest.current = next;
      setText(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), restMs);
    },
    [flush],
  );

  // Somebody else's text, or one's own from another window, arrives by a live event.
  useEffect(() => {
    if (article.revision <= revision.current || saving.current) return;
    if (!isSame(latest.current, stored.current)) return;
    revision.current = article.revision;
    const theirs = textOf(article);
    if (!isSame(theirs, stored.current)) replace(theirs);
    setState(article.draft ? { kind: 'saved', at: article.draft.at } : { kind: 'rest' });
  }, [article, replace]);

  useEffect(() => {
    if (!edits) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!isSame(latest.current, stored.current)) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      void flush();
    };
  }, [edits, flush]);

  return {
    text,
    state,
    seen,
    write,
    flush,
    revision: () => revision.current,
    /** Gives up what is here for what is stored. */
    async takeTheirs() {
      const fresh = await readAgain();
      if (!fresh) return;
      revision.current = fresh.revision;
      replace(textOf(fresh));
      setState(fresh.draft ? { kind: 'saved', at: fresh.draft.at } : { kind: 'rest' });
    },
    /** Saves what is here over what is stored. */
    async keepMine() {
      const fresh = await readAgain();
      if (!fresh) return;
      revision.current = fresh.revision;
      stored.current = textOf(fresh);
      await flush();
    },
  };

  async function readAgain(): Promise<ArticleView | undefined> {
    const queryKey = knowledgeKeys.article(article);
    await client.invalidateQueries({ queryKey });
    return client.getQueryData<ArticleView>(queryKey);
  }
}

const isSame = (one: Text, other: Text) => one.title === other.title && one.body === other.body;
