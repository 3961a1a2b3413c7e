const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

export function showMoney(cents: number): string {
  return dollars.format(cents / 100);
}

export function showDay(at: Date | string): string {
  return day.format(new Date(at));
}

export function showFullDay(at: Date | string): string {
  return dayOfYear.format(new Date(at));
}
