/** @jsxImportSource preact */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { ChatMessage, ChatProgress, ChatState, ChatUploaded } from '@/lib/channels/chat.schema';
import {
  askPerson,
  ChatError,
  dropFile,
  eventsUrl,
  loadFile,
  openSession,
  postFile,
  postMessage,
  postRating,
  postRatingShown,
  postSurvey,
  readConversation,
} from './chat-api';
import { apply, begin, type Model } from './chat-state';
import { recall, remember } from './keep-place';
import { readStream } from './read-stream';

export type Chat = {
  model: Model;
  open(jwt: string | null): Promise<void>;
  send(text: string, files: ChatUploaded[]): Promise<void>;
  attach(file: File): Promise<ChatUploaded>;
  detach(id: string): void;
  retry(clientId: string): Promise<void>;
  askForPerson(): Promise<void>;
  rate(rating: number, comment: string): Promise<boolean>;
  /** The question about this conversation stands there. */
  ratingShown(): void;
  answer(score: number, comment: string): Promise<boolean>;
  startNew(): void;
  loadFile(file: { id: string; name: string }): Promise<void>;
};

// The engine answers within seconds; longer than this, dots would be a promise that nobody keeps.
const overdueMs = 30_000;

/** The chat of one visitor: the session, what was said, and what happens now. */
export function useChat(key: string, workspace: string): Chat {
  const [model, change] = useReducer(apply, workspace, begin);
  const now = useRef(model);
  now.current = model;
  const jwt = useRef<string | null>(null);

  async function open(hostToken: string | null): Promise<void> {
    jwt.current = hostToken;
    try {
      const session = await openSession({ key, jwt: hostToken ?? undefined, token: recall('visitor') ?? undefined });
      // A verified customer's token stays in this page: who signs out of the shop must be nobody here.
      if (!session.verified) remember('visitor', session.token);
      change({ kind: 'opened', session, left: recall('left') });
    } catch (error) {
      change({ kind: 'not_opened', why: wordsOf(error) });
    }
  }

  /** Once more with a fresh session when the token has run out. */
  async function withToken<T>(work: (token: string) => Promise<T>): Promise<T> {
    const { token } = now.current;
    try {
      if (token) return await work(token);
    } catch (error) {
      if (!(error instanceof ChatError) || error.code !== 'unauthorized') throw error;
    }
    const session = await openSession({ key, jwt: jwt.current ?? undefined, token: recall('visitor') ?? undefined });
    if (!session.verified) remember('visitor', session.token);
    change({ kind: 'opened', session, left: recall('left') });
    return work(session.token);
  }

  async function refresh(id: string): Promise<void> {
    const view = await withToken((token) => readConversation(token, id));
    change({ kind: 'read', view });
  }

  /** Could it not be read just now, the next message must still go on with it and not begin another. */
  function goOnWith(id: string): void {
    const state = { id, state: 'open', holder: 'assistant', agent: null, rating: null, working: false } as const;
    change({ kind: 'state', state });
  }

  async function deliver(clientId: string, text: string, files: ChatUploaded[]): Promise<void> {
    change({ kind: 'sending', unsent: { clientId, text, files, failed: null } });
    const ids = files.map(({ id: file }) => file);
    const conversationId = now.current.conversation?.id;
    try {
      const sent = await withToken((token) => postMessage(token, { text, clientId, conversationId, files: ids }));
      change({ kind: 'sent', clientId, ...sent, at: new Date().toISOString() });
      // The stream tells the rest; before there is a conversation there is no stream.
      if (!conversationId) await refresh(sent.conversationId).catch(() => goOnWith(sent.conversationId));
    } catch (error) {
      change({ kind: 'not_sent', clientId, why: wordsOf(error) });
    }
  }

  async function askForPerson(): Promise<void> {
    change({ kind: 'notice', text: null });
    try {
      const asked = await withToken((token) => askPerson(token, now.current.conversation?.id));
      await refresh(asked.conversationId);
      if (asked.already) {
        change({ kind: 'notice', text: 'A person has this conversation already and will answer here.' });
      }
    } catch (error) {
      change({ kind: 'notice', text: wordsOf(error) });
    }
  }

  async function rate(rating: number, comment: string): Promise<boolean> {
    const conversationId = now.current.conversation?.id;
    if (!conversationId) return false;
    try {
      await withToken((token) => postRating(token, { conversationId, rating, comment: comment.trim() || undefined }));
      return true;
    } catch (error) {
      change({ kind: 'notice', text: wordsOf(error) });
      return false;
    }
  }

  async function answer(score: number, comment: string): Promise<boolean> {
    const id = now.current.survey?.id;
    if (!id) return false;
    try {
      await withToken((token) => postSurvey(token, { id, score, comment: comment.trim() || undefined }));
      return true;
    } catch (error) {
      change({ kind: 'notice', text: wordsOf(error) });
      return false;
    }
  }

  async function loadDown(file: { id: string; name: string }): Promise<void> {
    const conversationId = now.current.conversation?.id;
    if (!conversationId) return;
    try {
      await withToken((token) => loadFile(token, conversationId, file));
    } catch (error) {
      change({ kind: 'notice', text: wordsOf(error) });
    }
  }

  const id = model.conversation?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation or token is another line; the rest is read when it is needed
  useEffect(() => {
    const { token, cursor } = now.current;
    if (!id || !token) return;
    return readStream({
      url: eventsUrl(id),
      token,
      cursor,
      onEvent({ event, data }) {
        const value: unknown = JSON.parse(data);
        if (event === 'message') change({ kind: 'message', message: value as ChatMessage });
        else if (event === 'state') change({ kind: 'state', state: value as ChatState });
        else if (event === 'progress') change({ kind: 'progress', progress: value as ChatProgress });
      },
      onLine: () => undefined,
      onRefused: (status) => {
        if (status === 401) void open(jwt.current);
        else change({ kind: 'left' });
      },
    });
  }, [id, model.token]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each message begins the wait anew
  useEffect(() => {
    if (!model.awaiting) return;
    const timer = setTimeout(() => change({ kind: 'overdue' }), overdueMs);
    return () => clearTimeout(timer);
  }, [model.awaiting, model.messages.length]);

  return {
    model,
    loadFile: loadDown,
    open,
    send: (text, files) => deliver(crypto.randomUUID(), text, files),
    attach: (file) => withToken((token) => postFile(token, file)),
    // One that stays there is gone within a day.
    detach: (file) => void withToken((token) => dropFile(token, file)).catch(() => undefined),
    async retry(clientId) {
      const failed = now.current.unsent.find((one) => one.clientId === clientId);
      // Under the same id: had it arrived after all, it stays one message.
      if (failed) await deliver(clientId, failed.text, failed.files);
    },
    askForPerson,
    rate,
    // Only counted: where it does not arrive, nobody is the worse for it.
    ratingShown() {
      const id = now.current.conversation?.id;
      if (id) void withToken((token) => postRatingShown(token, id)).catch(() => undefined);
    },
    answer,
    startNew() {
      remember('left', now.current.conversation?.id ?? null);
      change({ kind: 'left' });
    },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong on our side.';
}
