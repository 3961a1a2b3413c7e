import type { ModelCall } from './read-call';

/** Tokens as they are billed here: one for each four characters begun. */
export const countTokens = (text: string) => Math.ceil(text.length / 4);

/** The text that a request's tokens are counted from: tools and schema first, as they are the same from call to call. */
export function promptOf({ tools, schema, messages }: Pick<ModelCall, 'tools' | 'schema' | 'messages'>): string {
  return [
    ...(tools.length > 0 ? [JSON.stringify(tools)] : []),
    ...(schema ? [JSON.stringify(schema)] : []),
    ...messages.map(({ text }) => text),
  ].join('\n');
}

const shortestCached = 1_024;
const cachedStep = 128;
const remembered = 50;

/** Remembers prompts, and tells how many tokens of a new one were just read: from 1,024 on, in steps of 128. */
export class PromptCache {
  #prompts = new Map<string, string[]>();

  read(model: string, prompt: string): number {
    const known = this.#prompts.get(model) ?? [];
    const longest = Math.max(0, ...known.map((one) => sharedLength(one, prompt)));
    this.#prompts.set(model, [...known, prompt].slice(-remembered));
    const tokens = Math.floor(longest / 4);
    return tokens < shortestCached ? 0 : tokens - (tokens % cachedStep);
  }
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}
