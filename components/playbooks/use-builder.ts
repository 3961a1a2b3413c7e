'use client';

import { useMemo, useRef, useState } from 'react';
import type { NodeKind, PlaybookDefinition, PlaybookNode } from '@/lib/governance/playbook.schema';
import { playbookSchema } from '@/lib/governance/playbook.schema';
import type { PlaybookFinding } from '@/lib/governance/playbook-finding.schema';
import {
  addStep,
  connectSteps,
  type Place,
  pasteSteps,
  removeSteps,
  startName,
  stepsOf,
  tidy,
  unfinished,
  waysOf,
} from './edit-playbook';
import { layOut } from './lay-out';
import { sayWay } from './step-words';
import type { PlaybookDraft } from './use-playbook-draft';

type From = { node: string; by: string };

/** What one does with the steps of a playbook: each is one step back. */
export function useBuilder(draft: PlaybookDraft) {
  const { definition } = draft.content;
  const [chosen, setChosen] = useState<string[]>([]);
  const [open, setOpen] = useState<string | null>(null);
  const copied = useRef<{ nodes: Record<string, PlaybookNode>; places: Record<string, Place> } | null>(null);
  const places = useMemo(() => layOut(definition), [definition]);
  const change = (next: (now: PlaybookDefinition) => PlaybookDefinition, tag?: string) =>
    draft.write((now) => ({ ...now, definition: next(now.definition) }), tag);
  /** Once somebody puts a step somewhere, all stay where they are seen. */
  const kept = (now: PlaybookDefinition): PlaybookDefinition => {
    const { [startName]: _, ...all } = layOut(now);
    return { ...now, layout: all };
  };
  return {
    places,
    chosen,
    open: open !== null && (open === startName || open in definition.nodes) ? open : null,
    setChosen,
    show(name: string | null) {
      setOpen(name);
      setChosen(name ? [name] : []);
    },
    write: (next: PlaybookDefinition, tag: string) => change(() => tidy(next), tag),
    add(kind: NodeKind, from: From | null, at?: Place) {
      const placed = at && from;
      const { name } = addStep(definition, kind, { from });
      change((now) => {
        const base = Object.keys(now.layout).length > 0 || placed ? kept(now) : now;
        return addStep(base, kind, { from, at: placed ? at : undefined }).playbook;
      });
      setOpen(name);
      setChosen([name]);
    },
    connect: (from: From, to: string) => change((now) => connectSteps(now, from, to)),
    cut: (from: From) => change((now) => connectSteps(now, from, null)),
    remove(names = chosen) {
      const gone = names.filter((name) => name !== startName);
      if (gone.length === 0) return;
      change((now) => removeSteps(now, gone));
      setOpen(null);
      setChosen([]);
    },
    move: (moved: Record<string, Place>) =>
      change((now) => {
        const all = kept(now);
        return { ...all, layout: { ...all.layout, ...moved } };
      }),
    arrange: () => change((now) => ({ ...now, layout: {} })),
    copy() {
      const nodes = Object.fromEntries(stepsOf(definition).filter(([name]) => chosen.includes(name)));
      if (Object.keys(nodes).length > 0) copied.current = { nodes, places };
    },
    paste() {
      const clip = copied.current;
      if (!clip) return;
      const { names } = pasteSteps(kept(definition), clip.nodes, clip.places);
      change((now) => pasteSteps(kept(now), clip.nodes, clip.places).playbook);
      setChosen(names);
      setOpen(null);
    },
  };
}
export type Builder = ReturnType<typeof useBuilder>;

/** What the page itself knows to be wrong: fields that are empty or malformed, and ways that nobody has connected. */
export function ownFindings(definition: PlaybookDefinition): PlaybookFinding[] {
  const parsed = playbookSchema.safeParse(definition);
  const malformed = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }): PlaybookFinding => {
        const inNode = path[0] === 'nodes' && typeof path[1] === 'string';
        return {
          severity: 'error',
          node: inNode ? String(path[1]) : null,
          field: path.slice(inNode ? 2 : 0).join('.') || null,
          column: null,
          says: message.startsWith('Too small') ? 'This must not be empty.' : `${message}.`,
        };
      });
  const loose = stepsOf(definition).flatMap(([name, node]) =>
    waysOf(node)
      .filter(({ to }) => to === unfinished)
      .map(({ by }): PlaybookFinding => {
        const word = sayWay(node, by);
        return {
          severity: 'warning',
          node: name,
          field: `way.${by}`,
          column: null,
          says: `${word ? `“${word}”` : 'It'} leads nowhere yet: people take over there.`,
        };
      }),
  );
  return [...malformed, ...loose];
}
