/** What the return is reckoned from. Money in dollars, deflection 0 to 1, times in months. */
export type Assumptions = {
  /** That come in, a month. */
  tickets: number;
  /** Of them, what the assistant solves alone. */
  deflection: number;
  human: number;
  automated: number;
  /** Once, at the beginning. */
  setup: number;
  /** A month. */
  platform: number;
  /** Until it works in full; in equal steps. */
  ramp: number;
  months: number;
};

export type Point = { month: number; cumulative: number };
export type Return = {
  /** A month once it works in full, before the platform. */
  saving: number;
  /** And after it. */
  net: number;
  /** After how many months what was spent is back; null where it is not within 120. */
  breakEven: number | null;
  /** At the end of each month; month 0 is what it cost to begin. */
  points: Point[];
  /** At the end of all months. */
  total: number;
  /** Total ÷ all that is spent on set-up and platform; null where nothing is. */
  ratio: number | null;
};

const furthest = 120;

/**
 * Tickets × deflection × (cost per human ticket − cost per automated ticket) a month, less platform and set-up, over so many months.
 * What a ticket costs that people answer anyway is the same either way and not in it.
 */
export function computeReturn(assumed: Assumptions): Return {
  const { tickets, deflection, human, automated, setup, platform, ramp, months } = assumed;
  const saving = tickets * deflection * (human - automated);
  const inMonth = (month: number) => saving * (ramp > 0 ? Math.min(1, month / (ramp + 1)) : 1) - platform;
  const points: Point[] = [{ month: 0, cumulative: -setup }];
  for (let month = 1; month <= months; month++)
    points.push({ month, cumulative: points[month - 1]!.cumulative + inMonth(month) });
  const total = points.at(-1)!.cumulative;
  const spent = setup + platform * months;
  return {
    ...{ saving, net: saving - platform, points, total },
    breakEven: findBreakEven(setup, inMonth),
    ratio: spent > 0 ? total / spent : null,
  };
}

/** Within the month in which it is back, as if it came evenly. */
function findBreakEven(setup: number, inMonth: (month: number) => number): number | null {
  let before = -setup;
  if (before >= 0 && inMonth(1) >= 0) return 0;
  for (let month = 1; month <= furthest; month++) {
    const by = inMonth(month);
    if (before + by >= 0 && by > 0) return month - 1 + Math.max(0, -before) / by;
    before += by;
  }
  return null;
}

export type Sensitivity = { key: keyof Assumptions; low: number; high: number };
const turned = ['tickets', 'deflection', 'human', 'automated', 'platform', 'setup'] as const;

/** The total with each assumption a share lower and higher, the rest as it is; what matters most first. */
export function turnEach(assumed: Assumptions, by: number): Sensitivity[] {
  const at = (key: (typeof turned)[number], factor: number) =>
    computeReturn({ ...assumed, [key]: limit(key, assumed[key] * factor) }).total;
  return turned
    .map((key) => ({ key, low: at(key, 1 - by), high: at(key, 1 + by) }))
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}

const limit = (key: keyof Assumptions, value: number): number => (key === 'deflection' ? Math.min(1, value) : value);

export type Case = 'low' | 'expected' | 'high';

/** Volume, deflection and what people cost all go one way; cautious and hopeful ends of what is expected. */
export function turnAll(assumed: Assumptions, by: number): Record<Case, Assumptions> {
  const at = (factor: number): Assumptions => ({
    ...assumed,
    tickets: assumed.tickets * factor,
    deflection: limit('deflection', assumed.deflection * factor),
    human: assumed.human * factor,
  });
  return { low: at(1 - by), expected: assumed, high: at(1 + by) };
}
