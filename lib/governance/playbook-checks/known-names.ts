import { edgesOf, type PlaybookDefinition, type PlaybookNode } from '../playbook.schema';

/** Names at a node: those every way to it brings, and those at least one does. A slot is `slots.order`. */
export type KnownNames = { always: Set<string>; perhaps: Set<string> };

type Step = { to: string; brings: string[]; takes: string[] };

/** What is true after an act's confirmation, as a name that no expression can have. */
export const confirmedName = '!confirmed';

/**
 * Which names are known where: forward over the graph, an intersection for what is always there and a union for what may
 * be, until nothing changes any more. `given` is there at the start.
 */
export function knownNames(playbook: PlaybookDefinition, given: KnownNames): Map<string, KnownNames> {
  const known = new Map<string, KnownNames>([[playbook.start, given]]);
  const next = [playbook.start];
  for (let at = next.shift(); at !== undefined; at = next.shift()) {
    const node = playbook.nodes[at];
    const here = known.get(at);
    if (!node || !here) continue;
    for (const { to, brings, takes } of stepsOf(playbook, at, node)) {
      const after = (names: Set<string>) => new Set([...[...names].filter((name) => !takes.includes(name)), ...brings]);
      const [always, perhaps] = [after(here.always), after(here.perhaps)];
      const before = known.get(to);
      const joined = before
        ? { always: common(before.always, always), perhaps: either(before.perhaps, perhaps) }
        : { always, perhaps };
      const changed =
        !before || joined.always.size !== before.always.size || joined.perhaps.size !== before.perhaps.size;
      known.set(to, joined);
      if (changed) next.push(to);
    }
  }
  return known;
}

export const common = (a: Set<string>, b: Set<string>) => new Set([...a].filter((name) => b.has(name)));
export const either = (a: Set<string>, b: Set<string>) => new Set([...a, ...b]);

/** The ways out of a node, with what each brings. A question between a yes and its act uses the yes up. */
function stepsOf(playbook: PlaybookDefinition, at: string, node: PlaybookNode): Step[] {
  const edges = edgesOf(node);
  const step = (brings: (by: string) => string[], takes: (by: string) => string[] = () => []): Step[] =>
    edges.map(({ by, to }) => ({ to, brings: brings(by), takes: takes(by) }));
  const onNext =
    (...names: string[]) =>
    (by: string) =>
      by === 'next' ? names : [];
  const used = () => [confirmedName];
  switch (node.kind) {
    case 'collect':
      return step(onNext(`slots.${node.slot}`), used);
    case 'lookup':
    case 'extract':
      return step(onNext(node.as));
    case 'confirm': {
      const ahead = playbook.nodes[node.next];
      const refused =
        ahead?.kind === 'act' && ahead.denied ? [{ to: ahead.denied, brings: ['denied'], takes: [] }] : [];
      return [...step(onNext(confirmedName)), ...refused];
    }
    case 'act':
      return step((by) => (by === 'next' ? [node.as] : by === 'denied' ? ['denied'] : []), used);
    case 'wait': {
      const { until } = node;
      if (until.kind === 'event' && until.as) return step(onNext(until.as), used);
      // Refused or too late: what the act would have brought is not there.
      const lost = until.kind === 'approval' ? actsBefore(playbook, at) : [];
      return step(
        () => [],
        (by) => [confirmedName, ...(by === 'timeout' ? lost : [])],
      );
    }
    case 'call':
      return step(onNext(node.as), used);
    default:
      return step(() => []);
  }
}

const actsBefore = ({ nodes }: PlaybookDefinition, at: string): string[] =>
  Object.values(nodes).flatMap((one) => (one.kind === 'act' && one.next === at ? [one.as] : []));
