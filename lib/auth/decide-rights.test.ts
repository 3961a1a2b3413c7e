import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRights, hasAll, type RightsRefusal, runsTheHouse } from './decide-rights';
import { type Permission, permissionSchema } from './permission.schema';
import { permissionsOf } from './permissions';

const admin = permissionsOf('admin', null);
const supervisor = permissionsOf('supervisor', null);
const agent = permissionsOf('agent', null);
const clerk: readonly Permission[] = ['conversations.work', 'people.manage'];

describe('decideRights', () => {
  type Row = [
    string,
    readonly Permission[],
    readonly Permission[],
    readonly Permission[] | null,
    boolean,
    RightsRefusal | null,
  ];
  it.each<Row>([
    ['an admin makes an agent a supervisor', admin, agent, supervisor, false, null],
    ['an admin disables another while more remain', admin, admin, null, true, null],
    ['an admin cannot disable the last of the others who run the house', admin, admin, null, false, 'last_admin'],
    ['nor make them an agent', admin, admin, agent, false, 'last_admin'],
    ['nor leave them people without the house', admin, admin, clerk, false, 'last_admin'],
    ['an admin stays an admin', admin, admin, admin, false, null],
    ['a clerk cannot touch an admin', clerk, admin, agent, true, 'above'],
    ['nor disable one', clerk, admin, null, true, 'above'],
    ['nor reach into the account of a supervisor', clerk, supervisor, supervisor, true, 'above'],
    ['nor give what they have not', clerk, clerk, agent, true, 'beyond'],
    ['a clerk gives what they have', clerk, ['conversations.work'], clerk, true, null],
  ])('%s', (_, by, of, wanted, others, expected) => {
    expect(decideRights({ id: 'a', permissions: by }, { id: 'b', permissions: of }, wanted, others)).toBe(expected);
  });

  it('never lets anybody change their own, whatever they have', () => {
    for (const by of [admin, supervisor, agent, clerk])
      for (const wanted of [admin, agent, null])
        expect(decideRights({ id: 'a', permissions: by }, { id: 'a', permissions: by }, wanted, true)).toBe('own');
  });

  it('ends with nobody above who gave it, and never without somebody who runs the house', () => {
    const some = fc.subarray([...permissionSchema.options]);
    fc.assert(
      fc.property(some, some, fc.option(some), fc.boolean(), (by, of, wanted, others) => {
        const refused = decideRights({ id: 'a', permissions: by }, { id: 'b', permissions: of }, wanted, others);
        if (refused) return;
        expect(hasAll(by, of)).toBe(true);
        expect(hasAll(by, wanted ?? [])).toBe(true);
        if (runsTheHouse(of)) expect(others || runsTheHouse(wanted ?? [])).toBe(true);
      }),
    );
  });
});
