/** Whole steps people count in, in milliseconds. */
const steps = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000];

/** At most three lines over a span, at round times: 2840 → [1000, 2000]. The span itself and 0 are not among them. */
export function chooseTicks(spanMs: number): number[] {
  const step = steps.find((each) => spanMs / each <= 3) ?? Math.ceil(spanMs / 180_000) * 60_000;
  const ticks: number[] = [];
  for (let at = step; at < spanMs && ticks.length < 3; at += step) ticks.push(at);
  return ticks;
}

export function nameTick(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${ms / 1000} s`;
}
