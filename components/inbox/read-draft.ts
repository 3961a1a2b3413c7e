import { z } from 'zod';
import { ReadFailed } from '@/components/shell/fetch-json';
import { type DraftLine, draftLineSchema } from '@/lib/pipeline/draft-reply.schema';
import { conversationRoute } from './desk';

const refusalSchema = z.object({ error: z.object({ message: z.string() }) });

/**
 * Asks for a draft and hands on each line as it comes, the last of which says how it ended. Throws ReadFailed where it was
 * refused, failed, or the line broke, and what `signal` was aborted with.
 */
export async function readDraft(
  conversationId: string,
  signal: AbortSignal,
  onLine: (line: Exclude<DraftLine, { kind: 'failed' }>) => void,
): Promise<void> {
  const response = await fetch(`${conversationRoute(conversationId)}/draft`, { method: 'POST', signal }).catch(
    (error: unknown) => {
      if (signal.aborted) throw error;
      throw new ReadFailed(0, 'unreachable', 'The server cannot be reached.', null);
    },
  );
  if (!response.ok || !response.body) {
    const told = refusalSchema.safeParse(await response.json().catch(() => null));
    const says = told.data?.error.message;
    throw new ReadFailed(response.status, 'refused', says ?? `The server answered ${response.status}.`, null);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const one of lines) {
        const line = draftLineSchema.parse(JSON.parse(one));
        if (line.kind === 'failed') throw new ReadFailed(response.status, 'failed', line.says, null);
        ended ||= line.kind !== 'writing';
        onLine(line);
      }
    }
  } catch (error) {
    if (signal.aborted || error instanceof ReadFailed) throw error;
    throw new ReadFailed(0, 'cut', 'The line broke off.', null);
  }
  if (!ended) throw new ReadFailed(0, 'cut', 'The line broke off.', null);
}
