import type { ModelCall } from '../read-call';
import { piecesOf, type Reply } from '../reply';
import type { Wire } from './frames';

/** POST /chat/completions. */
export const chat: Wire = {
  whole: (call, reply) => ({
    ...head(call, reply, 'chat.completion'),
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: reply.text === '' && reply.tools.length > 0 ? null : reply.text,
          refusal: null,
          annotations: [],
          ...(reply.tools.length > 0 && {
            tool_calls: reply.tools.map(({ id, name, args }) => ({
              id,
              type: 'function',
              function: { name, arguments: args },
            })),
          }),
        },
        logprobs: null,
        finish_reason: reply.finish,
      },
    ],
    usage: usageOf(reply),
  }),

  frames: (call, reply) => {
    const wanted = (call.body.stream_options as { include_usage?: boolean } | undefined)?.include_usage === true;
    const top = { ...head(call, reply, 'chat.completion.chunk'), ...(wanted && { usage: null }) };
    const chunk = (delta: object, finish: string | null = null) =>
      event({ ...top, choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] });
    return {
      opening: chunk({
        role: 'assistant',
        content: reply.tools.length > 0 && reply.text === '' ? null : '',
        refusal: null,
      }),
      pieces: [
        ...piecesOf(reply.text).map((content) => chunk({ content })),
        ...reply.tools.flatMap(({ id, name, args }, index) => [
          chunk({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] }),
          ...piecesOf(args).map((piece) => chunk({ tool_calls: [{ index, function: { arguments: piece } }] })),
        ]),
      ],
      closing: [
        chunk({}, reply.finish),
        ...(wanted ? [event({ ...top, choices: [], usage: usageOf(reply) })] : []),
        'data: [DONE]\n\n',
      ].join(''),
      broken: `data: {"id":"${reply.id}","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"cont\n\n`,
    };
  },
};

const event = (data: object) => `data: ${JSON.stringify(data)}\n\n`;

function head({ model, at }: ModelCall, { id }: Reply, object: string) {
  const created = Math.floor(at.getTime() / 1_000);
  return { id: id.replace('resp_', 'chatcmpl-'), object, created, model, service_tier: 'default' };
}

function usageOf({ usage: { input, output, cached } }: Reply): object {
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    prompt_tokens_details: { cached_tokens: cached, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0, accepted_prediction_tokens: 0, rejected_prediction_tokens: 0 },
  };
}
