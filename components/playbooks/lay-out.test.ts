import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import { addStep, connectSteps, emptyPlaybook, startName, stepsOf, waysOf } from './edit-playbook';
import { card, layOut, pitch } from './lay-out';
import { kinds } from './step-words';

const begun = emptyPlaybook('Warranty', 'orders', []);
const grown = (playbook: PlaybookDefinition, node: string, by: string, kind: (typeof kinds)[number]) =>
  addStep(playbook, kind, { from: { node, by } }).playbook;

describe('the places of steps', () => {
  it('runs the main way straight down, and a short way to the side', () => {
    const decided = grown(begun, startName, 'next', 'decide');
    const long = grown(decided, 'decide', 'otherwise', 'lookup');
    const playbook = grown(long, 'decide', 'branches.0', 'handoff');
    const places = layOut(playbook);
    expect(places[startName]).toEqual({ x: 0, y: 0 });
    expect(places.decide).toEqual({ x: 0, y: pitch.y });
    expect(places.lookup).toEqual({ x: 0, y: 2 * pitch.y });
    expect(places.reply).toEqual({ x: 0, y: 3 * pitch.y });
    expect(Math.abs(places.handoff!.x)).toBe(pitch.x);
    expect(places.handoff!.y).toBe(2 * pitch.y);
  });

  it('leaves what somebody has put somewhere', () => {
    const playbook = { ...begun, layout: { reply: { x: 500, y: 40 } } };
    expect(layOut(playbook).reply).toEqual({ x: 500, y: 40 });
  });

  it('gives every step a place of its own, loops or not', () => {
    const doing = fc.record({ kind: fc.constantFrom(...kinds), from: fc.nat(20), way: fc.nat(4), back: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 20 }), (all) => {
        const playbook = all.reduce((now, { kind, from, way, back }) => {
          const steps = stepsOf(now);
          const [name, node] = steps[from % steps.length]!;
          const ways = waysOf(node);
          if (ways.length === 0) return grown(now, startName, 'next', kind);
          const { by } = ways[way % ways.length]!;
          return back % 3 === 0
            ? connectSteps(now, { node: name, by }, steps[back % steps.length]![0])
            : grown(now, name, by, kind);
        }, begun);
        const places = layOut(playbook);
        expect(Object.keys(places).sort()).toEqual([startName, ...stepsOf(playbook).map(([name]) => name)].sort());
        const all2 = Object.values(places);
        for (const [at, a] of all2.entries())
          for (const b of all2.slice(at + 1))
            expect(Math.abs(a.x - b.x) >= card.width || Math.abs(a.y - b.y) >= card.height).toBe(true);
      }),
    );
  });
});
