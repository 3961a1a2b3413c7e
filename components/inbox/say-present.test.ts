import { describe, expect, it } from 'vitest';
import { sayPresent } from './say-present';

const one = (name: string, typing = false) => ({ id: name, name, hue: 1, typing });

describe('sayPresent', () => {
  it.each([
    [[], ''],
    [[one('Ines Roth')], 'Ines is looking at it'],
    [[one('Ines Roth', true)], 'Ines is writing'],
    [[one('Ines Roth'), one('Kofi Mensah')], 'Ines and Kofi are looking at it'],
    [[one('Ines Roth'), one('Kofi Mensah', true)], 'Kofi is writing, Ines is looking at it'],
    [[one('A B', true), one('C D', true), one('E F', true)], 'A, C and E are writing'],
  ])('%#', (people, said) => expect(sayPresent(people)).toBe(said));
});
