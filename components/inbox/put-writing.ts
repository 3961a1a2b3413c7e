import { type KeepWriting, type KeptWriting, keptWritingSchema } from '@/lib/conversations/writing.schema';

const patienceMs = 8_000;

/** Keeps a text on the server. `last` outlives the page. Throws when it did not arrive: the caller keeps it meanwhile. */
export async function putWriting(conversationId: string, writing: KeepWriting, last: boolean): Promise<KeptWriting> {
  const response = await fetch(`/api/inbox/conversations/${encodeURIComponent(conversationId)}/writing`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(writing),
    ...(last ? { keepalive: true } : { signal: AbortSignal.timeout(patienceMs) }),
  });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return keptWritingSchema.parse(await response.json());
}
