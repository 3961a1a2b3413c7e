import { describe, expect, it } from 'vitest';
import { maySee } from './may-see';
import { permissionsOf } from './permissions';

const person = { id: 'p', teamIds: ['a', 'b'] };
const agent = { ...person, permissions: permissionsOf('agent', null) };

describe('maySee', () => {
  it.each([
    ['no team’s', { teamId: null, agentId: null }, true],
    ['their team’s', { teamId: 'b', agentId: null }, true],
    ['their team’s, with a colleague', { teamId: 'a', agentId: 'q' }, true],
    ['their own in another team', { teamId: 'c', agentId: 'p' }, true],
    ['another team’s', { teamId: 'c', agentId: null }, false],
    ['another team’s, with a colleague', { teamId: 'c', agentId: 'q' }, false],
    ['gone', null, false],
  ])('an agent: %s', (_, placement, expected) => expect(maySee(agent, placement)).toBe(expected));
  it.each(['supervisor', 'admin'] as const)('a %s sees everything', (role) => {
    expect(maySee({ ...person, permissions: permissionsOf(role, null) }, { teamId: 'c', agentId: 'q' })).toBe(true);
    expect(maySee({ ...person, permissions: permissionsOf(role, null) }, null)).toBe(true);
  });
});
