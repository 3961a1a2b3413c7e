/** Millionths of a dollar: 3100 → "$0.0031", 1240000 → "$1.24", 12 → "under $0.0001". */
export function formatMicros(micros: number): string {
  if (micros === 0) return '$0';
  if (micros < 100) return 'under $0.0001';
  const digits = micros < 1_000_000 ? (micros < 100_000 ? 4 : 3) : 2;
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  }).format(micros / 1_000_000);
}
