import type { PlaybookNode } from '../../governance/playbook.schema';
import { mostFrames } from '../run.schema';
import { packValues } from './pack-values';
import { type End, evaluateAll, note, type Step, settle, stopAt, type Walk } from './walk';

type Call = Extract<PlaybookNode, { kind: 'call' }>;
type Return = Extract<PlaybookNode, { kind: 'return' }>;

/** Walks another playbook as a part of this one, with slots and values of its own, until it returns. */
export function call(node: Call, walk: Walk): Step {
  const open = [...walk.stack.map((frame) => frame.playbook), walk.playbook.key];
  const refuse = (why: string): End =>
    stopAt(walk, 'playbook', `The playbook "${walk.playbook.definition.name}" ${why}`);
  if (open.includes(node.playbook)) return refuse(`calls ${node.playbook}, which is being walked already.`);
  if (walk.stack.length >= mostFrames) return refuse(`calls ${node.playbook} more than ${mostFrames} deep.`);
  const called = walk.input.playbooks.find((one) => one.key === node.playbook);
  if (!called) return refuse(`calls ${node.playbook}, of which no version is released.`);

  const slots = evaluateAll(walk, node.with);
  note(walk, { says: called.definition.name, value: slots });
  const { values, lookups } = walk;
  const { playbook } = walk;
  walk.stack = [
    ...walk.stack,
    {
      playbook: playbook.key,
      version: playbook.version,
      node: walk.at,
      slots: walk.slots,
      ...packValues(values, lookups),
    },
  ];
  walk.playbook = called;
  walk.slots = Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== null));
  walk.values = {};
  walk.lookups = {};
  walk.taken = {};
  walk.pending = null;
  return settle(walk, called.definition.start);
}

/** Gives a value back to who called, and goes on there. */
export async function giveBack(node: Return, walk: Walk): Promise<Step> {
  const value = evaluateAll(walk, node.value);
  note(walk, { value });
  const frame = walk.stack.at(-1);
  if (!frame) {
    const name = walk.playbook.definition.name;
    if (walk.said.length > 0) return { kind: 'end', part: { ...walk.part, kind: 'reply', text: '' } };
    return stopAt(walk, 'playbook', `The playbook "${name}" returned without having said anything.`);
  }
  const caller = walk.input.playbooks.find((one) => one.key === frame.playbook && one.version === frame.version);
  const at = caller?.definition.nodes[frame.node];
  if (!caller || at?.kind !== 'call')
    return stopAt(
      walk,
      'playbook',
      `Version ${frame.version} of ${frame.playbook}, which called, is not there any more.`,
    );
  walk.stack = walk.stack.slice(0, -1);
  walk.playbook = caller;
  walk.slots = { ...frame.slots };
  walk.values = { ...frame.values };
  walk.lookups = {};
  walk.taken = {};
  for (const looked of frame.looked) {
    const found = await walk.tools.read(looked.tool, looked.args);
    if (found.kind !== 'found')
      return stopAt(walk, 'tool_failed', `${looked.tool} did not answer when it was asked again.`);
    walk.values[looked.as] = found.value;
    walk.lookups[looked.as] = looked;
  }
  walk.values[at.as] = value;
  walk.pending = null;
  return settle(walk, at.next);
}
