'use client';

import { moveTo, useAddress } from '@/components/shell/use-address';

/** The action that is open, and what the ledger is narrowed by, as it stands in the address. */
export type LedgerPlace = { id: string | null; filter: URLSearchParams };

export function ledgerHref({ id, filter }: LedgerPlace): string {
  const search = filter.toString();
  return `/actions${id ? `/${id}` : ''}${search ? `?${search}` : ''}`;
}

export function useLedgerPlace(): LedgerPlace {
  const { path, search } = useAddress('/actions');
  const [, , id] = path.split('/');
  return { id: id ?? null, filter: search };
}

export const goToLedger = (place: LedgerPlace): void => moveTo(ledgerHref(place));

/** The same filter with some of it changed; an empty value takes a part away. */
export function withFilter(filter: URLSearchParams, change: Record<string, string>): URLSearchParams {
  const next = new URLSearchParams(filter);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

export function ledgerPress(place: LedgerPlace) {
  return (event: React.MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goToLedger(place);
  };
}
