'use client';

import { useSyncExternalStore } from 'react';

/** What is chosen in a list. It belongs to that list: in another one nothing is chosen. */
type Selection = { place: string; ids: readonly string[]; last: string | null };

const none: Selection = { place: '', ids: [], last: null };
let now = none;
const listeners = new Set<() => void>();

function set(next: Selection): void {
  now = next;
  for (const tell of listeners) tell();
}

const of = (place: string): Selection => (now.place === place ? now : { ...none, place });

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The ids chosen in a list, in the order in which they were chosen. */
export function useSelection(place: string): readonly string[] {
  const selection = useSyncExternalStore(
    subscribe,
    () => now,
    () => none,
  );
  return selection.place === place ? selection.ids : none.ids;
}

/** The same, asked once. */
export const readSelection = (place: string): readonly string[] => of(place).ids;

export function toggleSelected(place: string, id: string): void {
  const { ids } = of(place);
  set({ place, ids: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id], last: id });
}

/** Everything between the row chosen last and this one, as the list stands. */
export function selectUpTo(place: string, rows: readonly string[], id: string): void {
  const { ids, last } = of(place);
  const to = rows.indexOf(id);
  const from = last === null ? to : rows.indexOf(last);
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const between = from < 0 || to < 0 ? [id] : rows.slice(low, high + 1);
  set({ place, ids: [...ids, ...between.filter((one) => !ids.includes(one))], last: id });
}

/** Answers how to choose the same again, for what was begun with it and failed; not where one has chosen anew since. */
export function clearSelection(): () => void {
  const before = now;
  set(none);
  return () => {
    if (now.ids.length === 0) set(before);
  };
}
