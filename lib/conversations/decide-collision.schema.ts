/** Somebody else speaks here too: they write a reply now, or answered after one began to write. */
export type Collision = { kind: 'writing'; names: string[] } | { kind: 'answered'; name: string; at: string };

type Around = {
  meId: string;
  /** When one began to write; null when that is not known. */
  since: Date | null;
  present: readonly { id: string; name: string; typing: boolean }[];
  /** Replies of people. */
  replies: readonly { personId: string; name: string; at: Date }[];
};

const firstName = (name: string) => name.split(' ')[0] ?? name;

/** What whoever is about to send should know first. An answer that has gone out weighs more than one being written. */
export function decideCollision({ meId, since, present, replies }: Around): Collision | null {
  const answered = replies
    .filter(({ personId, at }) => personId !== meId && since !== null && at > since)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0];
  if (answered) return { kind: 'answered', name: firstName(answered.name), at: answered.at.toISOString() };
  const writing = present.filter(({ id, typing }) => typing && id !== meId);
  return writing.length > 0 ? { kind: 'writing', names: writing.map(({ name }) => firstName(name)) } : null;
}

/** "Ines is writing here too.", "Ines answered 20 s ago." */
export function wordCollision(collision: Collision, now: number): string {
  if (collision.kind === 'writing') {
    const { names } = collision;
    const who = names.length === 1 ? `${names[0]} is` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are`;
    return `${who} writing here too.`;
  }
  const seconds = Math.max(1, Math.round((now - new Date(collision.at).getTime()) / 1_000));
  return `${collision.name} answered ${seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`} ago.`;
}
