/** Money from whole cents: 62000 → "$620.00". Cents are integers everywhere, so nothing is rounded here. */
export function formatMoney(cents: number, currency = 'USD'): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(cents / 100);
}
