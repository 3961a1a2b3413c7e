import { describe, expect, it } from 'vitest';
import { markTyped, matchOffers } from './match-offers';
import type { Offer } from './offers';

const offers: Offer[] = [
  { id: 'a', group: 'Desk', label: 'Label: refund', act: () => undefined },
  { id: 'b', group: 'Go to', label: 'Returns and refunds', detail: 'article', href: '/x' },
  { id: 'c', group: 'Go to', label: 'Refunds', href: '/y' },
  { id: 'd', group: 'Go to', label: 'Élan', href: '/z' },
];

describe('matchOffers', () => {
  it.each([
    ['', ['a', 'b', 'c', 'd']],
    ['ref', ['c', 'a', 'b']],
    ['ref and', ['b']],
    ['art', ['b']],
    ['elan', ['d']],
    ['fund', []],
  ])('%s', (typed, ids) => expect(matchOffers(offers, typed, 9).map(({ id }) => id)).toEqual(ids));
});

describe('markTyped', () => {
  it.each([
    ['Label: refund', 'ref', 'Label: <ref>und'],
    ['Refunds and returns', 're', '<Re>funds and <re>turns'],
    ['Élan', 'el', '<Él>an'],
    ['Plain', '', 'Plain'],
  ])('%s for %s', (label, typed, marked) => {
    const shown = markTyped(label, typed).map(({ text, hit }) => (hit ? `<${text}>` : text));
    expect(shown.join('')).toBe(marked);
  });
});
