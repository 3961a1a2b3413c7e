'use client';

import { moveTo, useAddress } from '@/components/shell/use-address';
import { type Desk, deskHref, readDesk } from './desk';

/** Where one is in the inbox, read from the address. */
export function useDesk(): Desk {
  const { path, search } = useAddress('/inbox/');
  return readDesk(path, search);
}

export function goTo(desk: Desk): void {
  moveTo(deskHref(desk));
}

/** Another conversation, or none, in the list one is in; for what is called long after it was drawn. */
export function openHere(conversationId: string | null): void {
  const { pathname, search } = window.location;
  goTo({ ...readDesk(pathname, new URLSearchParams(search)), conversationId });
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
