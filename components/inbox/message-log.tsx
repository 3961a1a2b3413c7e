'use client';

import { ArrowDown } from 'lucide-react';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { AssistantAvatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import { groupMessages } from './group-messages';
import { LogEntry } from './log-entry';
import { speaker } from './message';
import { OutgoingEntry } from './outgoing-entry';
import { useHistory } from './use-history';

/** Within this many pixels of the end one reads the newest, and is kept there. */
const nearPx = 80;
/** So near the top the page above is read: it is there before one arrives. */
const aheadPx = 600;

type Props = { view: ConversationView; meId: string };

/** What was said, the newest at the foot. Each letter one writes below draws the desk anew, but not this. */
export const MessageLog = memo(function MessageLog({ view, meId }: Props) {
  const now = useNow(60_000);
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  // From the end, so that what is read in above moves nothing that one looks at.
  const fromEnd = useRef(0);
  const history = useHistory(view);
  const { messages } = history;
  const [below, setBelow] = useState(0);
  const [said, setSaid] = useState('');
  const customer = view.customer.name;
  const newest = messages.at(-1);
  const first = messages[0]?.id;
  const told = useRef(newest?.id);

  useLayoutEffect(() => {
    const element = box.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  });
  // The field below grows with what one writes, and the log shrinks by as much.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another first message is what was read in above
  useLayoutEffect(() => {
    const element = box.current;
    if (element && !atEnd.current) element.scrollTop = element.scrollHeight - fromEnd.current;
  }, [first]);
  useEffect(() => {
    if (!newest || newest.id === told.current) return;
    // What was on its way has another id once it has arrived: then it is the one that is new.
    const known = messages.findIndex(({ id }) => id === told.current);
    const more = known < 0 ? 1 : messages.length - 1 - known;
    told.current = newest.id;
    if (newest.kind !== 'event') setSaid(`${speaker(newest, customer, meId)}: ${newest.text}`);
    if (!atEnd.current) setBelow((before) => before + more);
  }, [messages, newest, customer, meId]);

  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    fromEnd.current = element.scrollHeight - element.scrollTop;
    atEnd.current = fromEnd.current - element.clientHeight < nearPx;
    if (element.scrollTop < aheadPx && history.reading === 'rest') void history.readOlder();
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
          {history.more && (
            <div className="mt-4 text-center">
              <Button look="plain" busy={history.reading === 'reading'} onClick={() => void history.readOlder()}>
                {history.reading === 'failed' ? 'Earlier messages did not load. Try again' : 'Show earlier messages'}
              </Button>
            </div>
          )}
          {groupMessages(messages).map((item) => (
            <LogEntry key={item.key} item={item} customer={customer} meId={meId} now={now} />
          ))}
          {view.outgoing
            .filter(({ scheduled }) => !scheduled)
            .map((outgoing) => (
              <OutgoingEntry key={outgoing.id} outgoing={outgoing} meId={meId} />
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
});
