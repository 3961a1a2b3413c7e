/** Enough to read at a glance; the ledger and the shop have the whole. Times lose their seconds, long texts their end. */
export function shortValue(value: unknown): string {
  const text =
    JSON.stringify(value, (_, inner: unknown) => {
      if (typeof inner !== 'string') return inner;
      if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(inner)) return inner.slice(0, 10);
      return inner.length > 60 ? `${inner.slice(0, 57)}…` : inner;
    }) ?? '';
  return text.length > 220 ? `${text.slice(0, 219)}…` : text;
}
