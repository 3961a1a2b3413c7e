import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import type { AsWhom, Given, PlaybookCase } from '@/lib/governance/playbook-case.schema';
import { titleOf } from './step-words';
import type { SimulationDesk } from './use-simulation';

/** What was simulated, as something that must come out so from now on. Null before anything was. */
export function caseOfSimulation({
  as,
  but,
  given,
  steps,
}: Pick<SimulationDesk, 'as' | 'but' | 'given' | 'steps'>): PlaybookCase | null {
  const last = steps.at(-1);
  const [first] = given;
  if (!last || first === undefined) return null;
  const acts = steps.flatMap(({ calls }) =>
    calls.filter(({ kind, outcome }) => kind === 'write' && outcome === 'done').map(({ tool }) => tool),
  );
  return {
    name: nameOf(first),
    as,
    says: given,
    but,
    expect: { end: last.end, acts, ...(last.node && { node: last.node }) },
  };
}

function nameOf(first: Given): string {
  if (typeof first === 'string') return first.slice(0, 80);
  return 'file' in first ? `${first.file.name} comes` : 'A signal comes';
}

/** How a conversation stands that has come to a step of a kind, and stays there. */
const ends: Partial<Record<PlaybookDefinition['nodes'][string]['kind'], PlaybookCase['expect']['end']>> = {
  collect: 'ask',
  confirm: 'ask',
  wait: 'wait',
  handoff: 'handoff',
};

/** The beginning of a case that comes by a step: what the customer says there is written by who knows. */
export function caseOfStep(definition: PlaybookDefinition, node: string, as: AsWhom): PlaybookCase {
  const step = definition.nodes[node]!;
  const end = ends[step.kind] ?? 'reply';
  const stays = step.kind in ends || (step.kind === 'reply' && !step.next);
  return {
    name: titleOf(node, step).slice(0, 120),
    as,
    says: [definition.wants.slice(0, 2_000)],
    but: { tools: {} },
    expect: { end, ...(stays && { node }) },
  };
}
