import type {
  ChatSession,
  ChatUploaded,
  ChatView,
  MessageAccepted,
  OpenChat,
  PersonAsked,
} from '@/lib/channels/chat.schema';

/** `code` is the server's; `offline` when nothing was reached. */
export class ChatError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const base = '/api/channels/chat';
// Longer than any answer of these routes takes: they store and return, and the assistant works elsewhere.
const patienceMs = 15_000;
// Ten megabytes over a phone's line.
const filePatienceMs = 120_000;

async function call<T>(method: string, path: string, token: string | null, body?: unknown): Promise<T> {
  const isForm = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(base + path, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(isForm ? filePatienceMs : patienceMs),
    });
  } catch {
    throw new ChatError('offline', 'We cannot be reached right now.');
  }
  const json: unknown = await response.json().catch(() => null);
  if (response.ok) return json as T;
  const error = (json as { error?: { code?: string; message?: string } } | null)?.error;
  throw new ChatError(error?.code ?? 'unavailable', error?.message ?? 'We cannot be reached right now.');
}

export const openSession = (body: OpenChat) => call<ChatSession>('POST', '/session', null, body);

export const readConversation = (token: string, id: string, after?: string) =>
  call<ChatView>('GET', `/conversation?conversation=${id}${after ? `&after=${after}` : ''}`, token);

export const postMessage = (
  token: string,
  body: { text: string; clientId: string; conversationId?: string; files: string[] },
) => call<MessageAccepted>('POST', '/messages', token, body);

export function postFile(token: string, file: File): Promise<ChatUploaded> {
  const form = new FormData();
  form.append('file', file);
  return call('POST', '/attachments', token, form);
}

export const dropFile = (token: string, id: string) => call<{ ok: true }>('DELETE', `/attachments/${id}`, token);

export const askPerson = (token: string, conversationId?: string) =>
  call<PersonAsked>('POST', '/person', token, { conversationId });

export const postRating = (token: string, body: { conversationId: string; rating: number; comment?: string }) =>
  call<{ ok: true }>('POST', '/rating', token, body);

export const postRatingShown = (token: string, conversationId: string) =>
  call<{ ok: true }>('POST', '/rating/shown', token, { conversationId });

export const postSurvey = (token: string, body: { id: string; score: number; comment?: string }) =>
  call<{ ok: true }>('POST', '/survey', token, body);

/** Loads a file down. It cannot be a plain link: who one is stands in a header, never in an address. */
export async function loadFile(
  token: string,
  conversationId: string,
  file: { id: string; name: string },
): Promise<void> {
  const response = await fetch(`${base}/attachments/${file.id}?conversation=${conversationId}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new ChatError('unavailable', 'The file cannot be loaded right now.');
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export const eventsUrl = (id: string) => `${base}/events?conversation=${id}`;
