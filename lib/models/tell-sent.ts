import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { ModelFailure } from './name-failure';

type Sent = { role: string; text: string }[];
const mostChars = 12_000;

/** What a request takes with it, for the receipt: every text of it, cut in the middle of what is very long. */
export function tellSent(prompt: LanguageModelV4Prompt): { sent: Sent; bytes: number } {
  const sent = prompt.map((message) => ({
    role: message.role,
    text: typeof message.content === 'string' ? message.content : [...message.content].map(textOf).join('\n'),
  }));
  const bytes = Buffer.byteLength(JSON.stringify(sent));
  const each = Math.floor(mostChars / Math.max(1, sent.length));
  return { bytes, sent: sent.map(({ role, text }) => ({ role, text: cut(text, each) })) };
}

type Part = Exclude<LanguageModelV4Prompt[number]['content'], string>[number];

function textOf(part: Part): string {
  switch (part.type) {
    case 'text':
    case 'reasoning':
      return part.text;
    case 'tool-call':
      return `${part.toolName}(${JSON.stringify(part.input)})`;
    case 'tool-result':
      return `${part.toolName} → ${JSON.stringify(part.output)}`;
    default:
      return `[${part.type}]`;
  }
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 200)} … ${text.length - most} characters … ${text.slice(-150)}`;

/** Shorter ones stand in too many words to mean anybody. */
const shortest = 5;

/**
 * The last look before anything leaves: throws ModelFailure `held` when a value that has a placeholder stands in it all the
 * same. Redaction comes before; this is for what it, or we, overlooked.
 */
export function assertHidden(prompt: LanguageModelV4Prompt, values: readonly string[]): void {
  const telling = values.filter((value) => value.length >= shortest).map((value) => value.toLowerCase());
  if (telling.length === 0) return;
  const text = JSON.stringify(prompt.map(({ content }) => content)).toLowerCase();
  if (telling.some((value) => (words.test(value) ? asWords(value).test(text) : text.includes(value))))
    throw new ModelFailure({ kind: 'held' });
}

const words = /^[\p{L}\s'’.-]+$/u;

/** A name stands for itself only as a whole: a town called Plane is no part of "airplane". Addresses and numbers are looked for anywhere. */
const asWords = (value: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${value.replaceAll('.', '\\.')}(?![\\p{L}\\p{N}])`, 'u');
