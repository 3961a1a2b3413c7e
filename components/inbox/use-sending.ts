'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as writing from '@/app/(workspace)/inbox/writing/actions';
import { useMe } from '@/components/shell/me';
import { usePreferences } from '@/components/shell/preferences';
import type { Collision } from '@/lib/conversations/decide-collision.schema';
import type { MacroAction } from '@/lib/conversations/macro.schema';
import type { AttachmentView, SentReply } from '@/lib/conversations/writing.schema';
import { sendingPrefix, withWritten } from './sending';
import { showGoingOut } from './sending-toast';
import { type Change, intend } from './use-intentions';

export type Sending = {
  text: string;
  draftId: string | null;
  solve: boolean;
  actions: MacroAction[];
  attachments: AttachmentView[];
  /** An hour it was given; null is now. */
  sendAt: string | null;
  /** When one began to write, and whether one knows that somebody else speaks here too. */
  since: string | null;
  anyway: boolean;
};

/** Somebody else speaks here too: nothing was sent, and one is asked first. */
export class Collided extends Error {
  constructor(readonly collision: Collision) {
    super('somebody else speaks here too');
    this.name = 'Collided';
  }
}

/** Sends what one wrote: it is seen at once, with its seconds to take it back. */
export function useSending(conversationId: string) {
  const client = useQueryClient();
  const me = useMe();
  const { undoSeconds } = usePreferences().preferences;
  const person = { id: me.id, name: me.name, hue: me.hue };
  return useMutation({
    mutationFn: async ({ text, draftId, solve, actions, attachments, sendAt, since, anyway }: Sending) => {
      const at = new Date().toISOString();
      const change: Change = (view) => {
        if (undoSeconds === 0 && sendAt === null) {
          const written = withWritten(view, { kind: 'reply', text, person, at, attachments });
          return solve ? { ...written, conversation: { ...written.conversation, state: 'closed' } } : written;
        }
        const until = sendAt ?? new Date(Date.now() + undoSeconds * 1_000).toISOString();
        const waits = {
          id: `${sendingPrefix}${at}`,
          text,
          person,
          mine: true,
          scheduled: sendAt !== null,
          solve,
          actions,
          attachments,
        };
        return { ...view, outgoing: [...view.outgoing, { ...waits, sendAt: until, createdAt: at }] };
      };
      let sent: SentReply | undefined;
      await intend(client, conversationId, {
        act: async () => {
          const result = await writing.send({
            kind: 'reply',
            conversationId,
            text,
            draftId,
            solve,
            actions,
            attachmentIds: attachments.map(({ id }) => id),
            sendAt,
            since,
            anyway,
          });
          if (result.ok) sent = result.value;
          return result;
        },
        change,
        failed: 'The reply was not sent',
      });
      if (sent?.collision) throw new Collided(sent.collision);
      return sent;
    },
    onSuccess: (sent, { solve, sendAt }) => {
      if (sent?.outgoingId) showGoingOut(client, { conversationId, sent, solve, scheduled: sendAt !== null });
    },
  });
}
