import { addWorkingTime, workingSecondsBetween } from './add-working-time';
import type { Calendar, Clock, Clocks, DueKind, Policy } from './sla.schema';

/** What of a conversation its promises hang on. */
export type Promised = {
  open: boolean;
  /** In the queue or with an agent: the assistant keeps its own time. */
  withPeople: boolean;
  /** Since when the customer waits for an answer; null while we wait for them. */
  waitingSince: Date | null;
  asleep: boolean;
  /** A person has answered before. */
  answered: boolean;
};

export type Due = {
  clocks: Clocks;
  /** Null when no promise runs. */
  dueAt: Date | null;
  dueKind: DueKind | null;
  /** Working seconds left of what stands; null while one runs, or when there is nothing to keep. */
  pausedSeconds: number | null;
};

const nothing: Due = { clocks: {}, dueAt: null, dueKind: null, pausedSeconds: null };

/**
 * Which promise is due, and when. Two run at once, an answer and an end: what is shown is the nearer one that runs. A clock keeps
 * what was spent, so that another policy or calendar, or a sleep in between, takes nothing back.
 */
export function decideDue(known: Clocks, now: Promised, policy: Policy | null, at: Date): Due {
  if (!now.open || !policy) return nothing;
  const { calendar } = policy;
  const sleeps = now.asleep && policy.pauseSnoozed;

  const replyKind: DueKind = now.answered ? 'next_reply' : 'first_reply';
  const replyMinutes = now.answered ? policy.nextReplyMinutes : policy.firstReplyMinutes;
  const waits = now.withPeople && now.waitingSince !== null;
  const reply =
    waits && replyMinutes !== null
      ? turn(known.reply ?? { spent: 0, since: now.waitingSince }, !sleeps, calendar, at)
      : undefined;

  const begun = known.resolve ?? (now.withPeople ? { spent: 0, since: now.waitingSince ?? at } : undefined);
  const works = now.withPeople && !sleeps && (now.waitingSince !== null || !policy.pauseWaiting);
  const resolve = begun && policy.resolveMinutes !== null ? turn(begun, works, calendar, at) : undefined;

  const clocks: Clocks = { ...(reply && { reply }), ...(resolve && { resolve }) };
  const promises = [
    reply && replyMinutes !== null && standing(replyKind, reply, replyMinutes, calendar),
    resolve && policy.resolveMinutes !== null && standing('resolve', resolve, policy.resolveMinutes, calendar),
  ].filter((one) => one !== undefined && one !== false);
  const running = promises.filter((one) => one.dueAt !== null).sort((a, b) => Number(a.dueAt) - Number(b.dueAt))[0];
  const stopped = promises.filter((one) => one.dueAt === null).sort((a, b) => a.left - b.left)[0];
  const shown = running ?? stopped;
  if (!shown) return { ...nothing, clocks };
  return {
    clocks,
    dueAt: shown.dueAt,
    dueKind: shown.kind,
    pausedSeconds: shown.dueAt ? null : Math.round(shown.left),
  };
}

/** Starts or stops a clock; one that stands as it should is left alone. */
function turn(clock: Clock, runs: boolean, calendar: Calendar | null, at: Date): Clock {
  if (runs) return clock.since ? clock : { ...clock, since: at };
  if (!clock.since) return clock;
  return { spent: clock.spent + workingSecondsBetween(clock.since, at, calendar), since: null };
}

function standing(kind: DueKind, clock: Clock, minutes: number, calendar: Calendar | null) {
  const left = minutes * 60 - clock.spent;
  return { kind, left, dueAt: clock.since ? addWorkingTime(clock.since, left, calendar) : null };
}
