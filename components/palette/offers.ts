'use client';

import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';

/** Something the palette offers: to be done, or a place to go to. */
export type Offer = {
  id: string;
  group: 'On this conversation' | 'Conversations' | 'Customers' | 'Articles' | 'Go to' | 'Desk';
  label: string;
  /** What is known of it beside its name; searched too. */
  detail?: string;
  /** At the right end, such as a state. */
  right?: string;
  icon?: LucideIcon;
  keys?: string[];
  /** One of many of its kind: found by its name, not shown before anything is typed. */
  quiet?: true;
} & ({ act: () => void; href?: undefined } | { href: string; act?: undefined });

const tables = new Set<{ readonly offers: { readonly current: readonly Offer[] }; readonly above: boolean }>();

/** Offers these in the palette for as long as the caller stands on the page; of two with one id that `above` counts, else the later. */
export function useOffers(offers: readonly Offer[], above = false): void {
  const current = useRef(offers);
  useEffect(() => {
    current.current = offers;
  });
  useEffect(() => {
    const table = { offers: current, above };
    tables.add(table);
    return () => {
      tables.delete(table);
    };
  }, [above]);
}

/** What is offered on the page now. */
export function readOffers(): Offer[] {
  const ordered = [...tables].sort((one, other) => Number(one.above) - Number(other.above));
  return [
    ...new Map(ordered.flatMap(({ offers }) => offers.current.map((offer) => [offer.id, offer] as const))).values(),
  ];
}
