import { createHash } from 'node:crypto';
import type { Wire } from './frames';

const dimensions = 64;

/** POST /embeddings. It embeds whatever its behaviour says; only that it says nothing leaves the vectors out. */
export const embeddings: Wire = {
  whole: ({ messages, model, body }, { usage, text }) => ({
    object: 'list',
    data: (text === '' ? [] : messages).map((message, index) => {
      const vector = embedText(message.text);
      return { object: 'embedding', index, embedding: body.encoding_format === 'base64' ? toBase64(vector) : vector };
    }),
    model,
    usage: { prompt_tokens: usage.input, total_tokens: usage.input },
  }),
};

/** A bag of hashed words, of length 1: texts that share words lie near one another, and always in the same place. */
export function embedText(text: string): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['']) {
    const hash = createHash('sha256').update(word).digest();
    vector[hash[0]! % dimensions]! += hash[1]! % 2 === 0 ? 1 : -1;
  }
  const length = Math.hypot(...vector);
  // Words that cancel one another out still need a direction.
  if (length === 0) return vector.map((_, index) => (index === 0 ? 1 : 0));
  return vector.map((value) => value / length);
}

const toBase64 = (vector: number[]) => Buffer.from(Float32Array.from(vector).buffer).toString('base64');
