import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseModel, type RouteInput } from './choose-model';
import { budgetLevelSchema, stepSchema } from './model.schema';

const usual: RouteInput = {
  step: 'compose',
  available: 'there',
  budget: 'free',
  stopped: false,
  local: 0,
  risk: 'low',
  language: 'en',
  tier: null,
};

it.each<[Partial<RouteInput>, 'local' | 'small' | 'large']>([
  [{ step: 'understand', local: 0.9 }, 'local'],
  [{ step: 'understand', local: 0.89 }, 'small'],
  [{ step: 'understand', local: 0.2, budget: 'soft' }, 'small'],
  [{ step: 'plan', local: 0.95 }, 'local'],
  [{ step: 'plan' }, 'large'],
  [{ step: 'plan', budget: 'soft', risk: 'high' }, 'small'],
  [{ step: 'compose' }, 'small'],
  [{ step: 'compose', local: 1 }, 'local'],
  [{ step: 'compose', local: 1, language: 'de' }, 'small'],
  [{ step: 'compose', local: 1, language: 'en-GB' }, 'local'],
  [{ step: 'compose', risk: 'high' }, 'large'],
  [{ step: 'compose', tier: 'Summit' }, 'large'],
  [{ step: 'compose', tier: 'Summit', risk: 'high', budget: 'soft' }, 'small'],
  [{ step: 'check' }, 'small'],
  [{ step: 'check', budget: 'soft' }, 'local'],
  [{ step: 'check', budget: 'soft', risk: 'high' }, 'small'],
  [{ step: 'summarise' }, 'small'],
  [{ step: 'summarise', budget: 'soft' }, 'local'],
  [{ step: 'draft' }, 'large'],
  [{ step: 'reword', budget: 'soft' }, 'small'],
  [{ step: 'rescore' }, 'large'],
  [{ step: 'gaps', budget: 'soft' }, 'local'],
])('%j is done by %s', (more, use) => {
  const route = chooseModel({ ...usual, ...more });
  expect(route.use).toBe(use);
  expect(route.why).not.toBe('');
});

const anything = fc.record({
  step: fc.constantFrom(...stepSchema.options),
  available: fc.constantFrom('none' as const, 'resting' as const, 'there' as const),
  budget: fc.constantFrom(...budgetLevelSchema.options),
  stopped: fc.boolean(),
  local: fc.double({ min: 0, max: 1, noNaN: true }),
  risk: fc.constantFrom('low' as const, 'high' as const),
  language: fc.constantFrom('en', 'de', 'fr'),
  tier: fc.constantFrom(null, 'Ridge'),
});

it('asks nobody who is not there, without a budget, or after a failure', () => {
  fc.assert(
    fc.property(anything, (input) => {
      const may = input.available === 'there' && input.budget !== 'hard' && !input.stopped;
      if (!may) expect(chooseModel(input).use).toBe('local');
    }),
  );
});

it('gives nothing to the large model while the budget is nearly used up', () => {
  fc.assert(
    fc.property(anything, (input) => {
      expect(chooseModel({ ...input, budget: 'soft' }).use).not.toBe('large');
    }),
  );
});
