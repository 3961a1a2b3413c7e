'use client';

import { usePathname, useSearchParams } from 'next/navigation';

export type Desk = { view: string; team: string | null; conversationId: string | null };

export function deskHref(desk: Desk): string {
  const path = `/inbox/${desk.view}${desk.conversationId ? `/${desk.conversationId}` : ''}`;
  return desk.team ? `${path}?team=${encodeURIComponent(desk.team)}` : path;
}

/** Where one is in the inbox, read from the address. */
export function useDesk(): Desk {
  const [, , view = 'needs-me', conversationId] = usePathname().split('/');
  return { view, team: useSearchParams().get('team'), conversationId: conversationId ?? null };
}

/**
 * Moves within the inbox by the address alone: everything on the desk comes from queries, so asking
 * the server for the page again would only make one wait.
 */
export function goTo(desk: Desk): void {
  window.history.pushState(null, '', deskHref(desk));
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
