import { preload } from 'react-dom';
import { conversationRoute, countsRoute, listRoute, readDesk } from './desk';

type Search = Record<string, string | string[] | undefined>;

/**
 * Names in the page's head what the desk will ask for first: the browser asks while it still reads the scripts, and the
 * desk's own question is answered by then. Called while the page is drawn on the server.
 */
export function askAhead(view: string, conversationId: string | null, search: Search): void {
  const given = Object.entries(search).flatMap(([key, value]) => [value ?? []].flat().map((one) => [key, one]));
  const desk = readDesk(`/inbox/${view}${conversationId ? `/${conversationId}` : ''}`, new URLSearchParams(given));
  const routes = [countsRoute, listRoute(desk, null)];
  if (desk.conversationId) routes.push(conversationRoute(desk.conversationId));
  for (const route of routes) preload(route, { as: 'fetch', crossOrigin: 'anonymous' });
}
