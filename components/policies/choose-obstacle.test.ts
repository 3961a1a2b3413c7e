import { expect, it } from 'vitest';
import { chooseObstacle } from './choose-obstacle';

const fine = { problems: 0, saving: 'saved', errors: 0, failing: 0, settled: true } as const;

it.each<[string | null, Partial<Parameters<typeof chooseObstacle>[0]>]>([
  [null, {}],
  [null, { saving: 'saving' }],
  ['the text has errors', { problems: 1, errors: 2 }],
  ['it is not saved', { saving: 'conflict', failing: 1 }],
  ['1 error', { errors: 1, failing: 3 }],
  ['1 case fails', { failing: 1 }],
  ['3 cases fail', { failing: 3, settled: false }],
  ['checking…', { settled: false }],
])('a draft is kept from being released by: %s', (wanted, given) => {
  expect(chooseObstacle({ ...fine, ...given })).toBe(wanted);
});
