import { randomBytes } from 'node:crypto';
import type { Behaviour } from './behaviour';
import { countTokens, promptOf } from './count-tokens';
import { misfit } from './fit-schema';
import type { ModelCall } from './read-call';

/** What is said, before it is put into a wire format. */
export interface Reply {
  id: string;
  text: string;
  tools: { id: string; name: string; args: string }[];
  finish: 'stop' | 'length' | 'content_filter' | 'tool_calls';
  usage: { input: number; output: number; cached: number };
}

type Say = Extract<Behaviour, { kind: 'say' }>;

/** Ids are drawn, not counted: a client may keep them for longer than this process lives. */
export const newId = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`;

/** The words of a behaviour that says something; nothing for one that says nothing at all. */
export function saidBy(behaviour: Behaviour, { schema }: ModelCall): Say | undefined {
  switch (behaviour.kind) {
    case 'say':
      return behaviour;
    case 'cut':
      return {
        kind: 'say',
        text: behaviour.text ?? 'This sentence goes on for long enough to be cut off in the middle.',
      };
    case 'broken':
      return { kind: 'say', text: 'This much still came through.' };
    case 'wrong':
      return { kind: 'say', text: JSON.stringify(misfit(schema)) };
    case 'unknownTool':
      return { kind: 'say', tools: [{ name: 'no_such_tool', args: { why: 'none' } }] };
    case 'nothing':
      return { kind: 'say', text: '' };
    case 'huge':
      return { kind: 'say', text: 'On and on. '.repeat(Math.ceil(behaviour.bytes / 11)).slice(0, behaviour.bytes) };
    case 'fail':
    case 'hang':
    case 'reset':
    case 'slow':
      return undefined;
  }
}

export function toReply(say: Say, call: ModelCall, { cached, limit }: { cached: number; limit?: number }): Reply {
  const tools = (say.tools ?? []).map(({ name, args }) => ({
    id: newId('call'),
    name,
    args: typeof args === 'string' ? args : JSON.stringify(args ?? {}),
  }));
  const full = say.text ?? '';
  const text = limit === undefined ? full : full.slice(0, limit * 4);
  const output = countTokens(text + tools.map(({ name, args }) => name + args).join(''));
  return {
    id: newId('resp'),
    text,
    tools,
    finish: say.finish ?? (text.length < full.length ? 'length' : tools.length > 0 ? 'tool_calls' : 'stop'),
    usage: {
      input: say.usage?.input ?? countTokens(promptOf(call)),
      output: say.usage?.output ?? output,
      cached: say.usage?.cached ?? cached,
    },
  };
}

/** A text as a stream brings it: word by word, and in greater pieces where it is very long. */
export function piecesOf(text: string): string[] {
  return text.match(text.length > 20_000 ? /[\s\S]{1,4096}/g : /\s*\S+\s*|\s+/g) ?? [];
}
