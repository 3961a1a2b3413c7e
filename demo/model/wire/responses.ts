import type { ModelCall } from '../read-call';
import { piecesOf, type Reply } from '../reply';
import type { Wire } from './frames';

/** POST /responses. */
export const responses: Wire = {
  whole: (call, reply) => ended(call, reply),

  frames: (call, reply) => {
    let sequence = 0;
    const event = (type: string, data: object) =>
      `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: sequence++, ...data })}\n\n`;
    const begun = { ...head(call, reply), status: 'in_progress', output: [], usage: null };
    const pieces: string[] = [];
    const opening = event('response.created', { response: begun }) + event('response.in_progress', { response: begun });
    for (const [index, item] of outputOf(reply).entries()) {
      const at = { item_id: item.id, output_index: index };
      if (item.type === 'message') {
        const part = { ...at, content_index: 0 };
        const empty = { type: 'output_text', text: '', annotations: [], logprobs: [] };
        const added =
          event('response.output_item.added', {
            output_index: index,
            item: { ...item, status: 'in_progress', content: [] },
          }) + event('response.content_part.added', { ...part, part: empty });
        const deltas = piecesOf(reply.text).map((delta) =>
          event('response.output_text.delta', { ...part, delta, logprobs: [] }),
        );
        const done =
          event('response.output_text.done', { ...part, text: reply.text, logprobs: [] }) +
          event('response.content_part.done', { ...part, part: { ...empty, text: reply.text } }) +
          event('response.output_item.done', { output_index: index, item });
        pieces.push(added + (deltas.shift() ?? ''), ...deltas, done);
      } else {
        pieces.push(
          event('response.output_item.added', {
            output_index: index,
            item: { ...item, status: 'in_progress', arguments: '' },
          }),
          ...piecesOf(item.arguments).map((delta) => event('response.function_call_arguments.delta', { ...at, delta })),
          event('response.function_call_arguments.done', { ...at, arguments: item.arguments }) +
            event('response.output_item.done', { output_index: index, item }),
        );
      }
    }
    const response = ended(call, reply);
    return {
      opening,
      pieces,
      closing: event(`response.${response.status}`, { response }),
      broken: 'event: response.output_text.delta\ndata: {"type":"response.output_text.delta","del\n\n',
    };
  },
};

/** The items of an answer, as a client may name them in a later request. */
export function outputOf({ id, text, tools }: Reply) {
  const message = {
    type: 'message' as const,
    id: id.replace('resp_', 'msg_'),
    status: 'completed',
    role: 'assistant',
    content: [{ type: 'output_text', text, annotations: [], logprobs: [] }],
  };
  const calls = tools.map(({ id: callId, name, args }) => ({
    type: 'function_call' as const,
    id: callId.replace('call_', 'fc_'),
    call_id: callId,
    status: 'completed',
    name,
    arguments: args,
  }));
  return text === '' && calls.length > 0 ? calls : [message, ...calls];
}

function head({ model, at }: ModelCall, { id }: Reply) {
  return {
    id,
    object: 'response',
    created_at: Math.floor(at.getTime() / 1_000),
    error: null,
    incomplete_details: null as { reason: string } | null,
    model,
  };
}

function ended(call: ModelCall, reply: Reply) {
  const { input, output, cached } = reply.usage;
  const reason = { length: 'max_output_tokens', content_filter: 'content_filter' }[reply.finish as string];
  return {
    ...head(call, reply),
    status: reason ? 'incomplete' : 'completed',
    incomplete_details: reason ? { reason } : null,
    output: outputOf(reply),
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: cached },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: input + output,
    },
  };
}
