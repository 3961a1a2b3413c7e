import { describe, expect, it } from 'vitest';
import { type Permission, permissionSchema } from './permission.schema';
import { may, permissionsOf, visibleTo } from './permissions';

const roles = ['agent', 'supervisor', 'admin'] as const;
const table: [Permission, boolean[]][] = [
  ['conversations.work', [true, true, true]],
  ['conversations.see_all', [false, true, true]],
  ['customers.edit', [true, true, true]],
  ['customers.merge', [false, true, true]],
  ['actions.approve', [false, true, true]],
  ['actions.approve_any', [false, false, true]],
  ['reviews.decide', [false, true, true]],
  ['metrics.read', [false, true, true]],
  ['privacy.reveal', [true, true, true]],
  ['knowledge.read', [true, true, true]],
  ['knowledge.edit', [false, true, true]],
  ['intents.read', [false, true, true]],
  ['intents.edit', [false, false, true]],
  ['desk.organise', [false, true, true]],
  ['people.manage', [false, false, true]],
  ['desk.administer', [false, false, true]],
];

describe('permissionsOf', () => {
  it.each(table)('%s', (permission, expected) => {
    expect(roles.map((role) => may({ permissions: permissionsOf(role, null) }, permission))).toEqual(expected);
  });

  it('is decided for every permission there is', () => {
    expect(table.map(([permission]) => permission)).toEqual(permissionSchema.options);
  });

  it.each<[string, string[], Permission[]]>([
    ['counts instead of the role', ['reviews.decide'], ['conversations.work', 'reviews.decide']],
    ['can be nothing but being here', [], ['conversations.work']],
    ['grants nothing by a name that is no permission', ['everything', '__proto__'], ['conversations.work']],
    [
      'says each once',
      ['conversations.work', 'knowledge.edit', 'knowledge.edit'],
      ['conversations.work', 'knowledge.edit'],
    ],
  ])('a custom role %s, even for an admin', (_, custom, expected) => {
    for (const role of roles) expect(permissionsOf(role, custom)).toEqual(expected);
  });
});

describe('visibleTo', () => {
  const person = { id: 'p', teamIds: ['a'] };
  const theirs = { OR: [{ teamId: null }, { teamId: { in: ['a'] } }, { agentId: 'p' }] };
  it('shows their teams’, their own and what no team has; everything with the permission', () => {
    expect(visibleTo({ ...person, permissions: permissionsOf('agent', null) })).toEqual(theirs);
    expect(visibleTo({ ...person, permissions: permissionsOf('supervisor', null) })).toEqual({});
    expect(visibleTo({ ...person, permissions: permissionsOf('admin', ['reviews.decide']) })).toEqual(theirs);
    expect(visibleTo({ ...person, permissions: permissionsOf('agent', ['conversations.see_all']) })).toEqual({});
  });
});
