'use client';

import { useCallback, useRef, useState } from 'react';
import { z } from 'zod';
import { fetchJson } from '@/components/shell/fetch-json';
import { formatTook } from '@/lib/format/format-time';
import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import type { AsWhom, But, Given, PlaybookCase } from '@/lib/governance/playbook-case.schema';
import type { SimulatedStep, Simulation } from '@/lib/pipeline/simulation.schema';

const simulationSchema = z.custom<Simulation>(
  (value) => z.looseObject({ steps: z.array(z.unknown()) }).safeParse(value).success,
);

/** Reads other systems, which may be slow. */
const patienceMs = 30_000;

/** A customer's way through a playbook that is being edited, told from its beginning each time. */
export function useSimulation(key: string, definition: PlaybookDefinition) {
  const [as, setAs] = useState<AsWhom>({
    subject: null,
    verified: true,
    name: 'A customer',
    email: null,
    tier: null,
    channel: 'web_chat',
  });
  const [but, setBut] = useState<But>({ tools: {} });
  const [given, setGiven] = useState<Given[]>([]);
  const [steps, setSteps] = useState<SimulatedStep[]>([]);
  const [state, setState] = useState<{ kind: 'rest' | 'running' } | { kind: 'failed'; says: string }>({ kind: 'rest' });
  /** What was simulated: another definition since then makes the trace old. */
  const [ran, setRan] = useState<PlaybookDefinition | null>(null);
  const running = useRef<AbortController | null>(null);

  const run = useCallback(
    async (story: Given[], who: { as: AsWhom; but: But } = { as, but }) => {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      setState({ kind: 'running' });
      try {
        const body = { key, definition, as: who.as, but: who.but, given: story };
        const simulation = await fetchJson('/api/playbooks/simulate', simulationSchema, mine.signal, body, patienceMs);
        setGiven(story);
        setSteps(simulation.steps);
        setRan(definition);
        setState({ kind: 'rest' });
      } catch (error) {
        if (mine.signal.aborted) return;
        setState({ kind: 'failed', says: error instanceof Error ? error.message : 'The server did not answer.' });
      }
    },
    [key, definition, as, but],
  );
  const clear = () => {
    running.current?.abort();
    setGiven([]);
    setSteps([]);
    setRan(null);
    setState({ kind: 'rest' });
  };
  /** Shows a case as it was kept: its way is walked again as that customer. */
  const show = (one: Pick<PlaybookCase, 'as' | 'but' | 'says'>) => {
    setAs(one.as);
    setBut(one.but);
    void run(one.says, one);
  };
  return { show, as, setAs, but, setBut, given, steps, state, stale: ran !== null && ran !== definition, run, clear };
}
export type SimulationDesk = ReturnType<typeof useSimulation>;

/** What the simulation shows on the canvas. */
export type Lit = {
  nodes: Set<string>;
  /** `from to` of each way that was taken. */
  ways: Set<string>;
  badges: Map<string, string>;
};

/** The steps and ways that were walked in this playbook, with a word or a time for each. */
export function lightOf(key: string, steps: SimulatedStep[]): Lit {
  const lit: Lit = { nodes: new Set(), ways: new Set(), badges: new Map() };
  let before: string | null = null;
  for (const step of steps) {
    for (const visit of step.visits) {
      if (visit.playbook !== key) continue;
      lit.nodes.add(visit.node);
      if (before !== null && before !== visit.node) lit.ways.add(`${before} ${visit.node}`);
      before = visit.node;
      lit.badges.set(visit.node, badgeOf(visit));
    }
    if (step.node && step.end !== 'elsewhere') lit.badges.set(step.node, endBadges[step.end] ?? '');
  }
  for (const [node, badge] of lit.badges) if (badge === '') lit.badges.delete(node);
  return lit;
}

const endBadges: Partial<Record<SimulatedStep['end'], string>> = {
  reply: 'said',
  ask: 'asks',
  approval: 'asks',
  wait: 'waits',
  handoff: 'done',
};
const effects: Record<string, string> = { allow: 'allow', deny: 'deny', needs_approval: 'ask' };

function badgeOf({ kind, decision, tookMs, says }: SimulatedStep['visits'][number]): string {
  if (decision) return effects[decision.effect] ?? decision.effect;
  if (kind === 'lookup' || kind === 'extract') return formatTook(tookMs);
  if (kind === 'collect') return 'known';
  if (kind === 'confirm') return says === 'yes' || says === 'no' ? says : '';
  if (kind === 'decide' || kind === 'verify') return (says ?? '').slice(0, 12);
  return '';
}
