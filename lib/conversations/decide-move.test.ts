import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideMove, type Holding, type Move } from './decide-move';

const anne = 'anne';
const ben = 'ben';

describe('decideMove', () => {
  const assistant: Holding = { holder: 'assistant', state: 'open', agentId: null };
  const queue: Holding = { holder: 'queue', state: 'open', agentId: null };
  const annes: Holding = { holder: 'agent', state: 'open', agentId: anne };
  const closed: Holding = { holder: 'agent', state: 'closed', agentId: anne };

  const rows: [string, Holding, Move, Holding | string][] = [
    ['the assistant hands over', assistant, { kind: 'hand_over' }, queue],
    ['it cannot hand over what it does not hold', annes, { kind: 'hand_over' }, 'held_by_agent'],
    ['nor twice', queue, { kind: 'hand_over' }, 'already'],
    ['a person takes from the queue', queue, { kind: 'take', personId: anne }, annes],
    ['a person takes from the assistant', assistant, { kind: 'take', personId: anne }, annes],
    ['the second one is refused', annes, { kind: 'take', personId: ben }, 'held_by_agent'],
    ['taking one’s own again changes nothing', annes, { kind: 'take', personId: anne }, 'already'],
    ['assigning passes it on', annes, { kind: 'assign', personId: ben }, { ...annes, agentId: ben }],
    ['release puts it back', annes, { kind: 'release' }, queue],
    ['release of what nobody holds', queue, { kind: 'release' }, 'not_held'],
    ['hand back', annes, { kind: 'hand_back' }, assistant],
    ['hand back twice', assistant, { kind: 'hand_back' }, 'already'],
    ['close', annes, { kind: 'close' }, closed],
    ['nothing moves in a closed one', closed, { kind: 'take', personId: ben }, 'closed'],
    ['close twice', closed, { kind: 'close' }, 'closed'],
    ['reopened, the assistant starts anew', closed, { kind: 'reopen' }, assistant],
    ['only a closed one reopens', queue, { kind: 'reopen' }, 'open'],
  ];
  it.each(rows)('%s', (_, now, move, expected) => {
    const decision = decideMove(now, move);
    expect(decision.ok ? decision.next : decision.why).toEqual(expected);
  });

  const person = fc.constantFrom(anne, ben, 'chris');
  const move: fc.Arbitrary<Move> = fc.oneof(
    fc.constantFrom<Move>(
      { kind: 'hand_over' },
      { kind: 'release' },
      { kind: 'hand_back' },
      { kind: 'close' },
      { kind: 'reopen' },
    ),
    person.map((personId) => ({ kind: 'take', personId }) as Move),
    person.map((personId) => ({ kind: 'assign', personId }) as Move),
  );

  it('keeps exactly one owner, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        let now = assistant;
        for (const one of moves) {
          const before = now;
          const decision = decideMove(now, one);
          if (decision.ok) now = decision.next;
          expect((now.holder === 'agent') === (now.agentId !== null)).toBe(true);
          // Once a person holds it, only a person's act or the customer's return gives it to the assistant again.
          if (before.holder !== 'assistant' && now.holder === 'assistant')
            expect(['hand_back', 'reopen']).toContain(one.kind);
          // What one person holds, another gets by being assigned only.
          if (before.state === 'open' && before.agentId && now.agentId && before.agentId !== now.agentId) {
            expect(one.kind).toBe('assign');
          }
          if (before.state === 'closed' && now.state === 'open') expect(one.kind).toBe('reopen');
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
