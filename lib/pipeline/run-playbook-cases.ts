import type { PersonActor } from '../auth/permissions';
import type { PlaybookDefinition } from '../governance/playbook.schema';
import type { PlaybookCase } from '../governance/playbook-case.schema';
import { simulatePlaybook } from './simulate-playbook';
import type { CaseOutcome, CasesOutcome, SimulatedStep } from './simulation.schema';

/** Walks each case of a playbook, one after the other, and says where it came out otherwise than it must. */
export async function runPlaybookCases(
  person: PersonActor,
  { key, definition, cases }: { key: string; definition: PlaybookDefinition; cases: PlaybookCase[] },
): Promise<CasesOutcome> {
  const outcomes: CaseOutcome[] = [];
  const visited = new Set<string>();
  for (const { name, as, says, but, expect } of cases) {
    const simulated = await simulatePlaybook(person, { key, definition, as, but, given: says });
    for (const node of simulated.visited) visited.add(node);
    const why = compareCase(simulated.steps, expect);
    outcomes.push({ name, passed: why.length === 0, why, steps: simulated.steps });
  }
  const passed = outcomes.filter((one) => one.passed).length;
  return { cases: outcomes, passed, failed: outcomes.length - passed, visited: [...visited] };
}

const words = {
  reply: 'a reply',
  ask: 'a question',
  approval: 'an approval asked for',
  wait: 'a wait',
  handoff: 'a handoff',
  elsewhere: 'another way',
} as const;

/** What was expected and did not come, each as a sentence. */
export function compareCase(steps: SimulatedStep[], expect: PlaybookCase['expect']): string[] {
  const last = steps.at(-1);
  if (!last) return ['Nothing happened.'];
  const acts = steps.flatMap(({ calls }) =>
    calls.filter((call) => call.kind === 'write' && call.outcome === 'done').map((call) => call.tool),
  );
  const spoken = last.end === 'handoff' ? (last.handoff?.stopped ?? '') : last.says;
  const list = (tools: string[]) => (tools.length > 0 ? tools.join(', ') : 'nothing');
  return [
    ...(last.end === expect.end ? [] : [`It ended with ${words[last.end]}, not with ${words[expect.end]}.`]),
    ...(expect.node === undefined || last.node === expect.node
      ? []
      : [`It ended at ${last.node ?? 'no node'}, not at ${expect.node}.`]),
    ...(expect.says === undefined || spoken.toLowerCase().includes(expect.says.toLowerCase())
      ? []
      : [`“${expect.says}” does not stand in “${spoken}”.`]),
    ...(expect.acts === undefined || list(acts) === list(expect.acts)
      ? []
      : [`It would do ${list(acts)}, not ${list(expect.acts)}.`]),
    ...(last.problem && expect.end !== 'elsewhere' ? [last.problem] : []),
  ];
}
