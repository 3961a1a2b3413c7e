'use client';

import { useRouter } from 'next/navigation';
import { useMe } from './me';
import { placesFor } from './places';
import { useCommands } from './use-shortcut';

/** G and a letter lead to a page. A page whose door is closed to this person has no key. */
export function useGoing(): void {
  const router = useRouter();
  const open = placesFor(useMe().permissions).map(({ href }) => href);
  const to = (href: string) => () => router.push(href);
  useCommands([
    ['go.inbox', to('/inbox/needs-me')],
    ['go.review', open.includes('/review') && to('/review')],
    ['go.queue', to('/inbox/unassigned')],
    ['go.knowledge', to('/knowledge')],
    ['go.approvals', to('/approvals')],
    ['go.actions', to('/actions')],
    ['go.metrics', open.includes('/metrics') && to('/metrics')],
    ['desk.search', to('/search')],
    ['go.settings', to('/settings/you')],
  ]);
}
