import type {
  ChatMessage,
  ChatProgress,
  ChatSession,
  ChatState,
  ChatUploaded,
  ChatView,
} from '@/lib/channels/chat.schema';

/** A message that is not known to be stored yet. */
export type Unsent = { clientId: string; text: string; files: ChatUploaded[]; failed: string | null };

export type Model = {
  phase: 'opening' | 'ready' | 'failed';
  workspace: string;
  token: string | null;
  conversation: ChatState | null;
  messages: ChatMessage[];
  unsent: Unsent[];
  /** What the assistant told of its work, by turn. */
  progress: Record<string, ChatProgress[]>;
  /** The reply that is being written, as far as it is. */
  writing: { turnId: string; text: string } | null;
  /** An answer is to be expected. */
  awaiting: boolean;
  /** Where live events go on from. */
  cursor: string | null;
  /** Plain words about something that just did not work, or that a person has it already. */
  notice: string | null;
  /** Asked at this visit, until something else begins. */
  survey: ChatSession['survey'];
};

export type Change =
  | { kind: 'opened'; session: ChatSession; left: string | null }
  | { kind: 'not_opened'; why: string }
  | { kind: 'read'; view: ChatView }
  | { kind: 'sending'; unsent: Unsent }
  | { kind: 'sent'; clientId: string; conversationId: string; messageId: string; at: string }
  | { kind: 'not_sent'; clientId: string; why: string }
  | { kind: 'message'; message: ChatMessage }
  | { kind: 'state'; state: ChatState }
  | { kind: 'progress'; progress: ChatProgress }
  | { kind: 'notice'; text: string | null }
  | { kind: 'overdue' }
  | { kind: 'left' };

export function begin(workspace: string): Model {
  return {
    phase: 'opening',
    workspace,
    token: null,
    conversation: null,
    messages: [],
    unsent: [],
    progress: {},
    writing: null,
    awaiting: false,
    cursor: null,
    notice: null,
    survey: null,
  };
}

/** What the chat shows after something happened. Messages may come twice and from two sides; each is shown once. */
export function apply(model: Model, change: Change): Model {
  switch (change.kind) {
    case 'opened': {
      const { session, left } = change;
      const { token, workspace } = session;
      const view =
        session.conversation?.state === 'closed' && session.conversation.id === left ? null : session.conversation;
      const opened: Model = {
        ...begin(workspace),
        phase: 'ready',
        token,
        unsent: model.unsent,
        survey: session.survey,
      };
      return view ? take(opened, view) : opened;
    }
    case 'not_opened':
      return model.phase === 'ready'
        ? { ...model, notice: change.why }
        : { ...model, phase: 'failed', notice: change.why };
    case 'read':
      return take(model, change.view);
    case 'sending':
      return {
        ...model,
        notice: null,
        // Whatever a turn had begun to say is not what this is answered with.
        writing: null,
        unsent: [...model.unsent.filter((one) => one.clientId !== change.unsent.clientId), change.unsent],
      };
    case 'sent': {
      const { clientId, messageId: id, at } = change;
      const sent = model.unsent.find((one) => one.clientId === clientId);
      if (!sent) return model;
      const { text, files } = sent;
      const author = 'customer';
      const message: ChatMessage = {
        id,
        clientId,
        author,
        name: null,
        text,
        at,
        sources: [],
        files,
        turnId: null,
        steps: [],
      };
      return { ...put(model, message), awaiting: (model.conversation?.holder ?? 'assistant') === 'assistant' };
    }
    case 'not_sent':
      return {
        ...model,
        unsent: model.unsent.map((one) => (one.clientId === change.clientId ? { ...one, failed: change.why } : one)),
      };
    case 'message':
      return put(model, change.message);
    case 'state':
      return settle({ ...model, conversation: change.state, writing: change.state.working ? model.writing : null });
    case 'progress':
      return tell(model, change.progress);
    case 'notice':
      return { ...model, notice: change.text };
    case 'overdue':
      return { ...model, awaiting: false };
    case 'left':
      return { ...begin(model.workspace), phase: 'ready', token: model.token };
  }
}

/** Takes over what the server says, all of it or what is new. */
function take(model: Model, { messages, cursor, ...conversation }: ChatView): Model {
  const same = model.conversation?.id === conversation.id || model.conversation === null;
  const base = same ? model : { ...model, messages: [], progress: {}, writing: null };
  return settle({ ...messages.reduce(put, base), conversation, cursor: cursor });
}

function put(model: Model, message: ChatMessage): Model {
  const unsent = message.clientId ? model.unsent.filter((one) => one.clientId !== message.clientId) : model.unsent;
  const others = model.messages.filter((one) => one.id !== message.id);
  const answered = message.author !== 'customer';
  return {
    ...model,
    unsent,
    // Times grow within a conversation, and ids are made in order where they are equal.
    messages: [...others, message].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id)),
    writing: answered ? null : model.writing,
    awaiting: answered && !model.messages.some((one) => one.id === message.id) ? false : model.awaiting,
    notice: answered ? null : model.notice,
  };
}

function settle(model: Model): Model {
  const held = model.conversation?.holder === 'assistant' && model.conversation.state === 'open';
  return held || !model.conversation ? model : { ...model, awaiting: false, writing: null };
}

function tell(model: Model, progress: ChatProgress): Model {
  const { turnId, says, partial } = progress;
  if (partial !== undefined) return { ...model, writing: grow(model, turnId, partial) };
  const told = model.progress[turnId] ?? [];
  const known = told.some((one) => one.says === says);
  const next = known
    ? told.map((one) => (one.says === says ? { ...one, done: one.done || progress.done } : one))
    : [...told, progress];
  return { ...model, progress: { ...model.progress, [turnId]: next } };
}

/** Told without an order that holds: what is shorter came late, and what belongs to an answer that is there came too late. */
function grow(model: Model, turnId: string, text: string): Model['writing'] {
  const { writing, messages } = model;
  if (!isWorking(model) || messages.some((one) => one.turnId === turnId)) return writing;
  const late = writing?.turnId === turnId && writing.text.startsWith(text);
  return late ? writing : { turnId, text };
}

/** Lines of a turn that has not answered yet; once it has, they stand over its answer. */
export function openProgress(model: Model): ChatProgress[] {
  const answered = new Set(model.messages.map((one) => one.turnId));
  return Object.entries(model.progress)
    .filter(([turnId]) => !answered.has(turnId))
    .flatMap(([, lines]) => lines.filter((line) => line.done || isWorking(model)));
}

/** The assistant is at work, or is about to be. */
export function isWorking({ conversation, awaiting, unsent }: Model): boolean {
  if (awaiting) return true;
  const theirs = conversation === null || (conversation.holder === 'assistant' && conversation.state === 'open');
  return theirs && (conversation?.working === true || unsent.some((one) => one.failed === null));
}
