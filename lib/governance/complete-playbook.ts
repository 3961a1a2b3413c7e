import { type Completions, completeExpression } from './complete-expression';
import { any, record, type Shape } from './expressions/shape';
import type { PlaybookDefinition } from './playbook.schema';
import { knownNames } from './playbook-checks/known-names';

const text = (title: string): Shape => ({ kind: 'text', title });
const unsure = (title: string): Shape => ({ ...any, title });

const customer = record({
  name: text('What they are called'),
  firstName: text('Their first name'),
  tier: unsure('Their tier, or null'),
  email: unsure('Where they write from, or null'),
});
const conversation = record({
  verified: { kind: 'flag', title: 'We know who the customer is' },
  channel: text('The channel they write on'),
  number: { kind: 'whole', title: 'The number of the conversation' },
  language: text('The language they write'),
});

/**
 * What may stand at the cursor of an expression of a step: who writes, and the names that the ways to this step bring.
 * `node` null is what starts it, which speaks of customer and conversation alone. Touches nothing.
 */
export function completePlaybook(
  expression: string,
  offset: number,
  playbook: PlaybookDefinition,
  node: string | null,
): Completions {
  const scope = { customer: { ...customer, title: 'Who writes' }, conversation: { ...conversation, title: 'Where' } };
  return completeExpression(expression, offset, node === null ? scope : { ...scope, ...namesAt(playbook, node) });
}

function namesAt(playbook: PlaybookDefinition, at: string): Record<string, Shape> {
  const event = playbook.trigger.signals.length > 0 ? ['event'] : [];
  const given = { always: new Set<string>(), perhaps: new Set(event) };
  const { always = given.always, perhaps = given.perhaps } = knownNames(playbook, given).get(at) ?? {};
  const titles = titlesOf(playbook);
  const slots: Record<string, Shape> = {};
  const names: Record<string, Shape> = {};
  for (const name of perhaps) {
    if (!/^[A-Za-z_][\w.]*$/.test(name)) continue;
    const sure = always.has(name) ? '' : ', not on every way to here';
    const shape = unsure(`${titles.get(name) ?? 'What came before'}${sure}`);
    if (name.startsWith('slots.')) slots[name.slice('slots.'.length)] = shape;
    else names[name] = shape;
  }
  const node = playbook.nodes[at];
  if (node?.kind === 'collect') names.value = text('What the customer gave');
  if (node?.kind === 'wait' && node.until.kind === 'event') names.event = unsure('What came');
  return { ...names, slots: { ...record(slots), title: 'What the customer told' }, now: text('The time') };
}

/** What each name holds, by what brings it. */
function titlesOf({ nodes }: PlaybookDefinition): Map<string, string> {
  return new Map(
    Object.values(nodes).flatMap((node): [string, string][] => {
      if (node.kind === 'collect') return [[`slots.${node.slot}`, 'What the customer told']];
      if (node.kind === 'lookup') return [[node.as, `What ${node.tool} found`]];
      if (node.kind === 'act') return [[node.as, `What ${node.tool} did`]];
      if (node.kind === 'call') return [[node.as, `What ${node.playbook} came to`]];
      return [];
    }),
  );
}
