/** @jsxImportSource preact */
import type { JSX, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icons';
import { recall, remember } from './keep-place';

type Props = { field: RefObject<HTMLTextAreaElement | null>; ready: boolean; onSend(text: string): void };

const longestText = 4_000;
/** From here on the rest is counted. */
const tellFrom = 3_600;

/** Enter sends, Shift+Enter begins a line. What is typed outlives the page. */
export function Composer({ field, ready, onSend }: Props): JSX.Element {
  const [text, setText] = useState(() => recall('draft') ?? '');
  const left = longestText - text.length;
  // Sent before the line stands: it goes as soon as it does, nobody presses twice.
  const [waits, setWaits] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a ref is not a dependency
  useEffect(() => {
    remember('draft', text === '' ? null : text);
    if (field.current) grow(field.current);
  }, [text]);

  function send(): void {
    field.current?.focus();
    if (text.trim() === '' || left < 0) return;
    setWaits(!ready);
    if (!ready) return;
    onSend(text.trim());
    setText('');
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the line coming up sends what waits
  useEffect(() => {
    if (ready && waits) send();
  }, [ready]);

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        rows={1}
        aria-label="Write a message"
        aria-describedby="left"
        placeholder="Write a message"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onFocus={(event) => grow(event.currentTarget)}
        onKeyDown={(event) => {
          // While an input method composes, Enter chooses a word.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="send" aria-label="Send" aria-busy={waits} disabled={left < 0}>
        <Icon name="send" size={18} />
      </button>
      <p id="left" class={left < 0 ? 'left over' : 'left'} aria-live="polite">
        {text.length >= tellFrom && (left >= 0 ? `${left} characters left` : `${-left} characters too long`)}
      </p>
    </form>
  );
}

/** As high as its text. A frame that is not shown has no heights: then it waits until it is written in. */
function grow(element: HTMLTextAreaElement): void {
  element.style.height = 'auto';
  if (element.scrollHeight > 0) element.style.height = `${element.scrollHeight}px`;
}
