import type { ModelCall } from './read-call';

export interface Source {
  id: string;
  kind: string;
  title: string;
  text: string;
}

/** What stands between `<tag>` and `</tag>`, the latest place first; what customers and colleagues say before what the system does. */
export function sectionOf({ messages }: Pick<ModelCall, 'messages'>, tag: string): string | undefined {
  const found = new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, 'g');
  const latestFirst = messages.toReversed();
  for (const { text } of [
    ...latestFirst.filter(({ role }) => role !== 'system'),
    ...latestFirst.filter(({ role }) => role === 'system'),
  ]) {
    const last = [...text.matchAll(found)].at(-1);
    if (last) return unescaped(last[1]!).trim();
  }
  return undefined;
}

/** What the customer wrote: the section of that name, else all that was said last. */
export function messageOf(call: ModelCall): string {
  return sectionOf(call, 'message') ?? call.messages.findLast(({ role }) => role === 'user')?.text.trim() ?? '';
}

export function sourcesOf({ messages }: Pick<ModelCall, 'messages'>): Source[] {
  const sources = new Map<string, Source>();
  for (const { text } of messages) {
    for (const [, attributes, body] of text.matchAll(/<source\s([^>]*)>([\s\S]*?)<\/source>/g)) {
      const {
        id = '',
        kind = '',
        title = '',
      } = Object.fromEntries(
        [...attributes!.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!)]),
      );
      sources.set(id, { id, kind, title, text: unescaped(body!).trim() });
    }
  }
  return [...sources.values()];
}

/** The lines `- key: name` of the section of intents. */
export function intentsOf(call: ModelCall): { key: string; name: string }[] {
  const lines = sectionOf(call, 'intents')?.split('\n') ?? [];
  return lines.flatMap((line) => {
    const [, key, name = ''] = /^\s*-\s*([^:\s]+)\s*:?\s*(.*)$/.exec(line) ?? [];
    return key ? [{ key, name }] : [];
  });
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const marks: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
const unescaped = (text: string) => text.replace(/&(?:lt|gt|quot|#39|amp);/g, (mark) => marks[mark]!);
