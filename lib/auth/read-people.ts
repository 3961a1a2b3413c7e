import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { hasAll } from './decide-rights';
import { permissionSchema, roleSchema } from './permission.schema';
import { may, type PersonActor, permissionsOf } from './permissions';
import { type PeopleView, type RolesView, type TeamsView, workingHoursSchema } from './person.schema';
import { whyKept } from './save-team';

/** Who arranges the desk sees who is at it; who changes people does anyway. */
export const maySeePeople = (actor: PersonActor): boolean => may(actor, 'desk.organise') || may(actor, 'people.manage');

/** Everybody who works here, with what they hold now; to who manages people also who is invited. */
export async function readPeople(actor: PersonActor, now = new Date()): Promise<PeopleView> {
  if (!maySeePeople(actor)) throw new AppError('forbidden', 'Your role does not allow this.');
  const manages = may(actor, 'people.manage');
  const [people, loads, teams, skills, roles, invitations] = await Promise.all([
    db().person.findMany({
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      include: { customRole: true, teams: { include: { team: true }, orderBy: { team: { position: 'asc' } } } },
    }),
    db().conversation.groupBy({
      by: ['agentId'],
      where: { state: 'open', holder: 'agent', agentId: { not: null } },
      _count: true,
    }),
    db().team.findMany({ orderBy: { position: 'asc' }, select: { id: true, name: true } }),
    db().skill.findMany({ orderBy: { name: 'asc' }, select: { key: true, name: true } }),
    db().customRole.findMany({ orderBy: { name: 'asc' } }),
    manages
      ? db().invitation.findMany({
          where: { acceptedAt: null, revokedAt: null },
          orderBy: { createdAt: 'desc' },
          take: 200,
        })
      : [],
  ]);
  const names = new Map(people.map((person) => [person.id, person.name]));
  const held = new Map(loads.map((one) => [one.agentId, one._count]));
  return {
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      email: person.email,
      hue: person.hue,
      role: person.role,
      roleName: person.customRole?.name ?? person.role,
      customRoleId: person.customRoleId,
      teams: person.teams.map(({ team }) => ({ id: team.id, name: team.name })),
      skills: person.skills,
      languages: person.languages,
      capacity: person.capacity,
      load: held.get(person.id) ?? 0,
      // What cannot be read any more is as if nobody had said anything.
      workingHours: workingHoursSchema.safeParse(person.workingHours).data ?? null,
      available: person.available,
      lastSeenAt: person.lastSeenAt?.toISOString() ?? null,
      disabledAt: person.disabledAt?.toISOString() ?? null,
      mayManage:
        manages &&
        person.id !== actor.id &&
        hasAll(actor.permissions, permissionsOf(person.role, person.customRole?.permissions ?? null)),
    })),
    invitations: invitations
      // Too old ones are still shown for a week, to be renewed.
      .filter((one) => one.expiresAt.getTime() > now.getTime() - 7 * 86_400_000)
      .map((one) => ({
        id: one.id,
        name: one.name,
        email: one.email,
        roleName: roles.find((role) => role.id === one.customRoleId)?.name ?? one.role,
        teams: teams.flatMap((team) => (one.teamIds.includes(team.id) ? [team.name] : [])),
        invitedBy: names.get(one.invitedBy) ?? '',
        createdAt: one.createdAt.toISOString(),
        expiresAt: one.expiresAt.toISOString(),
      })),
    teams,
    skills,
    roles: roles.map(({ id, name }) => ({ id, name })),
  };
}

/** The roles there are, what each grants, and how many have it. */
export async function readRoles(actor: PersonActor): Promise<RolesView> {
  const [custom, people, promised] = await Promise.all([
    db().customRole.findMany({ orderBy: { name: 'asc' } }),
    db().person.findMany({ select: { id: true, role: true, customRoleId: true } }),
    db().invitation.groupBy({ by: ['customRoleId'], where: { acceptedAt: null, revokedAt: null }, _count: true }),
  ]);
  const own = people.find(({ id }) => id === actor.id)?.customRoleId;
  return {
    custom: custom.map(({ id, name, permissions }) => ({
      id,
      name,
      permissions: [...permissionsOf('agent', permissions)],
      used:
        people.filter((one) => one.customRoleId === id).length +
        (promised.find((one) => one.customRoleId === id)?._count ?? 0),
      mayChange: id !== own && hasAll(actor.permissions, permissionsOf('agent', permissions)),
    })),
    built: roleSchema.options.map((role) => ({
      role,
      permissions: permissionSchema.options.filter((one) => permissionsOf(role, null).includes(one)),
      used: people.filter((one) => one.role === role && one.customRoleId === null).length,
    })),
  };
}

/** The teams in their order, with who is in them and what waits in each, and the calendars they may work by. */
export async function readTeams(): Promise<TeamsView> {
  const teams = await db().team.findMany({
    orderBy: { position: 'asc' },
    include: {
      members: {
        where: { person: { disabledAt: null } },
        include: { person: { select: { id: true, name: true, hue: true, available: true } } },
        orderBy: { person: { name: 'asc' } },
      },
    },
  });
  const [calendars, kept, open] = await Promise.all([
    db().calendar.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
    whyKept(db(), teams),
    db().conversation.groupBy({
      by: ['teamId'],
      where: { state: 'open', holder: { in: ['queue', 'agent'] } },
      _count: true,
    }),
  ]);
  return {
    calendars,
    teams: teams.map(({ id, key, name, autoAssign, calendarId, members }) => ({
      ...{ id, key, name, autoAssign, calendarId },
      members: members.map(({ person }) => person),
      open: open.find((one) => one.teamId === id)?._count ?? 0,
      kept: kept.get(id) ?? null,
    })),
  };
}
