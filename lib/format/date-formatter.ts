const kept = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it, and a list uses some for every row: each kind is made once. */
export function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = kept.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  kept.set(key, made);
  return made;
}
