import { leastMs } from './decide-retry';
import { ModelFailure } from './name-failure';

export type Limits = { ms: number; tokens: number; micros: number };

/** What one turn, or one wish of a person, may take of models, and has taken. */
export type Meter = {
  leftMs(): number;
  /** Throws ModelFailure `stopped` when a limit is reached, or the work was stopped. */
  assertLeft(): void;
  note(call: { tokens: number; costMicros: number }): void;
  /** After a failure that no retry helped, what is left goes the local way: an endpoint that is down costs a turn its patience once. */
  stop(): void;
  readonly stopped: boolean;
  readonly spent: { calls: number; tokens: number; costMicros: number };
};

export function startMeter(limits: Limits, clock: () => number = () => performance.now()): Meter {
  const end = clock() + limits.ms;
  const spent = { calls: 0, tokens: 0, costMicros: 0 };
  let stopped = false;
  const meter = {
    spent,
    get stopped() {
      return stopped;
    },
    leftMs: () => Math.max(0, end - clock()),
    assertLeft() {
      if (stopped || meter.leftMs() < leastMs || spent.tokens >= limits.tokens || spent.costMicros >= limits.micros)
        throw new ModelFailure({ kind: 'stopped' });
    },
    note({ tokens, costMicros }: { tokens: number; costMicros: number }) {
      spent.calls++;
      spent.tokens += tokens;
      spent.costMicros += costMicros;
    },
    stop() {
      stopped = true;
    },
  };
  return meter;
}
