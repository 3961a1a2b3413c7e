/** A step of the turn as it is kept: times in milliseconds, what it saw and gave redacted. */
export type Step = {
  stage: string;
  startedMs: number;
  tookMs: number;
  place: 'here' | 'other' | 'model';
  summary: string;
  saw: unknown;
  gave: unknown;
};

export type Trail = {
  steps: Step[];
  /** Runs one stage and keeps what it took, saw and gave. */
  step<T>(
    stage: string,
    saw: unknown,
    work: () => T | Promise<T>,
    tellOf: (value: T) => { summary: string; gave?: unknown; place?: Step['place'] },
  ): Promise<T>;
};

/** The trail of one turn; `startedAt` is on the same monotonic clock as `clock`. */
export function startTrail(clock: () => number = () => performance.now()): Trail {
  const began = clock();
  const steps: Step[] = [];
  return {
    steps,
    async step(stage, saw, work, tellOf) {
      const from = clock();
      const value = await work();
      const { summary, gave, place = 'here' } = tellOf(value);
      const round = (ms: number) => Math.round(ms * 100) / 100;
      steps.push({
        stage,
        startedMs: round(from - began),
        tookMs: round(clock() - from),
        place,
        summary,
        saw: saw ?? null,
        gave: gave ?? null,
      });
      return value;
    },
  };
}
