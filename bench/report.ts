type Operator = '<=' | '>=' | '==';
export type Bars = Record<string, [Operator, number]>;

function holds(value: number, [operator, bar]: [Operator, number]): boolean {
  switch (operator) {
    case '<=':
      return value <= bar;
    case '>=':
      return value >= bar;
    case '==':
      return value === bar;
  }
}

/** Prints the figures beside their bars, and as the last line the same as JSON. A missed bar is reported, never an error. */
export function report(bench: string, figures: Record<string, number>, bars: Bars): void {
  const missed = Object.entries(bars).flatMap(([name, bar]) =>
    figures[name] !== undefined && holds(figures[name], bar) ? [] : [name],
  );
  console.log(`\n${bench}\n`);
  for (const [name, value] of Object.entries(figures)) {
    const bar = bars[name];
    const verdict = bar ? `${bar[0]} ${bar[1]}`.padEnd(12) + (missed.includes(name) ? 'missed' : 'met') : '';
    console.log(`  ${name.padEnd(20)} ${String(value).padStart(10)}   ${verdict}`);
  }
  console.log(`\n${JSON.stringify({ bench, figures, bars, missed })}`);
}

/** The value below which `share` of the sorted values lie (nearest rank). */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
