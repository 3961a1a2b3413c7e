'use client';

import { useState } from 'react';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import { type Collision, decideCollision } from '@/lib/conversations/decide-collision.schema';
import { usePresent } from './presence';

type Asked = { collision: Collision; anyway: () => void };

/**
 * Asks before two people answer at once. `check` sends when nobody is in the way, and otherwise asks first; what the server
 * alone could see is asked for with `ask`. `since` is when one began to write, by the server's clock.
 */
export function useCollision(view: ConversationView, meId: string, written: { text: string; at: string | null }) {
  const present = usePresent(view.conversation.id);
  const since = useBegan(view, written);
  const [asked, setAsked] = useState<Asked | null>(null);
  const check = (send: (anyway: boolean) => void) => {
    const replies = view.messages.flatMap(({ author, kind, person, at }) =>
      author === 'agent' && kind === 'reply' && person
        ? [{ personId: person.id, name: person.name, at: new Date(at) }]
        : [],
    );
    const collision = decideCollision({ meId, since: since ? new Date(since) : null, present, replies });
    if (collision) setAsked({ collision, anyway: () => send(true) });
    else send(false);
  };
  return {
    since,
    check,
    asked,
    ask: (collision: Collision, anyway: () => void) => setAsked({ collision, anyway }),
    close: () => setAsked(null),
  };
}

/** The moment of the newest message when the field was last empty: what came later was not known when one began. */
function useBegan(view: ConversationView, { text, at }: { text: string; at: string | null }): string | null {
  const newest = view.messages.at(-1)?.at ?? null;
  const [began, setBegan] = useState<string | null>(at);
  const writes = text.trim() !== '';
  if (!writes && began !== newest) setBegan(newest);
  return began;
}
