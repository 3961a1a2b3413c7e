'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { openDefinitionDraft, saveDraft } from '@/app/(workspace)/automation/definitions/actions';
import type { SaveState } from '@/components/definitions/not-saved';
import { fetchJson } from '@/components/shell/fetch-json';
import { standingOf } from '@/lib/governance/definition.schema';
import { type PolicyDefinition, policySchema } from '@/lib/governance/policy.schema';
import { type PolicyVersion, type PolicyView, policyViewSchema } from '@/lib/governance/policy-view.schema';
import { policyKeys } from './queries';

/** What is being written: the rules, and the cases they are held against. */
export type Content = { definition: PolicyDefinition; cases: Record<string, unknown>[] };
type Known = { id: string; version: number; revision: number };

/** A pause in writing after which it is saved. */
const restMs = 700;
/** Changes of the same field within this time are undone together. */
const strokeMs = 1_200;
const mostUndone = 200;

const contentOf = ({ definition, cases }: PolicyVersion): Content => ({ definition, cases });
const isSame = (one: Content, other: Content): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** What keeps it from being saved, in words; null when nothing does. */
function sayUnready({ definition }: Content): string | null {
  const parsed = policySchema.safeParse(definition);
  if (parsed.success) return null;
  const { path, message } = parsed.error.issues[0]!;
  const [part, at, field] = path;
  const rule = part === 'rules' && typeof at === 'number' ? definition.rules[at] : undefined;
  if (rule && field === 'when') return `The rule “${rule.name}” has no condition yet.`;
  if (rule) return `The rule “${rule.name}”: ${String(field)}: ${message}.`;
  return `${path.join('.')}: ${message}.`;
}

/**
 * A policy as it is being written, saved as a draft by itself: the draft is opened with the first change. Changes of others
 * are taken over while nothing of one's own waits; otherwise the save finds out and says who was first.
 */
export function usePolicyDraft(view: PolicyView, edits: boolean) {
  const client = useQueryClient();
  const { key } = view;
  const [content, setContent] = useState<Content>(() => contentOf(standingOf(view)));
  const [state, setState] = useState<SaveState>({ kind: 'rest' });
  const [past, setPast] = useState({ undo: 0, redo: 0 });
  const draft = useRef<Known | null>(view.draft);
  const latest = useRef(content);
  const stored = useRef(content);
  const undone = useRef<{ before: Content[]; after: Content[]; stroke: string; at: number }>({
    before: [],
    after: [],
    stroke: '',
    at: 0,
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef<Promise<boolean> | null>(null);

  const show = useCallback((next: Content) => {
    latest.current = next;
    setContent(next);
    setPast({ undo: undone.current.before.length, redo: undone.current.after.length });
  }, []);

  /** Takes over what is stored; what could be undone was about another text. */
  const replace = useCallback(
    (next: Content) => {
      undone.current = { before: [], after: [], stroke: '', at: 0 };
      stored.current = next;
      show(next);
    },
    [show],
  );

  /** Saves what waits; answers whether everything written is stored. Saves of one writer go one after another. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    while (saving.current) await saving.current;
    const sent = latest.current;
    if (isSame(sent, stored.current)) return true;
    const unready = sayUnready(sent);
    if (unready) {
      setState({ kind: 'unready', says: unready });
      return false;
    }
    setState({ kind: 'saving' });
    const save = (async () => {
      try {
        draft.current ??= await beginDraft(key);
        const saved = await saveDraft({
          id: draft.current.id,
          revision: draft.current.revision,
          body: sent.definition,
          cases: sent.cases,
        });
        if (!saved.ok) throw new Refused(saved.code, saved.message);
        draft.current = saved.value;
        stored.current = sent;
        setState({ kind: 'saved' });
        void client.invalidateQueries({ queryKey: ['policies'] });
        return true;
      } catch (error) {
        const says = error instanceof Refused ? error.message : 'The server cannot be reached.';
        const conflict = error instanceof Refused && ['conflict', 'not_found'].includes(error.code);
        setState(conflict ? { kind: 'conflict', says } : { kind: 'failed', says: `Not saved. ${says}` });
        return false;
      } finally {
        saving.current = null;
      }
    })();
    saving.current = save;
    return save;
  }, [client, key]);

  const wait = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), restMs);
  }, [flush]);

  /** Changes what is written. Changes with the same `stroke`, close after each other, are undone as one. */
  const change = useCallback(
    (make: (before: Content) => Content, stroke = '') => {
      const before = latest.current;
      const next = make(before);
      if (isSame(next, before)) return;
      const known = undone.current;
      const goesOn = stroke !== '' && stroke === known.stroke && Date.now() - known.at < strokeMs;
      undone.current = {
        before: goesOn ? known.before : [...known.before, before].slice(-mostUndone),
        after: [],
        stroke,
        at: Date.now(),
      };
      show(next);
      wait();
    },
    [show, wait],
  );

  const step = useCallback(
    (from: 'before' | 'after') => {
      const known = undone.current;
      const next = known[from].at(-1);
      if (!next) return;
      const to = from === 'before' ? 'after' : 'before';
      undone.current = {
        ...known,
        [from]: known[from].slice(0, -1),
        [to]: [...known[to], latest.current],
        stroke: '',
      };
      show(next);
      wait();
    },
    [show, wait],
  );

  // Somebody else's change arrives by a live event; so does the end of a draft that was released.
  useEffect(() => {
    if (saving.current || !isSame(latest.current, stored.current)) return;
    const known = draft.current;
    const theirs = view.draft;
    if (theirs ? known && theirs.id === known.id && theirs.revision <= known.revision : known === null) return;
    // The answer is older than the draft that was just opened here.
    if (!theirs && known && view.newest.version < known.version) return;
    if (theirs && known && theirs.version < known.version) return;
    const another = theirs !== null && known !== null && theirs.id === known.id;
    draft.current = theirs;
    const next = contentOf(standingOf(view));
    setState({ kind: 'rest' });
    if (isSame(next, stored.current)) return;
    replace(next);
    if (another) toast(`${theirs.by ?? 'Somebody'} changed the draft`, { description: 'You see it as it is now.' });
  }, [view, replace]);

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

  const readAgain = async (): Promise<PolicyView> => {
    const fresh = await fetchJson(`/api/policies/${encodeURIComponent(key)}`, policyViewSchema);
    client.setQueryData(policyKeys.one(key), fresh);
    return fresh;
  };

  return {
    content,
    state,
    change,
    flush,
    undo: past.undo > 0 ? () => step('before') : null,
    redo: past.redo > 0 ? () => step('after') : null,
    /** The draft as the server last knew it, for what is done to it next. */
    known: () => draft.current,
    /** The draft was thrown away here: what is in force is shown again. */
    async startOver() {
      clearTimeout(timer.current);
      const fresh = await readAgain();
      draft.current = fresh.draft;
      replace(contentOf(standingOf(fresh)));
      setState({ kind: 'rest' });
    },
    /** Saves what is here over what is stored. */
    async keepMine() {
      const fresh = await readAgain();
      draft.current = fresh.draft;
      stored.current = contentOf(standingOf(fresh));
      if (fresh.draft) await flush();
      else {
        const opened = await openDefinitionDraft({ kind: 'policy', key });
        if (opened.ok) draft.current = opened.value;
        await flush();
      }
    },
  };
}

/** The draft that the first change opens. One that has changes already is somebody else's. */
async function beginDraft(key: string): Promise<Known> {
  const opened = await openDefinitionDraft({ kind: 'policy', key });
  if (!opened.ok) throw new Refused(opened.code, opened.message);
  if (opened.value.revision > 1) throw new Refused('conflict', 'Somebody has begun a draft meanwhile.');
  return opened.value;
}

class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export type PolicyDraft = ReturnType<typeof usePolicyDraft>;
