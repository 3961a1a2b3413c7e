import type { PlaybookDefinition } from '../playbook.schema';
import type { PlaybookFinding, PlaybookSurroundings } from '../playbook-finding.schema';
import { reachable } from './graph';
import { common, either } from './known-names';

const mostDeep = 5; // as walking refuses to go deeper

const calledBy = ({ nodes }: PlaybookDefinition): [string, string][] =>
  Object.entries(nodes).flatMap(([name, node]) => (node.kind === 'call' ? [[name, node.playbook]] : []));

/** Every call must find its playbook, come back from it, and not come round to itself. */
export function checkCalls(
  key: string,
  playbook: PlaybookDefinition,
  { playbooks }: PlaybookSurroundings,
): PlaybookFinding[] {
  const known = new Map([...playbooks.map((one) => [one.key, one.definition] as const), [key, playbook] as const]);
  const deepest = (from: string, open: string[]): number | 'round' => {
    if (open.includes(from)) return 'round';
    const inside = known.get(from);
    const depths = inside ? calledBy(inside).map(([, to]) => deepest(to, [...open, from])) : [];
    if (depths.includes('round')) return 'round';
    return 1 + Math.max(-1, ...(depths as number[]));
  };
  return calledBy(playbook).flatMap(([node, to]): PlaybookFinding[] => {
    const error = (says: string): PlaybookFinding => ({
      severity: 'error',
      node,
      field: 'playbook',
      column: null,
      says,
    });
    const called = known.get(to);
    if (!called) return [error(`There is no playbook ${to}.`)];
    const deep = deepest(to, [key]);
    if (deep === 'round') return [error(`${to} calls this one again, so it would never end.`)];
    if (deep >= mostDeep) return [error(`Calls may go ${mostDeep} deep; this goes deeper.`)];
    const returns = [...reachable(called)].some((name) => called.nodes[name]?.kind === 'return');
    return returns ? [] : [error(`${to} never returns, so what follows here is never reached.`)];
  });
}

/** The slots that every caller fills, and those that some do; null when nobody calls it. */
export function slotsGiven(
  key: string,
  { playbooks }: PlaybookSurroundings,
): { always: Set<string>; perhaps: Set<string> } | null {
  const calls = playbooks.flatMap(({ definition }) =>
    Object.values(definition.nodes).flatMap((node) =>
      node.kind === 'call' && node.playbook === key
        ? [new Set(Object.keys(node.with).map((slot) => `slots.${slot}`))]
        : [],
    ),
  );
  if (calls.length === 0) return null;
  return {
    always: calls.reduce(common),
    perhaps: calls.reduce(either),
  };
}
