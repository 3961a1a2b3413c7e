'use client';

import { ArrowDown } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { AssistantAvatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import { groupMessages } from './group-messages';
import { LogEntry } from './log-entry';
import { speaker } from './message';

/** Within this many pixels of the end one reads the newest, and is kept there. */
const nearPx = 80;
/** A conversation of years must not freeze the tab: older messages are drawn when asked for. */
const drawn = 150;

export function MessageLog({ view, meId }: { view: ConversationView; meId: string }) {
  const now = useNow(60_000);
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const seen = useRef(view.messages.length);
  const [below, setBelow] = useState(0);
  const [said, setSaid] = useState('');
  const [all, setAll] = useState(false);
  const customer = view.customer.name;
  const messages = all ? view.messages : view.messages.slice(-drawn);
  const count = view.messages.length;
  const newest = view.messages.at(-1);

  useLayoutEffect(() => {
    const element = box.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  });
  useEffect(() => {
    const more = count - seen.current;
    seen.current = count;
    if (more <= 0 || !newest) return;
    if (newest.kind !== 'event') setSaid(`${speaker(newest, customer, meId)}: ${newest.text}`);
    if (!atEnd.current) setBelow((known) => known + more);
  }, [count, newest, customer, meId]);

  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
    if (atEnd.current && below > 0) setBelow(0);
  };
  const toEnd = () => {
    atEnd.current = true;
    setBelow(0);
    box.current?.scrollTo({ top: box.current.scrollHeight });
  };

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={box}
        id="conversation"
        role="log"
        aria-label="Conversation"
        // Opening a conversation would otherwise read out all of it: what is new is said below.
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
        className="focus-inside flex h-full flex-col overflow-y-auto px-6 max-pane:px-4"
      >
        <div className="mt-auto pb-4">
          {messages.length < count && (
            <div className="mt-4 text-center">
              <Button look="plain" onClick={() => setAll(true)}>
                Show {count - messages.length} earlier
              </Button>
            </div>
          )}
          {groupMessages(messages).map((item) => (
            <LogEntry key={item.key} item={item} customer={customer} meId={meId} now={now} />
          ))}
          {view.conversation.working && (
            <p className="mt-4 flex items-center gap-3 text-meta text-assistant-text">
              <AssistantAvatar />
              The assistant is working on it
            </p>
          )}
        </div>
      </div>
      {below > 0 && (
        <div className="absolute inset-x-0 bottom-2 flex justify-center">
          <Button icon={ArrowDown} onClick={toEnd} className="shadow-float">
            {below} new
          </Button>
        </div>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
