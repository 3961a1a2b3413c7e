import { expect, it } from 'vitest';
import { beginChange, isChanging } from './changes';

it('a conversation changes until the last of several changes has arrived', () => {
  const [first, second] = [beginChange('one'), beginChange('one')];
  expect([isChanging('one'), isChanging('two')]).toEqual([true, false]);
  first();
  expect(isChanging('one')).toBe(true);
  second();
  expect(isChanging('one')).toBe(false);
});
