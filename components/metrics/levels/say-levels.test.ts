import { describe, expect, it } from 'vitest';
import type { LevelView } from '@/lib/levels/level.schema';
import { sayBudget, sayLevels, sayObjective } from './say-levels';

type More = {
  left?: number | null;
  few?: boolean;
  burns?: LevelView['burns'][number]['state'];
  key?: 'fast' | 'creeping';
  enabled?: boolean;
};
function level(
  name: string,
  { left = 0.5, few = false, burns = 'off', key = 'fast', enabled = true }: More = {},
): LevelView {
  return {
    ...{ key: 'intake', name, enabled, says: '', objective: 0.99, windowDays: 28, withinSeconds: 10, counts: null },
    ...{ fewestEvents: 10, events: ['message', 'messages'], count: { good: 995, total: 1000 }, value: 0.995, days: [] },
    budget: { allowed: 10, bad: 5, left, leftEvents: 5, few },
    burns: [{ key, hours: 1, factor: 14.4, count: { good: 0, total: 10 }, rate: 100, state: burns }],
  };
}

describe('sayLevels', () => {
  it.each<[string, LevelView[]]>([
    ['No level is measured.', [level('Intake', { enabled: false })]],
    ['Intake burns its budget now.', [level('Intake', { burns: 'on' }), level('Hallucination', { left: -1 })]],
    ['Two levels burn their budgets now.', [level('Intake', { burns: 'on' }), level('Hallucination', { burns: 'on' })]],
    [
      'Intake has spent its budget; nothing burns fast now.',
      [level('Intake', { left: 0, burns: 'on', key: 'creeping' }), level('Other')],
    ],
    [
      'Two levels have spent their budgets; nothing burns fast now.',
      [level('Intake', { left: 0 }), level('Other', { left: -1 })],
    ],
    [
      'Too little has happened to tell how the levels do.',
      [level('Intake', { few: true }), level('Other', { left: null })],
    ],
    // What too few tell is not spent, whatever they say.
    [
      'Other is within its budget; of the others too little is known.',
      [level('Intake', { few: true, left: -3 }), level('Other')],
    ],
    [
      'Two levels are within their budgets; of the others too little is known.',
      [level('A', { few: true }), level('B'), level('C')],
    ],
    [
      'All three levels are within their budgets.',
      [level('A'), level('B'), level('C'), level('D', { enabled: false, left: -1 })],
    ],
    ['A is within its budget.', [level('A')]],
  ])('%s', (expected, levels) => expect(sayLevels(levels)).toBe(expected));
});

describe('sayObjective', () => {
  it.each<[string, Partial<LevelView>]>([
    ['99% within 10 s, over 28 days', {}],
    ['99.95% within 1 h, over a day', { objective: 0.9995, withinSeconds: 3600, windowDays: 1 }],
    ['40% verified or assumed, over 28 days', { objective: 0.4, withinSeconds: null, counts: 'assumed' }],
    ['40% verified, over 28 days', { objective: 0.4, withinSeconds: null, counts: 'verified' }],
  ])('%s', (expected, more) => expect(sayObjective({ ...level('A'), ...more })).toBe(expected));
});

describe('sayBudget', () => {
  it.each<[string, Partial<LevelView>]>([
    ['No messages yet', { count: { good: 0, total: 0 } }],
    [
      '1 message: under 10 is too few to tell',
      { count: { good: 1, total: 1 }, budget: { allowed: 0, bad: 0, left: 1, leftEvents: 0, few: true } },
    ],
    ['5 of 1,000 messages were bad, 5 more may be', {}],
    [
      '12 of 1,000 messages were bad, 10 may be',
      { budget: { allowed: 10, bad: 12, left: -0.2, leftEvents: -2, few: false } },
    ],
  ])('%s', (expected, more) => expect(sayBudget({ ...level('A'), ...more })).toBe(expected));
});
