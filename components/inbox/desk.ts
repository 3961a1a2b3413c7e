import { type Sort, sortSchema } from '@/lib/conversations/conversation.schema';

/** Where one is in the inbox. `saved` is the id of a saved view, `query` what the list is narrowed by, as one types it. */
export type Desk = {
  view: string;
  team: string | null;
  conversationId: string | null;
  saved?: string | null;
  query?: string | null;
  sort?: Sort | null;
};

const pageSize = 50;

/** Where one is, from the two halves of an address. */
export function readDesk(path: string, search: Pick<URLSearchParams, 'get'>): Desk {
  const [, , view = 'needs-me', conversationId] = path.split('/');
  return {
    view,
    conversationId: conversationId ?? null,
    team: search.get('team'),
    saved: search.get('saved'),
    query: search.get('q'),
    sort: sortSchema.safeParse(search.get('sort')).data ?? null,
  };
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

export function deskHref(desk: Desk): string {
  const path = `/inbox/${desk.view}${desk.conversationId ? `/${desk.conversationId}` : ''}`;
  const search = listSearch(desk);
  return search === '' ? path : `${path}?${search}`;
}

/** The route of one page of the list; `after` is the cursor where the page before ended. */
export function listRoute(desk: Desk, after: string | null): string {
  const query = new URLSearchParams(listSearch(desk));
  query.set('view', desk.view);
  query.set('limit', String(pageSize));
  if (after) query.set('after', after);
  return `/api/inbox/conversations?${query}`;
}

export const conversationRoute = (id: string): string => `/api/inbox/conversations/${encodeURIComponent(id)}`;
export const countsRoute = '/api/inbox/counts';
