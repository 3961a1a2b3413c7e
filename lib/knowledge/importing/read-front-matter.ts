import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Audience, audiences } from '../knowledge.schema';
import { readLanguageTag } from './choose-language';

export type FrontMatter = {
  title: string | null;
  slug: string | null;
  language: string | null;
  audience: Audience | null;
  collection: string | null;
  team: string | null;
  reviewAt: string | null;
  isDraft: boolean;
};
export type ReadFrontMatter =
  | { ok: true; matter: FrontMatter; body: string /** Lines above the body. */; linesAbove: number }
  | { ok: false; line: number; error: string };

const empty: FrontMatter = {
  title: null,
  slug: null,
  language: null,
  audience: null,
  collection: null,
  team: null,
  reviewAt: null,
  isDraft: false,
};

/** The block between `---` at the top of a Markdown file. Keys nobody here knows are left alone. */
export function readFrontMatter(markdown: string): ReadFrontMatter {
  const text = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!/^---[ \t]*\n/.test(text)) return { ok: true, matter: empty, body: text, linesAbove: 0 };
  const block = /^---[ \t]*\n([\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (!block) return { ok: false, line: 1, error: 'front matter: begins with --- but never ends' };
  const lines = new LineCounter();
  const document = parseDocument(block[1]!, { lineCounter: lines, schema: 'core', uniqueKeys: true });
  const wrong = document.errors[0];
  if (wrong) {
    const line = (wrong.linePos?.[0].line ?? 1) + 1;
    return { ok: false, line, error: `front matter: ${wrong.message.split('\n')[0]!.replace(/ at line \d+.*$/, '')}` };
  }
  const body = text.slice(block[0].length);
  const linesAbove = block[0].split('\n').length - 1;
  const { contents } = document;
  if (contents === null) return { ok: true, matter: empty, body, linesAbove };
  if (!isMap(contents)) return { ok: false, line: 2, error: 'front matter: must be keys with values' };

  let values: Record<string, unknown>;
  try {
    values = document.toJS() as Record<string, unknown>;
  } catch {
    return { ok: false, line: 2, error: 'front matter: refers to itself too often' };
  }
  const matter = { ...empty };
  for (const { key } of contents.items) {
    const name = isScalar(key)
      ? String(key.value)
          .toLowerCase()
          .replaceAll(/[-_\s]/g, '')
      : '';
    const given = isScalar(key) ? values[String(key.value)] : null;
    const error = take(matter, name, given);
    if (error) {
      const at = isScalar(key) ? key.range?.[0] : undefined;
      // One line for the fence above.
      return { ok: false, line: lines.linePos(at ?? 0).line + 1, error: `front matter: ${error}` };
    }
  }
  return { ok: true, matter, body, linesAbove };
}

/** Sets what a key says; answers what is wrong with it. */
function take(matter: FrontMatter, name: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  switch (name) {
    case 'title':
      return setText(matter, 'title', value, 300);
    case 'slug':
      return setText(matter, 'slug', value, 200);
    case 'permalink':
      matter.slug ??= lastPart(String(value));
      return null;
    case 'language':
    case 'lang':
    case 'locale': {
      const language = readLanguageTag(String(value));
      if (!language) return `${name} must be a language such as en or pt-BR`;
      matter.language = language;
      return null;
    }
    case 'audience': {
      const audience = audiences.find((one) => one === String(value).toLowerCase());
      if (!audience) return 'audience must be public, verified or agents';
      matter.audience = audience;
      return null;
    }
    case 'collection':
    case 'category':
    case 'categories': {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return first === undefined ? null : setText(matter, 'collection', first, 60);
    }
    case 'team':
      return setText(matter, 'team', value, 100);
    case 'review':
    case 'reviewat':
    case 'reviewdate':
    case 'reviewon':
    case 'reviewby': {
      const day = readDay(String(value));
      if (!day) return `${name} must be a day such as 2026-12-31`;
      matter.reviewAt = day;
      return null;
    }
    case 'draft':
      matter.isDraft ||= value === true;
      return null;
    case 'published':
      matter.isDraft ||= value === false;
      return null;
    default:
      return null;
  }
}

function setText(matter: FrontMatter, name: 'title' | 'slug' | 'collection' | 'team', value: unknown, most: number) {
  if (typeof value === 'object') return `${name} must be text`;
  const text = String(value).replace(/\s+/g, ' ').trim();
  if (text.length > most) return `${name} must be at most ${most} characters`;
  matter[name] = text === '' ? null : text;
  return null;
}

function readDay(text: string): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/.exec(text.trim())?.[1];
  const at = day ? new Date(`${day}T00:00:00Z`) : null;
  // 2026-02-31 parses to another day.
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day!) ? day! : null;
}

const lastPart = (path: string): string | null =>
  path
    .replace(/\.html?$/i, '')
    .split('/')
    .filter(Boolean)
    .at(-1) ?? null;
