export type Inline = { kind: 'text' | 'bold'; text: string } | { kind: 'link'; text: string; href: string };
export type Block =
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'list'; ordered: boolean; start: number; items: Inline[][] };

const bullet = /^\s*[-*•]\s+(.*)$/;
const number = /^\s*(\d{1,3})[.)]\s+(.*)$/;

/**
 * The little markup that replies use: paragraphs, lists, **bold** and links. Everything else, HTML above all, stays the
 * characters it is; an image becomes its description, because fetching it would tell somebody that it was read.
 */
export function parseText(text: string): Block[] {
  const blocks: Block[] = [];
  for (const chunk of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    for (const line of chunk.split('\n')) addLine(blocks, line);
    blocks.push({ kind: 'paragraph', lines: [] });
  }
  return blocks.filter((block) => block.kind === 'list' || block.lines.length > 0);
}

function addLine(blocks: Block[], line: string): void {
  if (line.trim() === '') return;
  const last = blocks.at(-1);
  const ordered = number.exec(line);
  const item = ordered?.[2] ?? bullet.exec(line)?.[1];
  if (item !== undefined) {
    if (last?.kind === 'list' && last.ordered === (ordered !== null)) last.items.push(parseInline(item));
    else {
      const start = ordered ? Number(ordered[1]) : 1;
      blocks.push({ kind: 'list', ordered: ordered !== null, start, items: [parseInline(item)] });
    }
  } else if (last?.kind === 'paragraph') last.lines.push(parseInline(line));
  else blocks.push({ kind: 'paragraph', lines: [parseInline(line)] });
}

// Bounded repetitions: a long hostile text must not take long to read.
const markup =
  /\*\*(?<bold>[^*\n]{1,500})\*\*|(?<image>!?)\[(?<label>[^[\]\n]{0,300})\]\((?<target>[^\s()]{1,2000})\)|(?<bare>https?:\/\/[^\s<>"'`]{1,2000})/gi;

function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  const say = (piece: string) => {
    const last = parts.at(-1);
    if (last?.kind === 'text') last.text += piece;
    else if (piece !== '') parts.push({ kind: 'text', text: piece });
  };
  let at = 0;
  for (const match of text.matchAll(markup)) {
    const { bold, image, label, target, bare } = match.groups!;
    say(text.slice(at, match.index));
    at = match.index + match[0].length;
    if (bold !== undefined) parts.push({ kind: 'bold', text: bold });
    else if (bare !== undefined) {
      const clean = bare.replace(/[.,;:!?)\]}*]+$/, '');
      const href = safeLink(clean);
      if (href) {
        parts.push({ kind: 'link', text: clean, href });
        say(bare.slice(clean.length));
      } else say(bare);
    } else {
      const href = image ? null : safeLink(target!);
      if (href && label) parts.push({ kind: 'link', text: label, href });
      else say(image ? label! : match[0]);
    }
  }
  say(text.slice(at));
  return parts;
}

/** Only the web, and nothing before the host that could pass for one ("https://bank.example@evil.example"). */
function safeLink(target: string): string | null {
  try {
    const url = new URL(target);
    const web = url.protocol === 'https:' || url.protocol === 'http:';
    return web && url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}
