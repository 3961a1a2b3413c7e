import { detect } from 'tinyld';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** `pt-BR`, `PT_br` and `pt` are `pt`; null for what is no language. */
export function readLanguageTag(tag: string): string | null {
  const primary = /^([a-z]{2})(?:[-_][a-z0-9]{2,8})*$/i.exec(tag.trim())?.[1]?.toLowerCase();
  return primary && names.of(primary) ? primary : null;
}

/** The folder `es/` or the suffix of `returns.es.md`; the nearest to the file decides. */
export function languageOfPath(path: string): string | null {
  const parts = path.split('/');
  const suffix = /\.([a-z]{2}(?:[-_][a-z]{2,4})?)\.[a-z]+$/i.exec(parts.at(-1)!)?.[1];
  const named = suffix ? readLanguageTag(suffix) : null;
  if (named) return named;
  for (const folder of parts.slice(0, -1).reverse()) {
    const language = /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(folder) ? readLanguageTag(folder) : null;
    if (language) return language;
  }
  return null;
}

/** The chosen language, or the one the text is in; English where it says too little. */
export function languageOfText(text: string, chosen: string): string {
  if (chosen !== 'detect') return chosen;
  return readLanguageTag(detect(text.replace(/https?:\S+|[#*_`>|[\]()]/g, ' ').slice(0, 4_000))) ?? 'en';
}
