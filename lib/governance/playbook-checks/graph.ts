import { edgesOf, type PlaybookDefinition, type PlaybookNode } from '../playbook.schema';
import type { PlaybookFinding } from '../playbook-finding.schema';

/** Nodes in the order in which they are come to, from the start on. */
export function reachable({ start, nodes }: PlaybookDefinition): Set<string> {
  const seen = new Set<string>();
  const next = [start];
  for (let at = next.shift(); at !== undefined; at = next.shift()) {
    const node = nodes[at];
    if (seen.has(at) || !node) continue;
    seen.add(at);
    next.push(...edgesOf(node).map(({ to }) => to));
  }
  return seen;
}

export function findUnreachable(playbook: PlaybookDefinition): PlaybookFinding[] {
  const seen = reachable(playbook);
  return Object.keys(playbook.nodes)
    .filter((name) => !seen.has(name))
    .map((node) => ({ severity: 'warning', node, field: null, column: null, says: 'No way leads here.' }));
}

/** Coming back to a question asks anew; a way round that never asks or waits goes on until it is stopped. */
const stops = ({ kind }: PlaybookNode): boolean => kind === 'collect' || kind === 'confirm' || kind === 'wait';

export function findLoops(playbook: PlaybookDefinition): PlaybookFinding[] {
  const { nodes } = playbook;
  const passing = (name: string) => nodes[name] !== undefined && !stops(nodes[name]);
  const leads = (from: string): Set<string> => {
    const seen = new Set<string>();
    const next = edgesOf(nodes[from]!).map(({ to }) => to);
    for (let at = next.shift(); at !== undefined; at = next.shift()) {
      if (seen.has(at) || !passing(at)) continue;
      seen.add(at);
      next.push(...edgesOf(nodes[at]!).map(({ to }) => to));
    }
    return seen;
  };
  const told = new Set<string>();
  return [...reachable(playbook)].filter(passing).flatMap((node): PlaybookFinding[] => {
    const round = leads(node);
    if (!round.has(node) || told.has(node)) return [];
    // One finding a loop: all that lead back to here are of it.
    for (const other of round) if (leads(other).has(node)) told.add(other);
    const says = 'The way leads back to here without ever asking or waiting, so it would never end.';
    return [{ severity: 'error', node, field: null, column: null, says }];
  });
}
