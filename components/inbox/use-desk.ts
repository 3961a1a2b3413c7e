'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { Sort } from '@/lib/conversations/conversation.schema';
import { sortSchema } from '@/lib/conversations/conversation.schema';

/** Where one is in the inbox. `saved` is the id of a saved view, `query` what the list is narrowed by, as one types it. */
export type Desk = {
  view: string;
  team: string | null;
  conversationId: string | null;
  saved?: string | null;
  query?: string | null;
  sort?: Sort | null;
};

export function deskHref(desk: Desk): string {
  const path = `/inbox/${desk.view}${desk.conversationId ? `/${desk.conversationId}` : ''}`;
  const search = listSearch(desk);
  return search === '' ? path : `${path}?${search}`;
}

/** What the address and the list's route have in common. */
export function listSearch({ team, saved, query, sort }: Omit<Desk, 'view' | 'conversationId'>): string {
  const search = new URLSearchParams();
  if (team) search.set('team', team);
  if (saved) search.set('saved', saved);
  if (query) search.set('q', query);
  if (sort) search.set('sort', sort);
  return search.toString();
}

/** Where one is in the inbox, read from the address. */
export function useDesk(): Desk {
  const [, , view = 'needs-me', conversationId] = usePathname().split('/');
  const search = useSearchParams();
  return {
    view,
    conversationId: conversationId ?? null,
    team: search.get('team'),
    saved: search.get('saved'),
    query: search.get('q'),
    sort: sortSchema.safeParse(search.get('sort')).data ?? null,
  };
}

/**
 * Moves within the inbox by the address alone: everything on the desk comes from queries, so asking
 * the server for the page again would only make one wait.
 */
export function goTo(desk: Desk): void {
  window.history.pushState(null, '', deskHref(desk));
}

/** Another conversation, or none, in the list one is in; for what is called long after it was drawn. */
export function openHere(conversationId: string | null): void {
  const [, , view = 'needs-me'] = window.location.pathname.split('/');
  const { search } = window.location;
  window.history.pushState(null, '', `/inbox/${view}${conversationId ? `/${conversationId}` : ''}${search}`);
}

/** Takes a plain press on a link as a move; with a modifier or another button it stays the browser's. */
export function moveOnPress(desk: Desk) {
  return (event: React.MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    goTo(desk);
  };
}
