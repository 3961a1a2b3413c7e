import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, chooseAgent } from './choose-agent';

const friday = new Date('2026-11-20T10:00:00Z');
const one = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  available: true,
  hours: null,
  load: 0,
  capacity: 4,
  skills: [],
  languages: ['en'],
  lastAssignedAt: null,
  ...more,
});
const any = { skills: [], language: null };
const hours = (from: string, to: string) => ({ timeZone: 'UTC', hours: [{ day: 5, from, to }] });

describe('chooseAgent', () => {
  it.each<[string, Candidate[], { skills: string[]; language: string | null }, string | null]>([
    ['nobody of nobody', [], any, null],
    ['who is there', [one('a', { available: false }), one('b')], any, 'b'],
    [
      'who works now',
      [one('a', { hours: hours('12:00', '18:00') }), one('b', { hours: hours('09:00', '17:00') })],
      any,
      'b',
    ],
    ['who has room', [one('a', { load: 4 }), one('b', { load: 3 })], any, 'b'],
    ['nobody when all are full', [one('a', { load: 4 }), one('b', { load: 9 })], any, null],
    ['nobody who is to have none', [one('a', { capacity: 0 })], any, null],
    ['who can do it', [one('a'), one('b', { skills: ['warranty'] })], { ...any, skills: ['warranty'] }, 'b'],
    [
      'nobody while who can do it is full',
      [one('a'), one('b', { skills: ['warranty'], load: 4 })],
      { ...any, skills: ['warranty'] },
      null,
    ],
    ['anybody when nobody ever can', [one('a')], { ...any, skills: ['warranty'] }, 'a'],
    ['who speaks the language', [one('a'), one('b', { languages: ['de'] })], { ...any, language: 'de' }, 'b'],
    ['anybody when nobody ever speaks it', [one('a')], { ...any, language: 'de' }, 'a'],
    [
      'the least busy for what they carry',
      [one('a', { load: 2, capacity: 4 }), one('b', { load: 3, capacity: 12 })],
      any,
      'b',
    ],
    [
      'who was given nothing the longest',
      [one('a', { lastAssignedAt: friday }), one('b', { lastAssignedAt: new Date(0) })],
      any,
      'b',
    ],
    ['who was never given anything', [one('a', { lastAssignedAt: new Date(1) }), one('b')], any, 'b'],
  ])('is %s', (_, team, wanted, id) => {
    expect(chooseAgent(team, wanted, friday)?.id ?? null).toBe(id);
  });

  const teams = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{3}$/),
      available: fc.boolean(),
      hours: fc.constantFrom(null, hours('09:00', '17:00'), hours('12:00', '17:00')),
      load: fc.nat(6),
      capacity: fc.nat(6),
      skills: fc.subarray(['warranty', 'billing']),
      languages: fc.subarray(['en', 'de'], { minLength: 1 }),
      lastAssignedAt: fc.option(fc.nat(3).map((n) => new Date(n))),
    }),
    { selector: (person) => person.id, maxLength: 8 },
  );
  const wants = fc.record({
    skills: fc.subarray(['warranty', 'billing']),
    language: fc.constantFrom(null, 'en', 'de'),
  });

  it('never gives to who has no room or is not there, does not depend on the order, and prefers nobody to the busier', () => {
    fc.assert(
      fc.property(teams, wants, (team, wanted) => {
        const chosen = chooseAgent(team, wanted, friday);
        expect(chooseAgent([...team].reverse(), wanted, friday)).toEqual(chosen);
        if (!chosen) return;
        expect(chosen.available && chosen.load < chosen.capacity).toBe(true);
        // Whoever else could have taken it in every way is no less busy.
        const alike = team.filter(
          (each) =>
            each.available &&
            each.load < each.capacity &&
            each.hours === chosen.hours &&
            chosen.skills.every((skill) => each.skills.includes(skill)) &&
            chosen.languages.every((language) => each.languages.includes(language)),
        );
        for (const each of alike)
          expect(chosen.load / chosen.capacity).toBeLessThanOrEqual(each.load / each.capacity + 1e-9);
      }),
    );
  });
});
