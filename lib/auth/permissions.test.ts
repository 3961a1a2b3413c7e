import { describe, expect, it } from 'vitest';
import { may, type Permission, visibleTo } from './permissions';

const roles = ['agent', 'supervisor', 'admin'] as const;
const table: [Permission, boolean[]][] = [
  ['conversations.work', [true, true, true]],
  ['actions.approve', [false, true, true]],
  ['reviews.decide', [false, true, true]],
  ['knowledge.read', [true, true, true]],
  ['knowledge.edit', [false, true, true]],
  ['intents.read', [false, true, true]],
  ['intents.edit', [false, false, true]],
  ['desk.administer', [false, false, true]],
];

describe('may', () => {
  it.each(table)('%s', (permission, expected) => {
    expect(roles.map((role) => may({ role }, permission))).toEqual(expected);
  });
});

describe('visibleTo', () => {
  const person = { id: 'p', name: 'Ines', email: 'i@x.example', hue: 1, teamIds: ['a'] };
  it('shows an agent their teams’, their own and what no team has; others everything', () => {
    expect(visibleTo({ ...person, role: 'agent' })).toEqual({
      OR: [{ teamId: null }, { teamId: { in: ['a'] } }, { agentId: 'p' }],
    });
    expect(visibleTo({ ...person, role: 'supervisor' })).toEqual({});
  });
});
