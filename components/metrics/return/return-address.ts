import type { Measured } from '@/lib/worth/worth.schema';
import type { Assumptions } from './compute-return';

export type AssumptionKey = keyof Assumptions;
/** What stands in the address: only what somebody changed. */
export type Edited = Partial<Assumptions>;

const letters: Record<AssumptionKey, string> = {
  ...{ tickets: 't', deflection: 'd', human: 'h', automated: 'a', setup: 's', platform: 'p', ramp: 'r', months: 'm' },
};
const limits: Record<AssumptionKey, [least: number, most: number]> = {
  tickets: [0, 1e8],
  deflection: [0, 1],
  human: [0, 10_000],
  automated: [0, 10_000],
  setup: [0, 1e9],
  platform: [0, 1e8],
  ramp: [0, 24],
  months: [12, 36],
};
export const horizons = [12, 24, 36] as const;

/** Where nothing was measured the calculator begins with these, and says so. */
export const usual: Assumptions = {
  ...{ tickets: 5_000, deflection: 0.4, human: 6, automated: 0.4, setup: 20_000, platform: 2_000, ramp: 2, months: 24 },
};

/** What was changed, from the address. What is no number of its kind is passed over. */
export function readEdited(search: URLSearchParams): Edited {
  const found: Edited = {};
  for (const [key, letter] of Object.entries(letters) as [AssumptionKey, string][]) {
    const text = search.get(letter);
    const value = Number(text);
    const [least, most] = limits[key];
    if (text === null || text === '' || !Number.isFinite(value) || value < least || value > most) continue;
    if (key === 'months' && !(horizons as readonly number[]).includes(value)) continue;
    found[key] = value;
  }
  return found;
}

/** The address with what was changed; everything else in it stays. */
export function writeEdited(search: URLSearchParams, edited: Edited): string {
  const next = new URLSearchParams(search);
  for (const [key, letter] of Object.entries(letters) as [AssumptionKey, string][]) {
    const value = edited[key];
    if (value === undefined) next.delete(letter);
    else next.set(letter, String(Math.round(value * 1e6) / 1e6));
  }
  return next.toString();
}

export type Origin = { from: 'measured'; n: number } | { from: 'set' } | { from: 'usual' };
export type Prefilled = { assumed: Assumptions; origins: Record<AssumptionKey, Origin> };

/** To the cent, and below one cent to a hundredth of it. */
const dollars = (micros: number): number =>
  micros < 10_000 ? Math.round(micros / 100) / 10_000 : Math.round(micros / 10_000) / 100;
const measuredOf = (point: { value: number; n: number } | null) => point && ({ from: 'measured', n: point.n } as const);

/** As measured, as set, and where neither is, as usual; each with where it is from. */
export function prefill(measured: Measured): Prefilled {
  const { ticketsPerMonth, deflection, humanMicros, automatedMicros, platformMicros } = measured;
  return {
    assumed: {
      ...usual,
      ...(ticketsPerMonth ? { tickets: Math.round(ticketsPerMonth.value) } : {}),
      ...(deflection ? { deflection: Math.round(deflection.value * 1_000) / 1_000 } : {}),
      ...(humanMicros ? { human: dollars(humanMicros.value) } : {}),
      ...(automatedMicros ? { automated: dollars(automatedMicros.value) } : {}),
      ...(platformMicros > 0 ? { platform: dollars(platformMicros) } : {}),
    },
    origins: {
      tickets: measuredOf(ticketsPerMonth) ?? { from: 'usual' },
      deflection: measuredOf(deflection) ?? { from: 'usual' },
      human: measuredOf(humanMicros) ?? { from: 'usual' },
      automated: measuredOf(automatedMicros) ?? { from: 'usual' },
      platform: platformMicros > 0 ? { from: 'set' } : { from: 'usual' },
      ...{ setup: { from: 'usual' }, ramp: { from: 'usual' }, months: { from: 'usual' } },
    },
  };
}
