/** @jsxImportSource preact */
import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatUploaded } from '@/lib/channels/chat.schema';
import { AttachedFiles } from './attached-files';
import { Icon } from './icons';
import { recall, remember } from './keep-place';
import { mostFiles, useAttached } from './use-attached';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  ready: boolean;
  attach(file: File): Promise<ChatUploaded>;
  detach(id: string): void;
  onSend(text: string, files: ChatUploaded[]): void;
};

const longestText = 4_000;
/** From here on the rest is counted. */
const tellFrom = 3_600;
const taken = '.pdf,.png,.jpg,.jpeg,.webp,.txt';

/** Enter sends, Shift+Enter begins a line. What is typed outlives the page; files go with the next message. */
export function Composer({ field, ready, attach, detach, onSend }: Props): JSX.Element {
  const [text, setText] = useState(() => recall('draft') ?? '');
  const left = longestText - text.length;
  const attached = useAttached(attach, detach);
  const chooser = useRef<HTMLInputElement>(null);
  const [full, setFull] = useState(false);
  // Sent before the line stands or a file is there: it goes as soon as it can, nobody presses twice.
  const [waits, setWaits] = useState(false);
  const can = ready && !attached.loading;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a ref is not a dependency
  useEffect(() => {
    remember('draft', text === '' ? null : text);
    if (field.current) grow(field.current);
  }, [text]);

  function send(): void {
    field.current?.focus();
    const empty = text.trim() === '' && attached.kept.length === 0 && !attached.loading;
    const sends = !empty && left >= 0;
    setWaits(sends && !can);
    if (!sends || !can) return;
    onSend(text.trim(), attached.kept);
    setText('');
    setFull(false);
    attached.clear();
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the line coming up and the files being there send what waits
  useEffect(() => {
    if (can && waits) send();
  }, [can]);

  const choose = (files: FileList | null) => setFull(attached.choose([...(files ?? [])]) > 0);

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <AttachedFiles
        files={attached.files}
        onRemove={(file) => {
          attached.remove(file);
          setFull(false);
          // The button that was pressed goes away, and the focus with it.
          field.current?.focus();
        }}
      />
      {full && (
        <p class="left over" role="alert">
          At most {mostFiles} files go with one message.
        </p>
      )}
      <button
        type="button"
        class="plain attach"
        aria-label="Attach a file"
        title="Attach a file: PDF, picture or text, up to 10 MB"
        disabled={!ready}
        onClick={() => chooser.current?.click()}
      >
        <Icon name="clip" size={18} />
      </button>
      <input
        ref={chooser}
        type="file"
        class="hidden"
        aria-label="Files to attach"
        tabIndex={-1}
        multiple
        accept={taken}
        onChange={({ currentTarget }) => {
          choose(currentTarget.files);
          // The same file again is a change again.
          currentTarget.value = '';
          field.current?.focus();
        }}
      />
      <textarea
        ref={field}
        rows={1}
        aria-label="Write a message"
        aria-describedby="left"
        placeholder="Write a message"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onFocus={(event) => grow(event.currentTarget)}
        onPaste={(event) => {
          const files = event.clipboardData?.files;
          if (!ready || !files?.length) return;
          event.preventDefault();
          choose(files);
        }}
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
