/**
 * The Markdown an editor wrote, as a person would have written it: without escapes that nothing needs, addresses as they
 * are, tables without padding. It means the same; the assistant quotes it word for word, so no mark may stick to a word.
 */
export function tidyMarkdown(markdown: string): string {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  let fenced = false;
  const tidied = lines.map((line) => {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    return fenced ? line : tidyLine(line);
  });
  return tidied
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function tidyLine(line: string): string {
  // Code keeps every character it has.
  const parts = line.split(/(`[^`]*`)/);
  const plain = parts.map((part, at) => (at % 2 === 1 ? part : tidyText(part))).join('');
  return /^\s*\|.*\|\s*$/.test(plain) ? tidyRow(plain) : plain;
}

function tidyText(text: string): string {
  return text
    .replace(/&lt;(?![a-z/!?])/gi, '<')
    .replace(/(?<!^\s*)&gt;/g, '>')
    .replace(/&amp;(?!#?\w+;)/g, '&')
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/(?<=\s)\\([*_~])(?=\s)/g, '$1')
    .replace(/\\\[([^\]\\]*)\\\](?![([:])/g, '[$1]')
    .replace(/\[((?:https?:\/\/)[^\]\s]+)\]\(\1\)/g, '$1')
    .replace(/\[([^\]\s@]+@[^\]\s]+)\]\(mailto:\1\)/g, '$1');
}

function tidyRow(row: string): string {
  const cells = row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/^(:?)-{2,}(:?)$/, '$1---$2'));
  return `| ${cells.join(' | ')} |`;
}

/**
 * Whether two texts say the same in the same shape, whatever signs each writer prefers: bullets, emphasis, blank lines,
 * padding. Used to find out if a text would come out of the editor as it went in.
 */
export function isSameMarkdown(one: string, other: string): boolean {
  return normalise(one) === normalise(other);
}

function normalise(markdown: string): string {
  return tidyMarkdown(markdown)
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*[*+](?=\s)/, '-')
        .replace(/^\s*(\d+)\)(?=\s)/, '$1.')
        .replace(/__([^_\n]+)__/g, '**$1**')
        .replace(/(?<![\p{L}\p{N}_])_([^_\n]+)_(?![\p{L}\p{N}_])/gu, '*$1*')
        .replace(/\\(?=[^\p{L}\p{N}\s])/gu, '')
        .replace(/(?: {2,}|\\)$/, '↵')
        .replace(/^(\s*(?:\*\*\*+|___+|- ?- ?-[- ]*|\* \* \*[* ]*))$/, '---')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}
