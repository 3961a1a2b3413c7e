/** A colour (#rrggbb) moved towards white (by > 0) or black (by < 0); `by` from -1 to 1. */
export function shade(colour: string, by: number): string {
  const target = by > 0 ? 255 : 0;
  const channels = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16);
    return Math.round(value + (target - value) * Math.abs(by));
  });
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
