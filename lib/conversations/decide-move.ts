/** Who holds a conversation and whether it is open. The machine of the handoff; it reads nothing. */
export type Holding = { holder: 'assistant' | 'queue' | 'agent'; state: 'open' | 'closed'; agentId: string | null };

export type Move =
  | { kind: 'hand_over' }
  | { kind: 'take'; personId: string }
  | { kind: 'assign'; personId: string }
  | { kind: 'release' }
  | { kind: 'hand_back' }
  | { kind: 'close' }
  | { kind: 'reopen' };

export type MoveDecision =
  | { ok: true; next: Holding }
  | { ok: false; why: 'closed' | 'open' | 'held_by_agent' | 'not_held' | 'already' };

const open = (holder: Holding['holder'], agentId: string | null = null): MoveDecision => ({
  ok: true,
  next: { holder, state: 'open', agentId },
});

/**
 * assistant → queue → agent → (queue | assistant | closed). What a move may not do it refuses with the reason;
 * there is always exactly one holder, and an agent holds only with a name.
 */
export function decideMove(now: Holding, move: Move): MoveDecision {
  // A returning customer starts anew with the assistant: an old handoff is not replayed.
  if (now.state === 'closed') return move.kind === 'reopen' ? open('assistant') : { ok: false, why: 'closed' };

  switch (move.kind) {
    case 'reopen':
      return { ok: false, why: 'open' };
    case 'hand_over':
      return now.holder === 'assistant'
        ? open('queue')
        : { ok: false, why: now.holder === 'agent' ? 'held_by_agent' : 'already' };
    case 'take':
      if (now.holder === 'agent')
        return { ok: false, why: now.agentId === move.personId ? 'already' : 'held_by_agent' };
      return open('agent', move.personId);
    case 'assign':
      return now.agentId === move.personId ? { ok: false, why: 'already' } : open('agent', move.personId);
    case 'release':
      return now.holder === 'agent' ? open('queue') : { ok: false, why: 'not_held' };
    case 'hand_back':
      return now.holder === 'assistant' ? { ok: false, why: 'already' } : open('assistant');
    case 'close':
      return { ok: true, next: { ...now, state: 'closed' } };
  }
}
