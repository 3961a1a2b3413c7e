import { beforeEach, describe, expect, it } from 'vitest';
import { clearSelection, readSelection, selectUpTo, toggleSelected } from './selection';

const rows = ['a', 'b', 'c', 'd', 'e'];
beforeEach(() => {
  clearSelection();
});

describe('a selection', () => {
  it('takes and gives back', () => {
    toggleSelected('list', 'b');
    toggleSelected('list', 'd');
    toggleSelected('list', 'b');
    expect(readSelection('list')).toEqual(['d']);
  });

  it.each([
    ['down', 'b', 'd', ['b', 'c', 'd']],
    ['up', 'd', 'b', ['d', 'b', 'c']],
    ['to itself', 'c', 'c', ['c']],
    ['from a row that is gone', 'x', 'c', ['x', 'c']],
  ])('goes %s to a row', (_, from, to, ids) => {
    toggleSelected('list', from);
    selectUpTo('list', rows, to);
    expect(readSelection('list')).toEqual(ids);
  });

  it('begins at the row itself when nothing was chosen', () => {
    selectUpTo('list', rows, 'c');
    expect(readSelection('list')).toEqual(['c']);
  });

  it('comes back when what was begun with it failed, unless one has chosen anew', () => {
    toggleSelected('list', 'a');
    const again = clearSelection();
    expect(readSelection('list')).toEqual([]);
    again();
    expect(readSelection('list')).toEqual(['a']);
    const late = clearSelection();
    toggleSelected('list', 'b');
    late();
    expect(readSelection('list')).toEqual(['b']);
  });

  it('belongs to its list', () => {
    toggleSelected('list', 'a');
    expect(readSelection('other')).toEqual([]);
    toggleSelected('other', 'b');
    expect(readSelection('list')).toEqual([]);
    expect(readSelection('other')).toEqual(['b']);
  });
});
