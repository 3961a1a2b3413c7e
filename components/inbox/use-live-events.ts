'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { meKey } from '@/components/shell/me';
import { presenceSchema } from '@/lib/conversations/presence.schema';
import { isChanging } from './changes';
import { setLiveStatus } from './live-status';
import { tellPresence } from './presence';
import { inboxKeys } from './queries';
import { knowsWriting } from './writing-store';

const liveEventSchema = z.object({
  name: z.string(),
  conversationId: z.string().nullable(),
  kind: z.string().optional(),
  revision: z.number().optional(),
});

/**
 * What belongs to no conversation: the first part of such an event's name is the area whose queries it makes old
 * (`desk.changed` those whose key begins with `desk`), unless it stands here under others.
 */
const areasOf: Record<string, readonly string[] | undefined> = {
  article: ['knowledge'],
  import: ['knowledge'],
  records: ['records', 'tools'],
  alert: ['alerts', 'levels'],
  desk: ['desk', 'alerts', 'levels'],
  definition: ['definitions', 'policies', 'playbooks'],
};

const touch = (areas: Set<string>, first: string) => {
  for (const area of areasOf[first] ?? [first]) areas.add(area);
};

/** The first event is read for at once; what follows within this time is read together: a burst of ten costs two reads of the list. */
const gatherMs = 80;
/** A read that takes longer is no longer waited for. */
const longestReadMs = 5000;
/** A line that comes back within this time was never gone as far as people care: no alarm for a restart. */
const graceMs = 4000;
/** After a refused connection the browser gives up; it is asked again this often. */
const retryMs = 3000;

/** Keeps what is on the screen as new as the server says, and the line's state for the footer. `since`: what the page was made from. */
export function useLiveEvents(since: string): void {
  const client = useQueryClient();
  // A layout that is made again later has a newer place; the line goes on from its own.
  const [from] = useState(since);
  useEffect(() => {
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let gather: ReturnType<typeof setTimeout> | undefined;
    let alarm: ReturnType<typeof setTimeout> | undefined;
    let opened = false;
    const touched = new Set<string>();
    const acted = new Set<string>();
    const areas = new Set<string>();

    // One read at a time: a busy desk whose answers are slower than its events would begin anew for ever and show nothing.
    let reading = false;
    let flushedAt = 0;
    // Where a new line goes on, when the browser has given up the old one and with it the place it knew.
    let place = from;
    const flush = () => {
      gather = reading ? setTimeout(flush, gatherMs) : undefined;
      if (reading) return;
      reading = true;
      flushedAt = performance.now();
      const read = refresh(client, [...touched, ...acted], [...acted], [...areas]);
      touched.clear();
      acted.clear();
      areas.clear();
      void Promise.race([read, new Promise((resolve) => setTimeout(resolve, longestReadMs))]).finally(() => {
        reading = false;
      });
    };
    const listen = () => {
      source = new EventSource(`/api/events?after=${encodeURIComponent(place)}`);
      source.onopen = () => {
        clearTimeout(alarm);
        alarm = undefined;
        setLiveStatus({ state: 'live', at: Date.now() });
        // What happened while the line was gone may not be sent again.
        if (opened) void client.invalidateQueries();
        opened = true;
      };
      source.onmessage = (message) => {
        setLiveStatus({ state: 'live', at: Date.now() });
        const event = liveEventSchema.safeParse(parseJson(message.data));
        if (!event.success) return;
        if (message.lastEventId) place = message.lastEventId;
        if (hearWriting(client, event.data)) return;
        const { name, conversationId } = event.data;
        const first = name.split('.')[0] ?? '';
        if (conversationId) (name === 'action.changed' ? acted : touched).add(conversationId);
        else touch(areas, first);
        gather ??= setTimeout(flush, Math.max(0, flushedAt + gatherMs - performance.now()));
      };
      source.addEventListener('presence', (message) => {
        const news = presenceSchema.safeParse(parseJson(message.data));
        if (news.success) tellPresence(news.data);
      });
      source.onerror = () => {
        const since = Date.now();
        alarm ??= setTimeout(() => setLiveStatus({ state: 'offline', at: since }), graceMs);
        if (source?.readyState !== EventSource.CLOSED) return;
        retry = setTimeout(listen, retryMs);
        // Refused: whoever was shut out meanwhile is led to sign in, not left before what no longer changes.
        void client.invalidateQueries({ queryKey: meKey });
      };
    };
    listen();
    return () => {
      source?.close();
      clearTimeout(retry);
      clearTimeout(gather);
      clearTimeout(alarm);
    };
  }, [client, from]);
}

/** One's own text from another browser: it moves nobody's list. Answers whether that is what it was. */
function hearWriting(client: QueryClient, event: z.infer<typeof liveEventSchema>): boolean {
  const { name, conversationId, kind = '', revision = 0 } = event;
  if (name !== 'writing.kept') return false;
  if (conversationId && !knowsWriting(conversationId, kind, revision))
    void client.invalidateQueries({ queryKey: inboxKeys.conversation(conversationId) });
  return true;
}

/** Records come from another system and only an action of ours changes them: not every message asks for them again. */
function refresh(client: QueryClient, conversations: string[], acted: string[], areas: string[]): Promise<unknown> {
  // One's own change reads the conversation when it has arrived.
  const settled = conversations.filter((id) => !isChanging(id));
  const keys = [
    // The wall-board shows a little of everything; it is read only where it is open.
    ['live'],
    ...areas.map((area) => [area]),
    ...(conversations.length > 0 ? [inboxKeys.counts, inboxKeys.lists, ['review']] : []),
    ...settled.map((id) => inboxKeys.conversation(id)),
    ...acted.map((id) => inboxKeys.records(id)),
    ...(acted.length > 0 ? [['approvals'], ['actions']] : []),
  ];
  return Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
