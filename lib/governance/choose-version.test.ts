import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseVersions, placeOf, type Standing } from './choose-version';

const live = (key: string): Standing<string> => ({ key, state: 'live', share: 100, version: `${key} live` });
const trial = (key: string, share: number): Standing<string> => ({ key, state: 'trial', share, version: `${key} new` });

describe('chooseVersions', () => {
  it.each([
    { says: 'the live one where nothing is on trial', standing: [live('a')], chosen: ['a live'] },
    { says: 'a trial of all conversations', standing: [live('a'), trial('a', 100)], chosen: ['a new'] },
    { says: 'a trial of none', standing: [live('a'), trial('a', 0)], chosen: ['a live'] },
    { says: 'nothing outside a trial that has no live one', standing: [trial('a', 0)], chosen: [] },
    { says: 'each key for itself', standing: [live('a'), live('b'), trial('b', 100)], chosen: ['a live', 'b new'] },
  ])('$says', ({ standing, chosen }) => {
    expect(chooseVersions(standing, '019ab')).toEqual(chosen);
  });

  it('is the live one where there is no conversation', () => {
    expect(chooseVersions([live('a'), trial('a', 100)], null)).toEqual(['a live']);
  });

  it('keeps a conversation with what it met, and a larger share only adds', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(100), fc.nat(100), (id, one, other) => {
        const [small, large] = one < other ? [one, other] : [other, one];
        const at = (share: number) => chooseVersions([live('a'), trial('a', share)], id)[0];
        if (at(small) === 'a new') expect(at(large)).toBe('a new');
        expect(at(small)).toBe(at(small));
      }),
    );
  });

  it('spreads conversations evenly', () => {
    const ids = Array.from({ length: 10_000 }, (_, n) => `conversation-${n}`);
    const share = ids.filter((id) => placeOf('refunds', id) < 10).length / ids.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.11);
  });
});
