/** @jsxImportSource preact */
import './chat.css';
import { type JSX, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ChatHeader } from './chat-header';
import { Composer } from './composer';
import type { ToFrame } from './frame-messages';
import { type HostLink, linkHost } from './host-link';
import { Icon } from './icons';
import { recall, remember } from './keep-place';
import { MessageList } from './message-list';
import { Rating } from './rating';
import { Recommend } from './recommend';
import { type Chat, useChat } from './use-chat';

type RoomProps = { channel: string; workspace: string; origins: string[] };

function ChatRoom({ channel, workspace, origins }: RoomProps): JSX.Element {
  const chat = useChat(channel, workspace);
  const field = useRef<HTMLTextAreaElement>(null);
  const [link, isOpen] = useHost(chat, workspace, origins, () => field.current?.focus());
  const [asking, setAsking] = useState(false);
  const online = useOnline();
  const { model } = chat;
  const closed = model.conversation?.state === 'closed';
  useUnread(chat, link, isOpen);

  const close = () => link?.tell({ baton: 'close' });
  useEscape(close);
  function retry(clientId: string): void {
    // The button that was pressed goes away, and the focus with it.
    field.current?.focus();
    void chat.retry(clientId);
  }
  async function askForPerson(): Promise<void> {
    setAsking(true);
    await chat.askForPerson();
    setAsking(false);
  }

  return (
    <main aria-label={`${model.workspace} help`}>
      <ChatHeader
        workspace={model.workspace}
        conversation={model.conversation}
        asking={asking || model.phase !== 'ready'}
        framed={link?.framed ?? false}
        onPerson={() => void askForPerson()}
        onClose={close}
      />
      <MessageList model={model} onRetry={retry} onFile={(file) => void chat.loadFile(file)}>
        {model.survey && !model.conversation && model.unsent.length === 0 && (
          <Recommend survey={model.survey} onAnswer={chat.answer} />
        )}
        {closed && (
          <Rating
            key={model.conversation?.id}
            rated={model.conversation?.rating !== null}
            onShown={chat.ratingShown}
            onRate={chat.rate}
            onNew={() => {
              chat.startNew();
              field.current?.focus();
            }}
          />
        )}
      </MessageList>
      <Notices chat={chat} online={online} />
      <Composer
        field={field}
        ready={model.phase === 'ready'}
        attach={chat.attach}
        detach={chat.detach}
        onSend={(text, files) => void chat.send(text, files)}
      />
    </main>
  );
}

function Notices({ chat, online }: { chat: Chat; online: boolean }): JSX.Element {
  const { phase, notice } = chat.model;
  const text = online ? notice : 'You are offline. What you write is kept here.';
  return (
    <div class="notices" role="status">
      {text && (
        <p class={online ? 'notice' : 'notice warn'}>
          <Icon name="alert" size={14} />
          <span>{text}</span>
          {phase === 'failed' && online && (
            <button type="button" onClick={() => void chat.open(null)}>
              Try again
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** Begins with the host page's word on who is there; alone in a tab it begins at once. */
function useHost(
  chat: Chat,
  workspace: string,
  origins: string[],
  focus: () => void,
): [link: HostLink | null, isOpen: boolean] {
  const [link, setLink] = useState<HostLink | null>(null);
  const [isOpen, setOpen] = useState(window.parent === window);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line is made once; what it calls reads the present itself
  useEffect(() => {
    const made = linkHost(origins, (message: ToFrame) => {
      switch (message.baton) {
        case 'hello':
          setOpen(message.open);
          if (message.focus) focus();
          void chat.open(message.token);
          break;
        case 'identify':
          void chat.open(message.token);
          break;
        case 'open':
          setOpen(true);
          if (message.focus) focus();
          break;
        case 'closed':
          setOpen(false);
          break;
      }
    });
    setLink(made);
    if (made.framed) made.tell({ baton: 'ready', workspace });
    else void chat.open(null);
  }, []);
  return [link, isOpen];
}

/** Tells the host page how many answers came while the chat was closed, on this page or between two. */
function useUnread({ model }: Chat, link: HostLink | null, isOpen: boolean): void {
  const answers = model.messages.filter((one) => one.author !== 'customer').length;
  const id = model.conversation?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line never changes once there is a conversation
  useEffect(() => {
    if (model.phase !== 'ready' || !id) return;
    const [about, count] = (recall('seen') ?? '').split(' ');
    if (isOpen || about !== id) remember('seen', `${id} ${answers}`);
    else if (answers > Number(count)) link?.tell({ baton: 'unread', count: answers - Number(count) });
  }, [answers, isOpen, model.phase, id]);
  useEffect(() => {
    if (id) link?.tell({ baton: 'begun' });
  }, [id, link]);
}

/** On the window: after a click beside every field, Esc still closes. */
function useEscape(close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) latest.current();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return online;
}

const root = document.getElementById('chat');
if (root) {
  const { key = '', workspace = '', origins = '' } = root.dataset;
  render(<ChatRoom channel={key} workspace={workspace} origins={origins.split(' ').filter(Boolean)} />, root);
}
