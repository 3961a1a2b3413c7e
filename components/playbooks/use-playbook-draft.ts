'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { openDefinitionDraft, saveDraft } from '@/app/(workspace)/automation/definitions/actions';
import type { SaveState } from '@/components/definitions/not-saved';
import { standingOf } from '@/lib/governance/definition.schema';
import { type PlaybookDefinition, playbookSchema } from '@/lib/governance/playbook.schema';
import type { PlaybookCase } from '@/lib/governance/playbook-case.schema';
import type { PlaybookVersion, PlaybookView } from '@/lib/governance/playbook-view.schema';
import { playbookKeys } from './queries';

export type Content = { definition: PlaybookDefinition; cases: PlaybookCase[] };
/** A pause in editing after which it is saved. */
const restMs = 700;
/** Keys pressed in the same field within this time are one step back. */
const sameMs = 1_500;
const mostSteps = 200;

const contentOf = ({ definition, cases }: PlaybookVersion): Content => ({ definition, cases });

/**
 * A playbook as it is edited: saved by itself as a draft, with steps back and forth over everything. The first change
 * of what is live begins the draft. Changes of others are taken over while nothing of one's own waits; otherwise the save
 * finds out and says so.
 */
export function usePlaybookDraft(view: PlaybookView, edits: boolean) {
  const client = useQueryClient();
  const shown = standingOf(view);
  const [content, setContent] = useState(() => contentOf(shown));
  const [state, setState] = useState<SaveState>({ kind: 'rest' });
  const [steps, setSteps] = useState<{ back: Content[]; on: Content[] }>({ back: [], on: [] });
  const latest = useRef(content);
  const stored = useRef(content);
  const draft = useRef(view.draft && { id: view.draft.id, revision: view.draft.revision });
  const seen = useRef(`${shown.id} ${shown.revision}`);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef<Promise<boolean> | null>(null);
  const last = useRef({ tag: '', at: 0 });

  const show = useCallback((next: Content) => {
    latest.current = next;
    setContent(next);
  }, []);

  const replace = useCallback(
    (next: Content) => {
      stored.current = next;
      setSteps({ back: [], on: [] });
      show(next);
    },
    [show],
  );

  /** Saves what waits; answers whether all that was written is stored. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (saving.current) await saving.current;
    const sent = latest.current;
    if (sent === stored.current) return true;
    if (!playbookSchema.safeParse(sent.definition).success) {
      setState({ kind: 'unready', says: 'A field is empty, or not what it must be.' });
      return false;
    }
    setState({ kind: 'saving' });
    const save = (async () => {
      try {
        const opened = draft.current ?? (await openOne(view.key));
        if ('says' in opened) {
          setState(opened);
          return false;
        }
        const result = await saveDraft({
          id: opened.id,
          revision: opened.revision,
          body: sent.definition,
          cases: sent.cases,
        }).catch(() => null);
        if (!result?.ok) {
          const says = result?.message ?? 'The server cannot be reached.';
          setState(result?.code === 'conflict' ? { kind: 'conflict', says } : { kind: 'failed', says });
          return false;
        }
        draft.current = { id: result.value.id, revision: result.value.revision };
        seen.current = `${result.value.id} ${result.value.revision}`;
        stored.current = sent;
        setState({ kind: 'saved' });
        void client.invalidateQueries({ queryKey: playbookKeys.all });
        return true;
      } finally {
        saving.current = null;
      }
    })();
    saving.current = save;
    return save;
  }, [client, view.key]);

  const later = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), restMs);
  }, [flush]);

  /** `tag` names the field that is typed in: what is typed in one go is one step back. */
  const write = useCallback(
    (change: (now: Content) => Content, tag = '') => {
      if (!edits) return;
      const before = latest.current;
      const next = change(before);
      if (next === before) return;
      const now = performance.now();
      const same = tag !== '' && tag === last.current.tag && now - last.current.at < sameMs;
      last.current = { tag, at: now };
      setSteps(({ back }) => ({ back: same ? back : [...back.slice(1 - mostSteps), before], on: [] }));
      show(next);
      later();
    },
    [edits, later, show],
  );

  const step = (from: 'back' | 'on') => {
    const stack = steps[from];
    const next = stack.at(-1);
    if (!next || !edits) return;
    const other = from === 'back' ? 'on' : 'back';
    setSteps({ ...steps, [from]: stack.slice(0, -1), [other]: [...steps[other], latest.current] });
    last.current = { tag: '', at: 0 };
    show(next);
    later();
  };

  // Somebody else's change, or one's own from another window, arrives by a live event.
  useEffect(() => {
    const name = `${shown.id} ${shown.revision}`;
    if (name === seen.current || saving.current || latest.current !== stored.current) return;
    // What was read before one's own save was answered is older than what is here.
    if (draft.current?.id === shown.id && shown.revision < draft.current.revision) return;
    seen.current = name;
    draft.current = view.draft && { id: view.draft.id, revision: view.draft.revision };
    replace(contentOf(shown));
    setState({ kind: 'rest' });
  }, [shown, view.draft, replace]);

  useEffect(() => {
    if (!edits) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current !== stored.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      void flush();
    };
  }, [edits, flush]);

  const readAgain = async () => {
    await client.invalidateQueries({ queryKey: playbookKeys.one(view.key) });
    return client.getQueryData<PlaybookView>(playbookKeys.one(view.key));
  };

  return {
    content,
    state,
    write,
    flush,
    undo: steps.back.length > 0 ? () => step('back') : null,
    redo: steps.on.length > 0 ? () => step('on') : null,
    /** What a release or a test names: what is stored. */
    stored: () => draft.current,
    /** Gives up what is here for what is stored. */
    async takeTheirs() {
      const fresh = await readAgain();
      if (!fresh) return;
      draft.current = fresh.draft && { id: fresh.draft.id, revision: fresh.draft.revision };
      seen.current = `${standingOf(fresh).id} ${standingOf(fresh).revision}`;
      replace(contentOf(standingOf(fresh)));
      setState({ kind: 'rest' });
    },
    /** Saves what is here over what is stored. */
    async keepMine() {
      const fresh = await readAgain();
      if (!fresh) return;
      draft.current = fresh.draft && { id: fresh.draft.id, revision: fresh.draft.revision };
      await flush();
    },
  };
}

/** The draft that the first change begins; one that somebody has begun and changed meanwhile is a conflict. */
async function openOne(
  key: string,
): Promise<{ id: string; revision: number } | Extract<SaveState, { kind: 'failed' | 'conflict' }>> {
  const opened = await openDefinitionDraft({ kind: 'playbook', key }).catch(() => null);
  if (!opened?.ok) return { kind: 'failed', says: opened?.message ?? 'The server cannot be reached.' };
  if (opened.value.revision > 1)
    return { kind: 'conflict', says: 'Somebody has begun a draft of this playbook meanwhile.' };
  return opened.value;
}

export type PlaybookDraft = ReturnType<typeof usePlaybookDraft>;
