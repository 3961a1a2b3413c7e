import { describe, expect, it } from 'vitest';
import { nameProducts } from './name-products';

const aliases = (...names: string[]) =>
  nameProducts(names.map((name, at) => ({ sku: `S${at}`, name }))).map((product) => product.aliases);

describe('nameProducts', () => {
  it.each([
    ['a number tells it apart', ['Drift 2 Tent'], [['Drift 2']]],
    ['two words do', ['Cloud Ridge Jacket'], [['Cloud Ridge']]],
    ['one common word does not', ['Trail Socks'], [[]]],
    ['two that would be called the same', ['Drift 2 Tent', 'Drift 2 Footprint'], [[], []]],
    ['a short form that is another’s name', ['Drift 2', 'Drift 2 Footprint'], [[], []]],
  ])('%s', (_, names, expected) => {
    expect(aliases(...names)).toEqual(expected);
  });
});
