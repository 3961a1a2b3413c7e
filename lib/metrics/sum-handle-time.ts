import type { RecordedMessage, RecordedMove } from './recorded';

export type Holding = { of: string; personId: string; from: Date; to: Date | null };
type Happened = { messages: RecordedMessage[]; moves: RecordedMove[] };

/** Who of the desk held a conversation from when to when, while it was open; `to` is null where they still do. */
export function listHoldings({ messages, moves }: Happened): Holding[] {
  const holdings: Holding[] = [];
  const running = new Map<string, Holding>();
  // One that was split off begins with whoever split it.
  for (const { of, begunBySplit, personId, at } of messages)
    if (begunBySplit && personId) start({ of, personId, from: at, to: null });
  for (const { of, holder, state, agentId, at } of moves) {
    const now = running.get(of);
    const personId = state === 'open' && holder === 'agent' ? agentId : null;
    if (now?.personId === personId) continue;
    if (now) {
      now.to = at;
      running.delete(of);
    }
    if (personId) start({ of, personId, from: at, to: null });
  }
  return holdings;

  function start(holding: Holding): void {
    running.set(holding.of, holding);
    holdings.push(holding);
  }
}

/**
 * For each person the milliseconds a conversation was open, theirs and active. Active is the time between two acts of theirs
 * that are at most `gapMinutes` apart: a reply, a note, a move, a label, anything with their name in the log. That it
 * became theirs begins the first such time. What they put to sleep is not active until their next act.
 */
export function sumHandleTime(happened: Happened, gapMinutes: number): Map<string, number> {
  const acts = listActs(happened);
  const sums = new Map<string, number>();
  for (const { of, personId, from, to } of listHoldings(happened)) {
    const theirs = acts.filter(
      (act) => act.of === of && act.personId === personId && act.at >= from && (to === null || act.at <= to),
    );
    let ms = 0;
    let last = from;
    let asleep = false;
    for (const act of theirs) {
      const gap = act.at.getTime() - last.getTime();
      if (!asleep && gap <= gapMinutes * 60_000) ms += gap;
      last = act.at;
      asleep = act.sleeps;
    }
    sums.set(personId, (sums.get(personId) ?? 0) + ms);
  }
  return sums;
}

function listActs({ messages, moves }: Happened): { of: string; personId: string; at: Date; sleeps: boolean }[] {
  const said = messages.flatMap(({ of, personId, at, event }) =>
    personId ? [{ of, personId, at, sleeps: event === 'snoozed' }] : [],
  );
  const moved = moves.flatMap(({ of, actorKind, actorId, at }) =>
    actorKind === 'person' && actorId ? [{ of, personId: actorId, at, sleeps: false }] : [],
  );
  return [...said, ...moved].sort((a, b) => a.at.getTime() - b.at.getTime());
}
