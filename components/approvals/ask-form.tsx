'use client';

import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Segments } from '@/components/ui/segments';
import { firstName } from '@/lib/format/initials';
import type { ApprovalView } from '@/lib/tools/approval.schema';
import { useAsking } from './queries';

const MentionPicker = dynamic(() => import('@/components/inbox/mention-picker').then((file) => file.MentionPicker), {
  ssr: false,
});

type To = 'colleague' | 'customer';

/** A question before the decision: to a colleague as a note, to the customer as a reply. It goes on waiting. */
export function AskForm({ approval, onDone }: { approval: ApprovalView; onDone: () => void }) {
  const [to, setTo] = useState<To>('colleague');
  const [text, setText] = useState('');
  // Put away by its own key; the next letter brings it back.
  const [putAway, setPutAway] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const asking = useAsking(approval.conversationId);
  const name = firstName(approval.customer.name);
  // Only who holds a conversation speaks in it: two voices at once confuse everybody.
  const take = to === 'customer' && !approval.holds;
  const ready = text.trim() !== '' && (to === 'colleague' || approval.open);
  const called = to === 'colleague' ? /(?:^|\s)@([^@\n]{0,40})$/.exec(text)?.[1] : undefined;
  const send = () =>
    ready && asking.mutate({ actionId: approval.id, to, text: text.trim(), take }, { onSuccess: onDone });
  return (
    <form
      aria-label="Ask"
      className="mt-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Segments
        label="Whom to ask"
        options={[
          ['colleague', 'A colleague'],
          ['customer', name],
        ]}
        chosen={to}
        onChoose={(next) => {
          setTo(next);
          field.current?.focus();
        }}
      />
      <div className="relative mt-2">
        {called !== undefined && !putAway && (
          <MentionPicker
            conversationId={approval.conversationId}
            typed={called}
            field={field}
            onPick={(picked) => setText(`${text.slice(0, text.length - called.length)}${picked} `)}
            onClose={() => setPutAway(true)}
          />
        )}
        <textarea
          ref={field}
          aria-label="Your question"
          placeholder={to === 'colleague' ? 'Call somebody with @' : `What do you need to know from ${name}?`}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus
          rows={2}
          maxLength={4_000}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setPutAway(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              onDone();
            } else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
          }}
          className={`block max-h-72 w-full resize-none rounded-corner border border-line-control px-2.5 py-1.5 [field-sizing:content] outline-none placeholder:text-ink-3 focus:border-focus focus-visible:shadow-none ${to === 'colleague' ? 'paper' : 'bg-surface'}`}
        />
      </div>
      <p className="mt-1 text-meta text-pretty text-ink-3">
        {to === 'colleague'
          ? 'A note: it stays with us.'
          : !approval.open
            ? 'The conversation is solved. Reopen it to ask.'
            : take
              ? `${approval.holder === 'assistant' ? 'The assistant' : 'Somebody else'} has the conversation. You take it with your question.`
              : 'Goes to the customer as your reply.'}
      </p>
      <div className="mt-2 flex gap-2">
        <Button type="submit" look="filled" disabled={!ready} busy={asking.isPending}>
          {take ? 'Take it and ask' : 'Ask'}
        </Button>
        <Button look="plain" onClick={onDone}>
          Back
        </Button>
      </div>
    </form>
  );
}
