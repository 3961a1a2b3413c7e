const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** "pl" → "Polish". A tag nobody knows is shown as it came. */
export function formatLanguage(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
