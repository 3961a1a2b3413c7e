/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ChatMessage, ChatProgress } from '@/lib/channels/chat.schema';
import { formatBytes } from '@/lib/format/format-bytes';
import { isWorking, type Model, openProgress, type Unsent } from './chat-state';
import { Icon } from './icons';
import { SaidText } from './said-text';

export type ChatFile = ChatMessage['files'][number];

type Props = {
  model: Model;
  onRetry(clientId: string): void;
  onFile(file: ChatFile): void;
  children?: ComponentChildren;
};

/** How far from the end one may be and still follow it. */
const nearEnd = 80;

/** What was said, oldest first. A screen reader hears new messages politely; a reader who scrolled up stays there. */
export function MessageList({ model, onRetry, onFile, children }: Props): JSX.Element {
  const log = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const working = isWorking(model);
  const lines = openProgress(model);
  const last = model.unsent.at(-1)?.clientId;

  useEffect(() => {
    // One's own message always brings the end into view.
    if (last) follows.current = true;
  }, [last]);
  useEffect(() => {
    const element = log.current;
    if (element && follows.current) element.scrollTop = element.scrollHeight;
  });

  return (
    <div
      class="log"
      role="log"
      aria-live="polite"
      aria-label="Messages"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      ref={log}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < nearEnd;
      }}
    >
      <p class="disclosure">
        <Icon name="info" size={14} />
        {disclosure(model)}
      </p>
      {model.phase === 'ready' && model.messages.length + model.unsent.length === 0 && (
        <div class="reply greeting">
          <p>Hi. How can we help? Write in your own words, in your own language.</p>
        </div>
      )}
      {model.messages.map((message) => (
        <Message key={message.id} message={message} lines={linesOf(model, message)} onFile={onFile} />
      ))}
      {model.unsent.map((unsent) => (
        <UnsentMessage key={unsent.clientId} unsent={unsent} onRetry={onRetry} />
      ))}
      <Progress lines={lines} />
      {model.writing && <Growing text={model.writing.text} />}
      {working && !model.writing && (
        <p class="dots">
          <span class="hidden">The assistant is working on it</span>
          <i />
          <i />
          <i />
        </p>
      )}
      {children}
    </div>
  );
}

/** Who speaks is said at any time, before the first word too. */
function disclosure({ conversation, messages }: Model): string {
  const open = conversation?.state === 'open';
  const agent = conversation?.holder === 'agent' ? conversation.agent : null;
  if (agent) return open ? `You are talking with ${agent}, a person.` : `You talked with ${agent}, a person.`;
  if (open && conversation.holder !== 'assistant' && messages.some((one) => one.author === 'assistant')) {
    return 'The answers so far are by an AI. A person answers next.';
  }
  return 'You are talking with an AI. Ask for a person at any time.';
}

/** What was done for an answer: as it is kept with it, or as it was told while it happened. */
function linesOf({ progress }: Model, { turnId, steps }: ChatMessage): ChatProgress[] {
  if (!turnId) return [];
  if (steps.length > 0) return steps.map((says) => ({ turnId, says, done: true }));
  return (progress[turnId] ?? []).filter((line) => line.done);
}

/**
 * The answer while it is written. Who listens hears it once, as a whole, when it is there: a log that grew by the sentence
 * would say its beginning again and again.
 */
function Growing({ text }: { text: string }): JSX.Element {
  return (
    <div class="reply growing" aria-live="off" aria-busy="true">
      <span class="hidden">Assistant, still writing: </span>
      <SaidText text={text} />
    </div>
  );
}

type MessageProps = { message: ChatMessage; lines: ChatProgress[]; onFile(file: ChatFile): void };

function Message({ message, lines, onFile }: MessageProps): JSX.Element {
  if (message.author === 'customer') {
    return (
      <div class="said">
        <span class="hidden">You: </span>
        {message.text}
        <Files files={message.files} onFile={onFile} />
      </div>
    );
  }
  return (
    <>
      <Progress lines={lines} />
      <div class="reply">
        {message.name ? (
          <p class="name">
            <b>{message.name}</b> <em>Person</em>
          </p>
        ) : (
          <span class="hidden">Assistant: </span>
        )}
        <SaidText text={message.text} />
        <Files files={message.files} onFile={onFile} />
        {message.sources.length > 0 && (
          <ul class="sources" aria-label="Sources">
            {message.sources.map(({ slug, title, address }) => (
              <li key={slug}>
                <Icon name="file" size={12} />
                {address ? (
                  <a href={address} target="_blank" rel="noopener noreferrer">
                    {title}
                    <span class="hidden"> (opens in a new tab)</span>
                  </a>
                ) : (
                  title
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function Files({ files, onFile }: { files: ChatFile[]; onFile(file: ChatFile): void }): JSX.Element | null {
  if (files.length === 0) return null;
  return (
    <ul class="sources files" aria-label="Files">
      {files.map((file) => (
        <li key={file.id}>
          <button type="button" onClick={() => onFile(file)}>
            <Icon name="file" size={12} />
            <span class="hidden">Load down </span>
            {file.name} <small>{formatBytes(file.bytes)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function FileNames({ files }: { files: ChatFile[] }): JSX.Element | null {
  if (files.length === 0) return null;
  return (
    <ul class="sources files" aria-label="Files">
      {files.map(({ id, name, bytes }) => (
        <li key={id}>
          <Icon name="file" size={12} />
          {name} <small>{formatBytes(bytes)}</small>
        </li>
      ))}
    </ul>
  );
}

function UnsentMessage({ unsent, onRetry }: { unsent: Unsent; onRetry(clientId: string): void }): JSX.Element {
  return (
    <div class={unsent.failed ? 'said failed' : 'said'}>
      <span class="hidden">You: </span>
      {unsent.text}
      <FileNames files={unsent.files} />
      {unsent.failed && (
        <p class="why" role="alert">
          <Icon name="alert" size={14} />
          <span>Not sent. {unsent.failed}</span>
          <button type="button" onClick={() => onRetry(unsent.clientId)}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}

function Progress({ lines }: { lines: ChatProgress[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <ul class="progress" aria-label="What the assistant did">
      {lines.map(({ says, done }) => (
        <li key={says} class={done ? 'done' : undefined}>
          {done ? <Icon name="check" size={14} /> : <i class="spinner" />}
          {says}
        </li>
      ))}
    </ul>
  );
}
