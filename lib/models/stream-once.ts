import type { LanguageModelV4StreamPart, LanguageModelV4StreamResult, LanguageModelV4Usage } from '@ai-sdk/provider';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import type { Run } from './call-endpoint';
import { faultOf } from './find-fault';
import { guardCall } from './guard-endpoint';
import { ModelFailure, nameFailure } from './name-failure';
import { withPatience } from './with-patience';

type Part = LanguageModelV4StreamPart;

const speaks = (part: Part): boolean =>
  part.type === 'tool-call' ||
  part.type === 'tool-input-start' ||
  (part.type === 'text-delta' && part.delta.trim() !== '');

/** The next part; what is an end before the end, or no answer at all, is thrown. */
async function readPart(reader: ReadableStreamDefaultReader<Part>, spoke: boolean): Promise<Part> {
  const { done, value } = await reader.read();
  if (done) throw new ModelFailure({ kind: spoke ? 'cut' : 'nothing' });
  if (value.type === 'error') throw value.error;
  if (value.type !== 'finish') return value;
  const { finishReason } = value;
  if (finishReason.unified === 'interrupted') throw new ModelFailure({ kind: 'cut' });
  if (finishReason.unified === 'error') throw new ModelFailure({ kind: 'malformed' });
  const fault = faultOf({ content: spoke ? [{ type: 'text', text: '.' }] : [], finishReason });
  if (fault) throw new ModelFailure({ kind: fault });
  return value;
}

/** What was read early, then the rest as it comes; `ended` hears how it ended. */
function replay(
  early: Part[],
  next: () => Promise<Part>,
  ended: PromiseWithResolvers<void>,
  leave: () => Promise<void>,
) {
  return new ReadableStream<Part>({
    start(controller) {
      for (const part of early) controller.enqueue(part);
    },
    async pull(controller) {
      try {
        const part = await next();
        controller.enqueue(part);
        if (part.type !== 'finish') return;
        controller.close();
        ended.resolve();
      } catch (error) {
        controller.error(new ModelFailure(nameFailure(error)));
        ended.reject(error);
      }
    },
    async cancel() {
      ended.reject(new ModelFailure({ kind: 'stopped' }));
      await leave();
    },
  });
}

/** A stream counts as begun with its first word: until then it may be tried again, after it whoever reads hears of a failure. */
export const streamOnce: Run<LanguageModelV4StreamResult> = async (model, options, { endpoint, note, first }) => {
  const patience = withPatience(options, endpoint);
  const begun = Promise.withResolvers<LanguageModelV4StreamResult>();
  let usage: LanguageModelV4Usage | undefined;
  // The endpoint's place is held until the stream has ended, not only until it has begun.
  const held = guardCall(endpoint, async () => {
    const result = await model.doStream(patience.options);
    const reader = result.stream.getReader();
    let spoke = false;
    const next = async () => {
      const part = await readPart(reader, spoke);
      patience.wait();
      spoke ||= speaks(part);
      if (part.type === 'finish') usage = part.usage;
      return part;
    };
    const early: Part[] = [];
    while (!spoke) early.push(await next());
    first();
    const ended = Promise.withResolvers<void>();
    begun.resolve({ ...result, stream: replay(early, next, ended, () => reader.cancel()) });
    await ended.promise;
  });
  held
    .then(
      () => note({ usage }),
      async (error: unknown) => {
        await note({ usage, error });
        begun.reject(error);
      },
    )
    .catch((error: unknown) => log.error({ cause: causeOf(error) }, 'a stream could not be written down'))
    .finally(patience.stop);
  return begun.promise;
};
