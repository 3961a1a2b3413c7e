import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOf, type NodeKind, type PlaybookDefinition, playbookSchema } from '@/lib/governance/playbook.schema';
import {
  addStep,
  connectSteps,
  emptyPlaybook,
  pasteSteps,
  removeSteps,
  startName,
  stepsOf,
  unfinished,
  waysOf,
} from './edit-playbook';
import { kinds } from './step-words';

const begun = (): PlaybookDefinition => emptyPlaybook('Warranty', 'orders', ['warranty']);

type Doing =
  | { do: 'add'; kind: NodeKind; from: number; way: number }
  | { do: 'remove'; at: number[] }
  | { do: 'connect'; from: number; way: number; to: number }
  | { do: 'paste'; at: number[] };

const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc.record({ do: fc.constant('add' as const), kind: fc.constantFrom(...kinds), from: fc.nat(12), way: fc.nat(3) }),
  fc.record({ do: fc.constant('remove' as const), at: fc.array(fc.nat(12), { minLength: 1, maxLength: 3 }) }),
  fc.record({ do: fc.constant('connect' as const), from: fc.nat(12), way: fc.nat(3), to: fc.nat(12) }),
  fc.record({ do: fc.constant('paste' as const), at: fc.array(fc.nat(12), { minLength: 1, maxLength: 3 }) }),
);

function apply(playbook: PlaybookDefinition, one: Doing): PlaybookDefinition {
  const steps = stepsOf(playbook);
  const stepAt = (at: number) => steps[at % Math.max(1, steps.length)];
  const wayAt = (from: number, way: number) => {
    const step = stepAt(from);
    const ways = step ? waysOf(step[1]) : [];
    return step && ways.length > 0 ? { node: step[0], by: ways[way % ways.length]!.by } : null;
  };
  switch (one.do) {
    case 'add':
      return addStep(playbook, one.kind, { from: wayAt(one.from, one.way) ?? { node: startName, by: 'next' } })
        .playbook;
    case 'remove':
      return removeSteps(
        playbook,
        one.at.flatMap((at) => stepAt(at)?.[0] ?? []),
      );
    case 'connect': {
      const from = wayAt(one.from, one.way);
      return from ? connectSteps(playbook, from, stepAt(one.to)?.[0] ?? null) : playbook;
    }
    case 'paste':
      return pasteSteps(playbook, Object.fromEntries(one.at.flatMap((at) => (stepAt(at) ? [stepAt(at)!] : []))), {})
        .playbook;
  }
}

describe('edits of a playbook', () => {
  it('keep it one that can be stored, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 25 }), (all) => {
        const playbook = all.reduce(apply, begun());
        const parsed = playbookSchema.safeParse(playbook);
        expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
        // The step for "not connected" is there exactly while a way leads to it.
        const led = stepsOf(playbook).some(([, node]) => edgesOf(node).some(({ to }) => to === unfinished));
        expect(unfinished in playbook.nodes).toBe(led || playbook.start === unfinished);
      }),
    );
  });

  it('puts a step into a way, so that it goes on where it went', () => {
    const one = addStep(begun(), 'confirm', { from: { node: startName, by: 'next' } });
    expect(one.playbook.start).toBe('confirm');
    expect(one.playbook.nodes.confirm).toMatchObject({ next: 'reply', declined: unfinished });
    const two = addStep(one.playbook, 'lookup', { from: { node: 'confirm', by: 'next' } });
    expect(two.playbook.nodes.confirm).toMatchObject({ next: 'lookup' });
    expect(two.playbook.nodes.lookup).toMatchObject({ next: 'reply' });
  });

  it('leads round a step that is removed, and leaves a decision’s ways unconnected', () => {
    const one = addStep(begun(), 'lookup', { from: { node: startName, by: 'next' } }).playbook;
    expect(removeSteps(one, ['lookup']).start).toBe('reply');
    const two = addStep(one, 'decide', { from: { node: 'lookup', by: 'next' } }).playbook;
    const three = connectSteps(two, { node: 'decide', by: 'branches.0' }, 'reply');
    expect(removeSteps(three, ['decide']).nodes.lookup).toMatchObject({ next: unfinished });
  });

  it('takes an optional way away, and keeps a needed one', () => {
    const act = addStep(begun(), 'act', { from: { node: startName, by: 'next' } }).playbook;
    const denied = connectSteps(act, { node: 'act', by: 'denied' }, 'reply');
    expect(denied.nodes.act).toMatchObject({ denied: 'reply' });
    expect(connectSteps(denied, { node: 'act', by: 'denied' }, null).nodes.act).not.toHaveProperty('denied', 'reply');
    expect(connectSteps(denied, { node: 'act', by: 'next' }, null).nodes.act).toMatchObject({ next: unfinished });
  });

  it('pastes copies that lead to each other', () => {
    const one = addStep(begun(), 'lookup', { from: { node: startName, by: 'next' } }).playbook;
    const { playbook, names } = pasteSteps(one, { lookup: one.nodes.lookup!, reply: one.nodes.reply! }, {});
    expect(names).toEqual(['lookup_2', 'reply_2']);
    expect(playbook.nodes.lookup_2).toMatchObject({ next: 'reply_2' });
  });
});
