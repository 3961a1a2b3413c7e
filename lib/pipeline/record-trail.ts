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

/** What a stage says of itself. `within` is a stage that ran inside it, such as acting inside planning: it becomes the next step, and its time is taken out of this one. */
export type Told = {
  summary: string;
  gave?: unknown;
  place?: Step['place'];
  within?: Told & { stage: string; tookMs: number };
};

export type Trail = {
  steps: Step[];
  /** Runs one stage and keeps what it took, saw and gave. */
  step<T>(stage: string, saw: unknown, work: () => T | Promise<T>, tellOf: (value: T) => Told): Promise<T>;
  /** Ends the trail with what has run since the last step. */
  mark(stage: string, summary: string): void;
};

/** The trail of one turn; `startedAt` is on the same monotonic clock as `clock`. */
export function startTrail(clock: () => number = () => performance.now()): Trail {
  const began = clock();
  const steps: Step[] = [];
  const round = (ms: number) => Math.round(ms * 100) / 100;
  const keep = (
    stage: string,
    startedMs: number,
    tookMs: number,
    { summary, gave, place = 'here' }: Told,
    saw: unknown,
  ) =>
    steps.push({
      stage,
      startedMs: round(startedMs),
      tookMs: round(tookMs),
      place,
      summary,
      saw: saw ?? null,
      gave: gave ?? null,
    });
  return {
    steps,
    mark(stage, summary) {
      const last = steps.at(-1);
      const from = last ? last.startedMs + last.tookMs : 0;
      keep(stage, from, clock() - began - from, { summary }, null);
    },
    async step(stage, saw, work, tellOf) {
      const from = clock();
      const value = await work();
      const told = tellOf(value);
      const took = clock() - from;
      const inner = Math.min(told.within?.tookMs ?? 0, took);
      keep(stage, from - began, took - inner, told, saw);
      if (told.within) keep(told.within.stage, from - began + took - inner, inner, told.within, null);
      return value;
    },
  };
}
