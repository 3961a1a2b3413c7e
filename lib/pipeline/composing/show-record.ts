import { formatMoney } from '../../format/format-money';

/** A record as a source to quote: amounts as they are said, without what is empty. Minor units would be read as the amount. */
export function showRecord(value: unknown): string {
  return JSON.stringify(value, function shown(this: unknown, key: string, inner: unknown) {
    if (inner === null || inner === '') return undefined;
    if (!key.endsWith('Cents') || typeof inner !== 'number') return inner;
    const { currency } = this as { currency?: unknown };
    return formatMoney(inner, typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : undefined);
  });
}
