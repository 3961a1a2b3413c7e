import { edgesOf, type NodeKind, type PlaybookDefinition, type PlaybookNode } from '@/lib/governance/playbook.schema';

/**
 * Where ways lead that nobody has connected yet: people take over there. So a playbook that is being built can always be
 * kept and never fails a customer; the canvas does not draw it, and every way to it is a finding.
 */
export const unfinished = 'unfinished';
const unfinishedStep: PlaybookNode = {
  kind: 'handoff',
  title: 'Not connected yet',
  stopped: 'The playbook does not go on from here yet',
  missing: [],
};

export type Place = { x: number; y: number };

/** A way out of a step: those that are not taken may have no `to`. `needed` ones always lead somewhere. */
export type Way = { by: string; to: string | null; needed: boolean };

const needed = (by: string, to: string): Way => ({ by, to, needed: true });
const optional = (by: string, to: string | undefined): Way => ({ by, to: to ?? null, needed: false });

/** Every way out there is or could be, in the order in which it is drawn. */
export function waysOf(node: PlaybookNode): Way[] {
  switch (node.kind) {
    case 'lookup':
      return [needed('next', node.next), optional('missing', node.missing)];
    case 'extract':
      return [needed('next', node.next), optional('unreadable', node.unreadable)];
    case 'act':
      return [
        needed('next', node.next),
        optional('denied', node.denied),
        ...Object.entries(node.failed ?? {}).map(([code, to]) => optional(`failed.${code}`, to)),
      ];
    case 'wait':
      return [needed('next', node.next), ...(node.timeout ? [needed('timeout', node.timeout.next)] : [])];
    case 'reply':
      return [optional('next', node.next)];
    default:
      return edgesOf(node).map(({ by, to }) => needed(by, to));
  }
}

/** A step with one way led elsewhere; null takes an optional way away and leaves a needed one unconnected. */
export function withWay(node: PlaybookNode, by: string, to: string | null): PlaybookNode {
  const [first, ...more] = by.split('.');
  const rest = more.join('.');
  const target = to ?? unfinished;
  if (first === 'branches' && node.kind === 'decide')
    return {
      ...node,
      branches: node.branches.map((one, at) => (at === Number(rest) ? { ...one, next: target } : one)),
    };
  if (first === 'failed' && node.kind === 'act') {
    const { [rest]: _, ...others } = node.failed ?? {};
    const failed = to === null ? others : { ...node.failed, [rest]: to };
    return { ...node, failed: Object.keys(failed).length > 0 ? failed : undefined };
  }
  if (first === 'timeout' && node.kind === 'wait')
    return node.timeout ? { ...node, timeout: { ...node.timeout, next: target } } : node;
  const way = waysOf(node).find((one) => one.by === by);
  if (!way) return node;
  return { ...node, [by]: way.needed ? target : (to ?? undefined) } as PlaybookNode;
}

const empty: { [K in NodeKind]: Extract<PlaybookNode, { kind: K }> } = {
  collect: { kind: 'collect', slot: 'answer', entity: 'text', ask: 'What is it about?', tries: 2, next: unfinished },
  verify: { kind: 'verify', next: unfinished, otherwise: unfinished },
  lookup: { kind: 'lookup', tool: '', args: {}, as: 'found', says: 'Looked it up', next: unfinished },
  extract: {
    kind: 'extract',
    file: 'slots.file',
    says: 'Read the file',
    fields: { name: { labels: ['Name'], is: 'name', order: 'day_first', optional: false } },
    checks: [],
    as: 'read',
    next: unfinished,
  },
  decide: { kind: 'decide', branches: [{ when: 'false', next: unfinished, label: 'yes' }], otherwise: unfinished },
  confirm: { kind: 'confirm', ask: 'Shall I do that?', next: unfinished, declined: unfinished },
  act: { kind: 'act', tool: '', args: {}, as: 'done', says: 'What it does', told: 'It is done.', next: unfinished },
  wait: { kind: 'wait', until: { kind: 'customer' }, next: unfinished },
  call: { kind: 'call', playbook: '', with: {}, as: 'came_back', next: unfinished },
  return: { kind: 'return', value: {} },
  compensate: { kind: 'compensate', acts: [unfinished], next: unfinished },
  reply: { kind: 'reply', text: 'Thank you.', articles: [], closes: false },
  handoff: { kind: 'handoff', stopped: 'A person has to look at this', missing: [] },
};

/** A name nobody has: the kind, numbered from the second on. */
function freeName(nodes: Record<string, unknown>, wanted: string): string {
  const stem = wanted.replace(/_\d+$/, '').slice(0, 36);
  for (let at = 1; ; at += 1) {
    const name = at === 1 ? stem : `${stem}_${at}`;
    if (!(name in nodes) && name !== unfinished) return name;
  }
}

/** `from` is the way that leads to it; without one it stands alone. `at` is its place, if somebody chose one. */
export function addStep(
  playbook: PlaybookDefinition,
  kind: NodeKind,
  { from, at }: { from?: { node: string; by: string } | null; at?: Place } = {},
): { playbook: PlaybookDefinition; name: string } {
  const name = freeName(playbook.nodes, kind);
  const before = from && from.node !== startName ? playbook.nodes[from.node] : undefined;
  const led = before && waysOf(before).find(({ by }) => by === from?.by)?.to;
  const first = from?.node === startName || !hasSteps(playbook);
  const onward = first && hasSteps(playbook) ? playbook.start : led;
  let node: PlaybookNode = structuredClone(empty[kind]);
  // Put into a way that led somewhere, it leads there now.
  const out = waysOf(node).find(({ by }) => by === 'next' || by === 'branches.0' || by === 'otherwise');
  if (out && onward && onward !== unfinished) node = withWay(node, kind === 'decide' ? 'otherwise' : out.by, onward);
  const next: PlaybookDefinition = {
    ...playbook,
    start: first ? name : playbook.start,
    nodes: {
      ...playbook.nodes,
      ...(before && from && { [from.node]: withWay(before, from.by, name) }),
      [name]: node,
    },
    layout: at ? { ...playbook.layout, [name]: at } : playbook.layout,
  };
  return { playbook: tidy(next), name };
}

/** What stands above the first step on the canvas; no step can be called so. */
export const startName = '$start';

const hasSteps = ({ nodes }: PlaybookDefinition) => Object.keys(nodes).some((name) => name !== unfinished);

/** Ways that led to what is gone lead where it led on, if it had one way only; else they are left unconnected. */
export function removeSteps(playbook: PlaybookDefinition, names: readonly string[]): PlaybookDefinition {
  const gone = new Set(names);
  const onward = (name: string, seen = new Set<string>()): string => {
    if (!gone.has(name)) return name;
    const node = playbook.nodes[name];
    const ways = node ? edgesOf(node) : [];
    if (ways.length !== 1 || seen.has(name)) return unfinished;
    return onward(ways[0]!.to, seen.add(name));
  };
  const nodes = Object.fromEntries(
    Object.entries(playbook.nodes)
      .filter(([name]) => !gone.has(name))
      .map(([name, node]) => {
        const kept = edgesOf(node).reduce((now, { by, to }) => {
          if (!gone.has(to)) return now;
          const led = onward(to);
          const way = waysOf(now).find((one) => one.by === by);
          return withWay(now, by, led === unfinished && !way?.needed ? null : led);
        }, node);
        return [name, kept.kind === 'compensate' ? { ...kept, acts: withoutGone(kept.acts, gone) } : kept];
      }),
  );
  const layout = Object.fromEntries(Object.entries(playbook.layout).filter(([name]) => !gone.has(name)));
  return tidy({ ...playbook, start: onward(playbook.start), nodes, layout });
}

const withoutGone = (acts: string[], gone: Set<string>) => {
  const kept = acts.filter((act) => !gone.has(act));
  return kept.length > 0 ? kept : [unfinished];
};

export function connectSteps(
  playbook: PlaybookDefinition,
  from: { node: string; by: string },
  to: string | null,
): PlaybookDefinition {
  if (from.node === startName) return to ? tidy({ ...playbook, start: to }) : playbook;
  const node = playbook.nodes[from.node];
  if (!node) return playbook;
  return tidy({ ...playbook, nodes: { ...playbook.nodes, [from.node]: withWay(node, from.by, to) } });
}

export function changeStep(playbook: PlaybookDefinition, name: string, node: PlaybookNode): PlaybookDefinition {
  return tidy({ ...playbook, nodes: { ...playbook.nodes, [name]: node } });
}

/** Copies with their ways among each other; ways to others are kept where those are there. */
export function pasteSteps(
  playbook: PlaybookDefinition,
  copied: Record<string, PlaybookNode>,
  places: Record<string, Place>,
): { playbook: PlaybookDefinition; names: string[] } {
  const nodes = { ...playbook.nodes };
  const renamed = new Map<string, string>();
  for (const name of Object.keys(copied)) {
    const fresh = freeName({ ...nodes, ...Object.fromEntries([...renamed.values()].map((one) => [one, 1])) }, name);
    renamed.set(name, fresh);
  }
  const layout = { ...playbook.layout };
  for (const [name, node] of Object.entries(copied)) {
    const fresh = renamed.get(name)!;
    nodes[fresh] = edgesOf(node).reduce((now, { by, to }) => {
      const led = renamed.get(to) ?? (to in playbook.nodes ? to : null);
      return withWay(now, by, led);
    }, structuredClone(node));
    const place = places[name];
    if (place) layout[fresh] = { x: place.x + 40, y: place.y + 40 };
  }
  return { playbook: tidy({ ...playbook, nodes, layout }), names: [...renamed.values()] };
}

/** Adds the step that unconnected ways lead to, or takes it away when all are connected. */
export function tidy(playbook: PlaybookDefinition): PlaybookDefinition {
  const { [unfinished]: _, ...steps } = playbook.nodes;
  const known = new Set(Object.keys(steps));
  const start = known.has(playbook.start) ? playbook.start : unfinished;
  const led = Object.values(steps).some((node) => edgesOf(node).some(({ to }) => to === unfinished));
  const nodes = led || start === unfinished ? { ...steps, [unfinished]: unfinishedStep } : steps;
  return { ...playbook, start, nodes };
}

/** Steps as they are drawn: without the one that stands for "not connected". */
export const stepsOf = ({ nodes }: PlaybookDefinition): [string, PlaybookNode][] =>
  Object.entries(nodes).filter(([name]) => name !== unfinished);

/** A playbook of which nothing is written yet. */
export const emptyPlaybook = (name: string, team: string, intents: string[]): PlaybookDefinition =>
  tidy({
    name,
    description: '',
    team,
    wants: name,
    trigger: { intents, channels: [], signals: [] },
    start: 'reply',
    nodes: { reply: structuredClone(empty.reply) },
    layout: {},
  });
