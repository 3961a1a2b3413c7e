'use client';

import { Lock, MessagesSquare } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { ReadFailed } from '@/components/shell/fetch-json';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { Desk } from './desk';
import { deskHref, readDesk } from './desk';
import { ListFailed } from './list-states';
import { useConversation } from './queries';
import { goTo, moveOnPress } from './use-desk';

const readOpen = () => import('./open-conversation');
// Whoever comes to a conversation by its address needs it at once, not when the desk is drawn.
if (typeof window !== 'undefined' && readDesk(window.location.pathname, new URLSearchParams()).conversationId)
  void readOpen().catch(() => undefined);
// Half of what the desk is made of, and nothing of it is in the list: it comes with the first sign that somebody is there.
const OpenConversation = dynamic(() => readOpen().then((file) => file.OpenConversation), {
  ssr: false,
  loading: () => <ConversationSkeleton />,
});

/** The conversation of the address: there, on its way, not for this person, or none chosen. */
export function ConversationPane({ desk }: { desk: Desk }) {
  const query = useConversation(desk.conversationId);
  useReadAhead();
  const list = { ...desk, conversationId: null };
  if (!desk.conversationId)
    return (
      <div className="min-w-0 flex-1 bg-surface max-pane:hidden">
        <EmptyState icon={MessagesSquare} title="Nothing is open">
          Choose a conversation, or press J for the first one.
        </EmptyState>
      </div>
    );
  if (query.data)
    return <OpenConversation key={query.data.conversation.id} view={query.data} onBack={() => goTo(list)} />;
  if (query.isError)
    return (
      <div className="min-w-0 flex-1 bg-surface">
        {query.error instanceof ReadFailed && [400, 404].includes(query.error.status) ? (
          <EmptyState
            icon={Lock}
            title="There is nothing here for you"
            actions={
              <a href={deskHref(list)} onClick={moveOnPress(list)} className={buttonClass('outlined')}>
                Back to the inbox
              </a>
            }
          >
            It may not exist, or belong to another team. If you were sent this link, ask the sender for it.
          </EmptyState>
        ) : (
          <ListFailed what="The conversation" error={query.error} onRetry={() => void query.refetch()} />
        )}
      </div>
    );
  return <ConversationSkeleton />;
}

/** With the first move of a hand, so that the first J finds it there. */
function useReadAhead(): void {
  useEffect(() => {
    const read = () => void readOpen().catch(() => undefined);
    const signs = ['pointermove', 'pointerdown', 'keydown'] as const;
    for (const sign of signs) window.addEventListener(sign, read, { once: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, read);
    };
  }, []);
}

const turns = [
  ['w-24', ['w-4/5', 'w-1/2']],
  ['w-16', ['w-11/12', 'w-5/6', 'w-1/3']],
  ['w-24', ['w-2/3']],
  ['w-16', ['w-5/6', 'w-3/5']],
] as const;

function ConversationSkeleton() {
  return (
    <>
      <div
        role="status"
        aria-label="Reading the conversation"
        className="flex min-w-0 flex-1 flex-col border-line bg-surface wide:border-r"
      >
        <div className="flex h-(--bar) flex-none items-center border-b border-line px-4">
          <Skeleton className="h-3 w-32" />
        </div>
        <div className="flex flex-1 flex-col justify-end gap-5 px-6 pb-6">
          {turns.map(([name, lines], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the placeholders never change
            <div key={index} className="grid grid-cols-[24px_1fr] gap-x-3">
              <Skeleton className="size-6 rounded-full" />
              <div className="flex flex-col gap-2.5 pt-1.5">
                <Skeleton className={`h-2.5 ${name}`} />
                {lines.map((width) => (
                  <Skeleton key={width} className={`h-2.5 ${width}`} />
                ))}
              </div>
            </div>
          ))}
        </div>
        <Skeleton className="mx-4 mb-4 h-28 rounded-[8px]" />
      </div>
      <div className="w-(--context) flex-none max-wide:hidden">
        <div className="h-(--bar) border-b border-line" />
        <div className="flex flex-col gap-3 p-4">
          {['w-28', 'w-56', 'w-48', 'w-60', 'w-40'].map((width) => (
            <Skeleton key={width} className={`h-2.5 ${width}`} />
          ))}
        </div>
      </div>
    </>
  );
}
