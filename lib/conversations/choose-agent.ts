import { isWorking } from './add-working-time';
import type { Calendar } from './sla.schema';

/** Somebody of the team, as they stand now. */
export type Candidate = {
  id: string;
  /** Takes new work, as they say themselves. */
  available: boolean;
  /** Null: at any time. */
  hours: Omit<Calendar, 'holidays'> | null;
  /** Open conversations in their hands that do not sleep. */
  load: number;
  capacity: number;
  skills: string[];
  languages: string[];
  lastAssignedAt: Date | null;
};

export type Wanted = { skills: string[]; language: string | null };

/**
 * Who gets a conversation: of those who are there, have room, can do it and speak its language the least busy for what they can carry,
 * then who has been given nothing for the longest. Null when nobody can now: it keeps its place.
 */
export function chooseAgent<C extends Candidate>(team: readonly C[], wanted: Wanted, now: Date): C | null {
  // What nobody of the team will ever have is not waited for.
  const skills = wanted.skills.filter((skill) => team.some((one) => one.skills.includes(skill)));
  const { language } = wanted;
  const spoken = language !== null && team.some((one) => one.languages.includes(language)) ? language : null;
  const able = team.filter(
    (one) =>
      one.available &&
      one.load < one.capacity &&
      skills.every((skill) => one.skills.includes(skill)) &&
      (spoken === null || one.languages.includes(spoken)) &&
      (one.hours === null || isWorking(now, one.hours)),
  );
  return able.sort(byFairness)[0] ?? null;
}

function byFairness(a: Candidate, b: Candidate): number {
  return (
    // Cross-multiplied: 1 of 3 and 2 of 6 are the same load, and no rounding may say otherwise.
    a.load * b.capacity - b.load * a.capacity ||
    (a.lastAssignedAt?.getTime() ?? 0) - (b.lastAssignedAt?.getTime() ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}
