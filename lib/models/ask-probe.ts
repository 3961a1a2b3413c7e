import { createOpenAI } from '@ai-sdk/openai';
import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { z } from 'zod';
import { fetchBounded } from './fetch-bounded';
import { faultOf } from './find-fault';
import { ModelFailure } from './name-failure';
import type { Endpoint } from './read-endpoints';

/** Each asks one short question, says in words what came, and throws what went wrong. */
export type Ask = (model: LanguageModelV4, signal: AbortSignal) => Promise<string>;

/** Enough for a model that thinks before it answers. */
const mostTokens = 800;
const ask = (text: string): LanguageModelV4CallOptions => ({
  prompt: [{ role: 'user', content: [{ type: 'text', text }] }],
  maxOutputTokens: mostTokens,
});

export const askSentence: Ask = async (model, abortSignal) => {
  const result = await model.doGenerate({ ...ask('Say hello in one short sentence.'), abortSignal });
  const fault = faultOf(result);
  if (fault) throw new ModelFailure({ kind: fault });
  return 'It answers.';
};

export const askStream: Ask = async (model, abortSignal) => {
  const from = performance.now();
  let firstMs: number | null = null;
  const { stream } = await model.doStream({ ...ask('Count from one to five.'), abortSignal });
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    if (read.value.type === 'error') throw read.value.error;
    if (read.value.type === 'text-delta' && read.value.delta !== '') firstMs ??= Math.round(performance.now() - from);
  }
  if (firstMs === null) throw new ModelFailure({ kind: 'nothing' });
  return `Word by word, the first after ${firstMs} ms.`;
};

const form = z.object({ answer: z.string() });

export const askForm: Ask = async (model, abortSignal) => {
  const { content } = await model.doGenerate({
    ...ask('What colour is snow? Answer as JSON: {"answer": "…"}'),
    responseFormat: {
      type: 'json',
      name: 'answer',
      schema: {
        type: 'object',
        properties: { answer: { type: 'string' } },
        required: ['answer'],
        additionalProperties: false,
      },
    },
    abortSignal,
  });
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  if (!form.safeParse(parsed(text)).success) throw new ModelFailure({ kind: 'wrong_shape' });
  return 'It keeps to a form in JSON.';
};

export const askTool: Ask = async (model, abortSignal) => {
  const { content } = await model.doGenerate({
    ...ask('Where is order NL-10001? Look it up: do not answer without it.'),
    tools: [
      {
        type: 'function',
        name: 'find_order',
        description: 'Looks an order up by its number.',
        inputSchema: {
          type: 'object',
          properties: { order: { type: 'string', description: 'Such as NL-20417.' } },
          required: ['order'],
          additionalProperties: false,
        },
      },
    ],
    abortSignal,
  });
  const call = content.find((part) => part.type === 'tool-call');
  if (call?.type !== 'tool-call' || call.toolName !== 'find_order') throw new ToolNotCalled();
  if (!z.object({ order: z.string().min(1) }).safeParse(parsed(call.input)).success)
    throw new ModelFailure({ kind: 'wrong_shape' });
  return 'It calls a tool that it is offered.';
};

export class ToolNotCalled extends Error {
  override readonly name = 'ToolNotCalled';
}

/** How many numbers stand for a text. */
export async function askVector(
  { url, key }: Pick<Endpoint, 'url' | 'key'>,
  name: string,
  abortSignal: AbortSignal,
): Promise<string> {
  const provider = createOpenAI({ baseURL: url, apiKey: key || 'none', fetch: fetchBounded });
  const { embeddings } = await provider.embedding(name).doEmbed({ values: ['How do I return a tent?'], abortSignal });
  const [vector] = embeddings;
  if (!vector || vector.length === 0 || !vector.every(Number.isFinite)) throw new ModelFailure({ kind: 'malformed' });
  return `A vector of ${vector.length} numbers.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
