'use client';

import dynamic from 'next/dynamic';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import { join } from '@/components/ui/join';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import type { Mode } from './composer';
import { filesOf } from './use-attaching';
import type { Drafting } from './use-draft-reply';
import type { KeptText } from './use-writing';

// Read when they are asked for: most replies need neither.
const MacroPicker = dynamic(() => import('./macro-picker').then((file) => file.MacroPicker), { ssr: false });
const MentionPicker = dynamic(() => import('./mention-picker').then((file) => file.MentionPicker), { ssr: false });

type Props = {
  view: ConversationView;
  mode: Mode;
  kept: KeptText;
  drafting: Drafting;
  proposal: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  macros: boolean;
  onMacros: (open: boolean) => void;
  onSend: (solve: boolean) => void;
  onFiles: (files: File[]) => void;
};

/** The begun name of a colleague before the cursor: "@Sa". */
const calling = /(?:^|[\s(])@([\p{L}\p{N}' -]{0,40})$/u;

export function ComposerField({
  view,
  mode,
  kept,
  drafting,
  proposal,
  field,
  macros,
  onMacros,
  onSend,
  onFiles,
}: Props) {
  const [called, setCalled] = useState<string | null>(null);
  const replying = mode === 'reply';
  const growing = replying && drafting.writing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each sentence that is added brings the end into sight
  useEffect(() => {
    const element = field.current;
    if (element && growing) element.scrollTop = element.scrollHeight;
  }, [field, growing, kept.text]);
  const look = (element: HTMLTextAreaElement) => {
    const before = element.value.slice(0, element.selectionStart);
    setCalled(replying ? null : (calling.exec(before)?.[1] ?? null));
  };
  const mention = (name: string) => {
    const element = field.current;
    if (!element || called === null) return;
    const from = element.selectionStart - called.length;
    kept.type(`${kept.text.slice(0, from)}${name} ${kept.text.slice(element.selectionStart)}`);
    setCalled(null);
    const place = from + name.length + 1;
    // The text is in the field with the next frame, and the cursor can stand behind the name only then.
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(place, place);
    });
  };
  const keyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (growing) {
      // The field is the model's until it is done: only its end is up to whoever waits.
      if (event.key === 'Escape') {
        event.preventDefault();
        drafting.stop();
      }
      return;
    }
    if (
      replying &&
      event.code === 'KeyZ' &&
      (event.metaKey || event.ctrlKey) &&
      !event.shiftKey &&
      drafting.takeBack()
    ) {
      event.preventDefault();
      return;
    }
    if (event.key === '/' && replying && kept.text === '') {
      event.preventDefault();
      onMacros(true);
      return;
    }
    if (event.key === 'Escape') {
      // The page's own Escape leads out of the conversation: the first press only leaves the list, or the field.
      event.preventDefault();
      if (called === null) field.current?.blur();
      setCalled(null);
      return;
    }
    if (event.code !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    onSend(event.shiftKey);
  };
  const closeMacros = () => {
    onMacros(false);
    requestAnimationFrame(() => field.current?.focus());
  };
  return (
    <>
      {macros && replying && <MacroPicker view={view} reply={kept} onClose={closeMacros} />}
      {called !== null && (
        <MentionPicker
          conversationId={view.conversation.id}
          typed={called}
          field={field}
          onPick={mention}
          onClose={() => setCalled(null)}
        />
      )}
      <textarea
        ref={field}
        aria-label={replying ? 'Reply' : 'Note'}
        placeholder={
          growing
            ? 'Reading the articles and the customer’s records'
            : proposal
              ? 'Or write your own'
              : replying
                ? 'Write a reply, or / for a macro'
                : 'Write what only your colleagues see'
        }
        value={kept.text}
        onChange={(event) => {
          kept.type(event.target.value);
          look(event.target);
        }}
        onSelect={(event) => look(event.currentTarget)}
        onKeyDown={keyDown}
        onBlur={kept.leave}
        onPaste={(event) => {
          const files = filesOf(event.clipboardData);
          if (!replying || files.length === 0) return;
          event.preventDefault();
          onFiles(files);
        }}
        readOnly={growing}
        aria-busy={growing || undefined}
        rows={proposal ? 1 : 2}
        className={join(
          'block max-h-60 w-full resize-none [field-sizing:content] bg-transparent px-4 text-talk outline-none placeholder:text-ink-3 focus-visible:shadow-none',
          proposal ? 'min-h-[38px] py-2' : 'min-h-16 pt-1 pb-2',
        )}
      />
    </>
  );
}
