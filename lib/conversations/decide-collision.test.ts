import { describe, expect, it } from 'vitest';
import { decideCollision, wordCollision } from './decide-collision.schema';

const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 14, 0, second));
const ines = { id: 'i', name: 'Ines Roth', typing: true };
const kofi = { id: 'k', name: 'Kofi Mensah', typing: true };
const answer = (second: number, personId = 'i', name = 'Ines Roth') => ({ personId, name, at: at(second) });

describe('decideCollision', () => {
  const rows: [string, Omit<Parameters<typeof decideCollision>[0], 'meId'>, unknown][] = [
    ['nobody', { since: at(0), present: [], replies: [] }, null],
    ['oneself, writing', { since: at(0), present: [{ ...ines, id: 'me' }], replies: [] }, null],
    ['oneself, answering', { since: at(0), present: [], replies: [answer(5, 'me')] }, null],
    ['who only looks', { since: at(0), present: [{ ...ines, typing: false }], replies: [] }, null],
    ['who writes', { since: at(0), present: [ines], replies: [] }, { kind: 'writing', names: ['Ines'] }],
    [
      'two who write',
      { since: at(0), present: [ines, kofi], replies: [] },
      { kind: 'writing', names: ['Ines', 'Kofi'] },
    ],
    ['an answer before one began', { since: at(10), present: [], replies: [answer(5)] }, null],
    ['an answer at the same moment', { since: at(5), present: [], replies: [answer(5)] }, null],
    [
      'an answer since',
      { since: at(3), present: [], replies: [answer(5)] },
      { kind: 'answered', name: 'Ines', at: at(5).toISOString() },
    ],
    [
      'the newest of two',
      { since: at(3), present: [], replies: [answer(5), answer(9, 'k', 'Kofi Mensah')] },
      { kind: 'answered', name: 'Kofi', at: at(9).toISOString() },
    ],
    [
      'an answer before one who writes',
      { since: at(3), present: [kofi], replies: [answer(5)] },
      { kind: 'answered', name: 'Ines', at: at(5).toISOString() },
    ],
    ['an answer when the beginning is not known', { since: null, present: [], replies: [answer(5)] }, null],
  ];
  it.each(rows)('%s', (_, around, expected) => expect(decideCollision({ meId: 'me', ...around })).toEqual(expected));
});

describe('wordCollision', () => {
  it.each([
    [{ kind: 'writing' as const, names: ['Ines'] }, 'Ines is writing here too.'],
    [{ kind: 'writing' as const, names: ['Ines', 'Kofi'] }, 'Ines and Kofi are writing here too.'],
    [{ kind: 'answered' as const, name: 'Ines', at: at(0).toISOString() }, 'Ines answered 20 s ago.'],
  ])('%#', (collision, said) => expect(wordCollision(collision, at(20).getTime())).toBe(said));
  it('counts minutes from the first on, and is never in the future', () => {
    const collision = { kind: 'answered' as const, name: 'Ines', at: at(0).toISOString() };
    expect(wordCollision(collision, at(0).getTime() + 190_000)).toBe('Ines answered 3 min ago.');
    expect(wordCollision(collision, at(0).getTime() - 5_000)).toBe('Ines answered 1 s ago.');
  });
});
