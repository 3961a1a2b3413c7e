import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonActor, permissionsOf } from '../auth/permissions';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let invite: typeof import('../auth/invite-person');
let accepting: typeof import('../auth/accept-invitation');
let links: typeof import('../auth/password-link');
let roles: typeof import('../auth/save-role');
let teams: typeof import('../auth/save-team');
let changePerson: typeof import('../auth/change-person').changePerson;
let changeRights: typeof import('../auth/change-rights').changeRights;
let enablePerson: typeof import('../auth/enable-person').enablePerson;
let signOut: typeof import('../auth/sign-out-person').signOutPerson;
let disablePerson: typeof import('./disable-person').disablePerson;
let readPeople: typeof import('../auth/read-people').readPeople;
let checkPassword: typeof import('../auth/check-password').checkPassword;

beforeAll(async () => {
  desk = await openTestDatabase();
  invite = await import('../auth/invite-person');
  accepting = await import('../auth/accept-invitation');
  links = await import('../auth/password-link');
  roles = await import('../auth/save-role');
  teams = await import('../auth/save-team');
  ({ changePerson } = await import('../auth/change-person'));
  ({ changeRights } = await import('../auth/change-rights'));
  ({ enablePerson } = await import('../auth/enable-person'));
  ({ signOutPerson: signOut } = await import('../auth/sign-out-person'));
  ({ disablePerson } = await import('./disable-person'));
  ({ readPeople } = await import('../auth/read-people'));
  ({ checkPassword } = await import('../auth/check-password'));
});
afterAll(() => desk?.close());

const forbidden = { code: 'forbidden' };
const notFound = { code: 'not_found' };
const password = 'a long enough sentence';
const agentRole = { role: 'agent', customRoleId: null } as const;
const adminRole = { role: 'admin', customRoleId: null } as const;
const tokenOf = (link: { url: string }) => link.url.split('/').at(-1)!;
const here = () => randomUUID();
const audited = (action: string, id: string) => desk.db.auditEntry.count({ where: { action, subjectId: id } });

async function hire(role: PersonActor['role'], custom: string[] | null = null): Promise<PersonActor> {
  const id = randomUUID();
  const customRoleId = custom ? randomUUID() : null;
  if (customRoleId) await desk.db.customRole.create({ data: { id: customRoleId, name: id, permissions: custom! } });
  const email = `${id}@desk.example`;
  await desk.db.person.create({
    data: { id, name: `Ida ${id.slice(0, 4)}`, email, role, customRoleId, passwordHash: 'x' },
  });
  const permissions = permissionsOf(role, custom);
  return { id, name: 'Ida', email, role, roleName: role, permissions, hue: 1, teamIds: [], available: true };
}

describe('an invitation', () => {
  const ask = (more = {}) => ({
    name: 'Lea Winter',
    email: `${randomUUID()}@new.example`,
    teamIds: [desk.teams.billing!],
    ...agentRole,
    ...more,
  });

  it('makes a person of one who has its link, once, of ten at once', async () => {
    const wanted = ask();
    const link = await invite.invitePerson(desk.people.admin, wanted);
    expect(JSON.stringify(await desk.db.invitation.findMany())).not.toContain(tokenOf(link));
    expect(await accepting.readInvitation(tokenOf(link), here())).toMatchObject({
      email: wanted.email,
      invitedBy: 'Nora Feld',
    });
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        accepting.acceptInvitation({ token: tokenOf(link), name: 'Lea', password }, here()),
      ),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject(notFound);
    const made = await checkPassword(wanted.email, password, here());
    expect(made).toMatchObject({ name: 'Lea', role: 'agent' });
    expect(await desk.db.teamMember.findMany({ where: { personId: made!.id } })).toEqual([
      { personId: made!.id, teamId: desk.teams.billing },
    ]);
    expect(await accepting.readInvitation(tokenOf(link), here())).toBeNull();
    expect(await audited('person.join', made!.id)).toBe(1);
  });

  it('counts no more when it is too old, withdrawn, renewed, asked anew, or its maker is shut out', async () => {
    const late = await invite.invitePerson(desk.people.admin, ask(), new Date(Date.now() - 8 * 86_400_000));
    const withdrawn = await invite.invitePerson(desk.people.admin, ask());
    await invite.revokeInvitation(desk.people.admin, withdrawn.invitationId);
    const renewed = await invite.invitePerson(desk.people.admin, ask());
    const fresh = await invite.renewInvitation(desk.people.admin, renewed.invitationId);
    const twice = ask();
    const first = await invite.invitePerson(desk.people.admin, twice);
    await invite.invitePerson(desk.people.admin, twice);
    const maker = await hire('admin');
    const orphan = await invite.invitePerson(maker, ask());
    await disablePerson(desk.people.admin, maker.id);
    for (const link of [late, withdrawn, renewed, first, orphan]) {
      expect(await accepting.readInvitation(tokenOf(link), here())).toBeNull();
      await expect(
        accepting.acceptInvitation({ token: tokenOf(link), name: 'X', password }, here()),
      ).rejects.toMatchObject(notFound);
    }
    expect(await accepting.readInvitation(tokenOf(fresh), here())).not.toBeNull();
    await expect(invite.renewInvitation(desk.people.admin, withdrawn.invitationId)).rejects.toMatchObject(notFound);
  });

  it('gives nobody more than its maker has, and nobody here a second account', async () => {
    const clerk = await hire('agent', ['people.manage']);
    await expect(invite.invitePerson(clerk, ask(adminRole))).rejects.toMatchObject(forbidden);
    await expect(invite.invitePerson(clerk, ask())).rejects.toMatchObject(forbidden);
    const wide = await invite.invitePerson(desk.people.admin, ask(adminRole));
    await expect(invite.renewInvitation(clerk, wide.invitationId)).rejects.toMatchObject(forbidden);
    await expect(
      invite.invitePerson(desk.people.admin, ask({ email: desk.people.agents[0].email })),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is not guessed: after thirty tries from one place none is heard', async () => {
    const from = here();
    for (let count = 0; count < 30; count++) expect(await accepting.readInvitation(randomUUID(), from)).toBeNull();
    await expect(accepting.readInvitation(randomUUID(), from)).rejects.toMatchObject({ code: 'rate_limited' });
  });
});

describe('shutting somebody out', () => {
  it('gives back what they hold with a line in each, ends their sessions, and lets them in again', async () => {
    const kim = await hire('agent');
    const held = { holder: 'agent', agentId: kim.id, teamId: desk.teams.billing } as const;
    const [first, second, solved] = [
      await desk.conversation(held),
      await desk.conversation(held),
      await desk.conversation({ ...held, state: 'closed' }),
    ];
    expect(await disablePerson(desk.people.admin, kim.id)).toEqual({ released: 2 });
    for (const { id } of [first, second]) {
      const now = await desk.db.conversation.findUniqueOrThrow({ where: { id }, include: { messages: true } });
      expect(now).toMatchObject({ holder: 'queue', agentId: null, teamId: desk.teams.billing, state: 'open' });
      expect(now.waitingSince).not.toBeNull();
      expect(now.messages).toMatchObject([{ kind: 'event', text: 'Ida is no longer here: back in the queue' }]);
    }
    expect(await desk.db.conversation.findUnique({ where: { id: solved.id } })).toMatchObject({ agentId: kim.id });
    const out = await desk.db.person.findUniqueOrThrow({ where: { id: kim.id } });
    expect(out).toMatchObject({ sessionVersion: 2, available: false });
    expect(out.disabledAt).not.toBeNull();
    expect(
      await desk.db.outboxEvent.count({ where: { name: 'person.changed', data: { equals: { personId: kim.id } } } }),
    ).toBe(1);
    await enablePerson(desk.people.admin, kim.id);
    expect(await desk.db.person.findUnique({ where: { id: kim.id } })).toMatchObject({ disabledAt: null });
    expect([await audited('person.disable', kim.id), await audited('person.enable', kim.id)]).toEqual([1, 1]);
  });

  it('never leaves the house without somebody to run it, when two demote each other at once', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = [await hire('admin'), await hire('admin')];
      await desk.db.person.updateMany({
        where: { role: 'admin', id: { notIn: [one.id, other.id] } },
        data: { disabledAt: new Date() },
      });
      const tries = await Promise.allSettled([
        changeRights(one, { personId: other.id, ...agentRole }),
        disablePerson(other, one.id),
      ]);
      expect(tries.filter((done) => done.status === 'fulfilled')).toHaveLength(1);
      expect(tries.find((done) => done.status === 'rejected')?.reason).toMatchObject(forbidden);
      expect(await desk.db.person.count({ where: { role: 'admin', disabledAt: null, customRoleId: null } })).toBe(1);
    }
    await desk.db.person.update({ where: { id: desk.people.admin.id }, data: { disabledAt: null } });
  });
});

describe('rights', () => {
  it('are refused to whoever reaches above or towards themselves', async () => {
    const clerk = await hire('agent', ['people.manage']);
    const { admin, supervisor } = desk.people;
    const tries: [string, () => Promise<unknown>][] = [
      ['an admin raises themselves', () => changeRights(admin, { personId: admin.id, ...agentRole })],
      ['an admin disables themselves', () => disablePerson(admin, admin.id)],
      ['a clerk makes themselves an admin', () => changeRights(clerk, { personId: clerk.id, ...adminRole })],
      ['a clerk disables an admin', () => disablePerson(clerk, admin.id)],
      ['a clerk signs an admin out', () => signOut(clerk, admin.id)],
      ['a clerk takes an admin’s password', () => links.makePasswordLink(clerk, admin.id)],
      ['a clerk takes a supervisor’s password', () => links.makePasswordLink(clerk, supervisor.id)],
      ['a clerk enables above themselves', () => enablePerson(clerk, supervisor.id)],
      [
        'a clerk makes a role above',
        () => roles.saveRole(clerk, { id: null, name: randomUUID(), permissions: ['desk.administer'] }),
      ],
      [
        'a clerk lets themselves into a team',
        () => changePerson(clerk, { personId: clerk.id, teamIds: [desk.teams.billing!] }),
      ],
      [
        'a clerk makes a team of everything',
        () =>
          teams.saveTeam(clerk, {
            id: desk.teams.billing!,
            name: 'Billing',
            autoAssign: false,
            calendarId: null,
            memberIds: [clerk.id],
          }),
      ],
      [
        'a supervisor, who may not at all',
        () => changeRights(supervisor, { personId: desk.people.agents[0].id, ...agentRole }),
      ],
      ['an agent, who may not at all', () => disablePerson(desk.people.agents[0], desk.people.agents[1].id)],
      ['an agent reads the people', () => readPeople(desk.people.agents[0])],
    ];
    for (const [who, attempt] of tries) await expect(attempt(), who).rejects.toMatchObject(forbidden);
    expect(await desk.db.person.findUnique({ where: { id: clerk.id } })).toMatchObject({ role: 'agent' });
  });

  it('of a role of one’s own hold for whoever has it, and the role stays while somebody does', async () => {
    const { roleId } = await roles.saveRole(desk.people.admin, {
      id: null,
      name: 'Reviewer',
      permissions: ['reviews.decide'],
    });
    const kim = await hire('agent');
    await changeRights(desk.people.admin, { personId: kim.id, role: 'agent', customRoleId: roleId });
    const row = (await readPeople(desk.people.admin)).people.find(({ id }) => id === kim.id);
    expect(row).toMatchObject({ roleName: 'Reviewer', mayManage: true });
    await expect(roles.deleteRole(desk.people.admin, roleId)).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      roles.saveRole(
        { ...kim, permissions: permissionsOf('admin', null) },
        { id: roleId, name: 'Mine', permissions: [] },
      ),
    ).rejects.toMatchObject(forbidden);
    await expect(
      roles.saveRole(desk.people.admin, { id: null, name: 'Reviewer', permissions: [] }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await changeRights(desk.people.admin, { personId: kim.id, ...agentRole });
    await roles.deleteRole(desk.people.admin, roleId);
    expect(await desk.db.customRole.findUnique({ where: { id: roleId } })).toBeNull();
    expect(await audited('role.delete', roleId)).toBe(1);
  });
});

describe('a link for a new password', () => {
  it('counts once, for a day, and not after a sign-out everywhere', async () => {
    const kim = await hire('agent');
    const make = async (now?: Date) => tokenOf(await links.makePasswordLink(desk.people.admin, kim.id, now));
    const [token, beside] = [await make(), await make()];
    expect(await links.findPasswordLink(token)).toMatchObject({ id: kim.id });
    const [id, expires, proof] = token.split('.');
    for (const changed of [
      [desk.people.admin.id, expires, proof],
      [id, String(Number(expires) + 1), proof],
      [id, expires, `${proof!.slice(0, -2)}AA`],
      [id, expires, ''],
      [randomUUID(), expires, proof],
    ])
      expect(await links.findPasswordLink(changed.join('.'))).toBeNull();
    const late = await make(new Date(Date.now() - 25 * 3_600_000));
    expect(await links.findPasswordLink(late)).toBeNull();
    expect(await links.setPassword({ token, password }, here())).toEqual({ email: kim.email });
    expect(await checkPassword(kim.email, password, here())).toMatchObject({ id: kim.id, sessionVersion: 2 });
    for (const used of [token, beside])
      await expect(links.setPassword({ token: used, password }, here())).rejects.toMatchObject(notFound);
    const next = await make();
    await signOut(desk.people.admin, kim.id);
    expect(await links.findPasswordLink(next)).toBeNull();
  });
});

describe('teams', () => {
  it('are made, ordered, and deleted only when nothing is left in them', async () => {
    const { teamId } = await teams.saveTeam(desk.people.admin, {
      id: null,
      name: 'Färben & Flicken',
      autoAssign: true,
      calendarId: null,
      memberIds: [desk.people.agents[0].id],
    });
    expect(await desk.db.team.findUnique({ where: { id: teamId } })).toMatchObject({
      key: 'fa-rben-flicken',
      autoAssign: true,
      position: 4,
    });
    const refused = { code: 'conflict' };
    await expect(teams.deleteTeam(desk.people.admin, teamId)).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('1 member'),
    });
    await teams.saveTeam(desk.people.admin, {
      ...{ id: teamId, name: 'Repairs', autoAssign: false, calendarId: null, memberIds: [] },
    });
    const { id } = await desk.conversation({ teamId, state: 'closed' });
    await expect(teams.deleteTeam(desk.people.admin, teamId)).rejects.toMatchObject(refused);
    await desk.db.conversation.update({ where: { id }, data: { teamId: null } });
    const all = (await desk.db.team.findMany({ orderBy: { position: 'desc' } })).map((team) => team.id);
    await teams.orderTeams(desk.people.admin, all);
    expect((await desk.db.team.findMany({ orderBy: { position: 'asc' } })).map((team) => team.id)).toEqual(all);
    await teams.deleteTeam(desk.people.admin, teamId);
    expect(await desk.db.team.findUnique({ where: { id: teamId } })).toBeNull();
  });

  it('work by a calendar, which cannot be deleted meanwhile', async () => {
    const { admin } = desk.people;
    const promises = await import('./arrange-promises');
    const hours = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }));
    const named = { name: 'Berlin', timeZone: 'Europe/Berlin', hours, holidays: [] };
    const { id: calendarId } = await promises.saveCalendar(admin, named);
    const night = { id: null, name: 'Night desk', autoAssign: false, memberIds: [] };
    const { teamId } = await teams.saveTeam(admin, { ...night, calendarId });
    const { readTeams } = await import('../auth/read-people');
    const view = await readTeams();
    expect(view.calendars).toEqual([{ id: calendarId, name: 'Berlin' }]);
    expect(view.teams.find(({ id }) => id === teamId)).toMatchObject({ calendarId });
    expect(await promises.listCalendars()).toMatchObject([{ id: calendarId, usedBy: ['Night desk'] }]);
    await expect(promises.deleteCalendar(admin, calendarId)).rejects.toMatchObject({
      code: 'conflict',
      message: 'The team “Night desk” works by it.',
    });
    await expect(teams.saveTeam(admin, { ...night, id: teamId, calendarId: randomUUID() })).rejects.toMatchObject({
      code: 'not_found',
    });
    await teams.saveTeam(admin, { ...night, id: teamId, calendarId: null });
    await promises.deleteCalendar(admin, calendarId);
    expect(await promises.listCalendars()).toEqual([]);
    await teams.deleteTeam(admin, teamId);
  });
});
