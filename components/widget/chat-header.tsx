/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { ChatState } from '@/lib/channels/chat.schema';
import { Baton, Icon } from './icons';

type Props = {
  workspace: string;
  conversation: ChatState | null;
  asking: boolean;
  framed: boolean;
  onPerson(): void;
  onClose(): void;
};

/**
 * Who speaks, and the way to a person, which is there at any time until a person is. While it is being asked it is not
 * disabled: that would take the focus away from who pressed it.
 */
export function ChatHeader({ workspace, conversation, asking, framed, onPerson, onClose }: Props): JSX.Element {
  const agent = conversation?.agent ?? null;
  const withPerson = conversation?.state === 'open' && conversation.holder === 'agent' && agent !== null;
  return (
    <header>
      <span class={agent ? 'sign person' : 'sign'} aria-hidden="true">
        {agent ? agent.charAt(0) : <Baton />}
      </span>
      <div class="who">
        <h1>{workspace} help</h1>
        <Speaker agent={agent} queued={isQueued(conversation)} />
      </div>
      {!withPerson && (
        <button type="button" class="outlined" aria-disabled={asking} onClick={() => asking || onPerson()}>
          <Icon name="headset" size={14} />
          Talk to a person
        </button>
      )}
      {framed && (
        <button type="button" class="plain" aria-label="Close chat" onClick={onClose}>
          <Icon name="minus" size={18} />
        </button>
      )}
    </header>
  );
}

function Speaker({ agent, queued }: { agent: string | null; queued: boolean }): JSX.Element {
  if (agent) {
    return (
      <p class="speaker">
        {agent} <em>Person</em>
      </p>
    );
  }
  return queued ? <p class="speaker">Waiting for a person</p> : <p class="speaker ai">AI assistant</p>;
}

/** Waiting for a person, or taken by one who has not written yet. */
function isQueued(conversation: ChatState | null): boolean {
  return conversation?.state === 'open' && conversation.holder !== 'assistant';
}
