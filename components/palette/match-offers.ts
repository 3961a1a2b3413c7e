import type { Offer } from './offers';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Offers whose words begin with what was typed, in their order, those that begin with it first. */
export function matchOffers(offers: readonly Offer[], typed: string, most: number): Offer[] {
  const sought = fold(typed).split(/\s+/).filter(Boolean);
  if (sought.length === 0) return offers.slice(0, most);
  const ranked = offers.flatMap((offer) => {
    const words = fold(`${offer.label} ${offer.detail ?? ''}`).split(/[^\p{L}\p{N}]+/u);
    if (!sought.every((one) => words.some((word) => word.startsWith(one)))) return [];
    return [{ offer, first: fold(offer.label).startsWith(sought.join(' ')) ? 0 : 1 }];
  });
  return ranked
    .sort((a, b) => a.first - b.first)
    .slice(0, most)
    .map(({ offer }) => offer);
}

/** A label in parts, with the beginnings that were typed. */
export function markTyped(label: string, typed: string): { text: string; hit: boolean }[] {
  const sought = fold(typed).split(/\s+/).filter(Boolean);
  return label.split(/(?<=[^\p{L}\p{N}])|(?=[^\p{L}\p{N}])/u).flatMap((word) => {
    const found = sought.find((one) => fold(word).startsWith(one));
    // Folding may change a length: then no part of the word is the one that was typed, and all of it is.
    const to = found === undefined ? 0 : fold(word).length === word.length ? found.length : word.length;
    return [
      { text: word.slice(0, to), hit: true },
      { text: word.slice(to), hit: false },
    ].filter(({ text }) => text !== '');
  });
}
