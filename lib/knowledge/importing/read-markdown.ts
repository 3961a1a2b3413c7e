import { languageOfPath, languageOfText } from './choose-language';
import { readFrontMatter } from './read-front-matter';
import { type Defaults, failed, type ReadItem, skipped } from './reading';
import { stableSlug } from './stable-slug';

const mostLetters = 200_000;

/** A Markdown file as an article: what its front matter says, then its path, then what was chosen at the start. */
export function readMarkdown(file: string, text: string, defaults: Defaults): ReadItem {
  const front = readFrontMatter(text);
  if (!front.ok) return failed(file, `${file}, line ${front.line}: ${front.error}`);
  const { matter } = front;
  if (matter.isDraft) return skipped(file, 'its front matter says that it is a draft');
  const body = front.body.trim();
  const heading = firstHeading(body);
  const title = matter.title ?? heading ?? titleOfFile(file);
  if (title === '') return failed(file, `${file}: has no title`);
  const rest = withoutTitle(body, title);
  if (rest === '') return failed(file, `${file}: has no text`);
  if (rest.length > mostLetters) return failed(file, `${file}: is longer than 200,000 characters`);
  return {
    file,
    state: 'ready',
    article: {
      slug: stableSlug(matter.slug ?? nameOfFile(file)),
      language: matter.language ?? languageOfPath(file) ?? languageOfText(`${title}\n${rest}`, defaults.language),
      title: title.slice(0, 300),
      body: rest,
      audience: matter.audience ?? defaults.audience,
      saysAudience: matter.audience !== null,
      collection: matter.collection ?? defaults.collection,
      teamKey: matter.team,
      reviewAt: matter.reviewAt,
    },
  };
}

/** The first heading outside of code, as text. */
function firstHeading(body: string): string | null {
  let fenced = false;
  for (const line of body.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? null : /^#{1,2}\s+(.+?)\s*#*\s*$/.exec(line);
    if (heading) return plain(heading[1]!);
  }
  return null;
}

/** The title stands above every article already: a first line that repeats it goes. */
export function withoutTitle(body: string, title: string): string {
  const first = /^#{1,2}\s+(.+?)\s*#*\s*(?:\n|$)/.exec(body);
  return first && plain(first[1]!) === title ? body.slice(first[0].length).trim() : body;
}

const plain = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .trim();

/** `es/returns/index.es.md` is called `returns`. */
export function nameOfFile(file: string): string {
  const parts = file
    .split('/')
    .map((part) => part.replace(/\.[^.]+$/, '').replace(/\.[a-z]{2}(?:[-_][a-z]{2,4})?$/i, ''));
  const name = parts.at(-1) ?? '';
  return /^(?:index|readme)$/i.test(name) ? (parts.at(-2) ?? name) : name;
}

function titleOfFile(file: string): string {
  const words = nameOfFile(file).replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
