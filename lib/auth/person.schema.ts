import { z } from 'zod';
import { permissionSchema, roleSchema } from './permission.schema';

/** What people see of each other in the settings, and what they may ask to be changed. Times are ISO strings. */
const id = z.uuid();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 09:00');

const timeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, 'is not a time zone');

/** Monday is 1. A day that is not named is free; a day may be named twice, around a break. */
export const workingHoursSchema = z.object({
  timeZone,
  days: z
    .array(
      z
        .object({ day: z.number().int().min(1).max(7), from: clock, to: clock })
        .refine(({ from, to }) => from < to, 'must end after it begins'),
    )
    .max(21),
});
export type WorkingHours = z.infer<typeof workingHoursSchema>;

const named = z.object({ id: z.string(), name: z.string() });

export const personRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  hue: z.number(),
  role: roleSchema,
  roleName: z.string(),
  customRoleId: z.string().nullable(),
  teams: z.array(named),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  capacity: z.number(),
  /** Open conversations in their hands now. */
  load: z.number(),
  workingHours: workingHoursSchema.nullable(),
  available: z.boolean(),
  lastSeenAt: z.string().nullable(),
  disabledAt: z.string().nullable(),
  /** Whether whoever asks may change this person's rights: nobody reaches above themselves. */
  mayManage: z.boolean(),
});
export type PersonRow = z.infer<typeof personRowSchema>;

export const invitationRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roleName: z.string(),
  teams: z.array(z.string()),
  invitedBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type InvitationRow = z.infer<typeof invitationRowSchema>;

export const customRoleSchema = z.object({
  id: z.string(),
  name: z.string(),
  permissions: z.array(permissionSchema),
  /** People and invitations that have it. */
  used: z.number(),
  /** Whoever asks has all of it, and it is not their own. */
  mayChange: z.boolean(),
});
export type CustomRoleView = z.infer<typeof customRoleSchema>;

export const rolesViewSchema = z.object({
  custom: z.array(customRoleSchema),
  /** What the roles that are always there grant, and to how many. */
  built: z.array(z.object({ role: roleSchema, permissions: z.array(permissionSchema), used: z.number() })),
});
export type RolesView = z.infer<typeof rolesViewSchema>;

export const teamViewSchema = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  autoAssign: z.boolean(),
  /** When it works; null is day and night. */
  calendarId: z.string().nullable(),
  members: z.array(z.object({ id: z.string(), name: z.string(), hue: z.number(), available: z.boolean() })),
  /** Open conversations of it, and why it cannot be deleted; null when it can. */
  open: z.number(),
  kept: z.string().nullable(),
});
export type TeamView = z.infer<typeof teamViewSchema>;
/** The teams in their order, and the calendars they may work by. */
export const teamsViewSchema = z.object({ teams: z.array(teamViewSchema), calendars: z.array(named) });
export type TeamsView = z.infer<typeof teamsViewSchema>;

export const peopleViewSchema = z.object({
  people: z.array(personRowSchema),
  invitations: z.array(invitationRowSchema),
  teams: z.array(named),
  skills: z.array(z.object({ key: z.string(), name: z.string() })),
  roles: z.array(named),
});
export type PeopleView = z.infer<typeof peopleViewSchema>;

const name = z.string().trim().min(1, 'must not be empty').max(100);
const ids = z.array(id).max(100);

export const personIdInput = z.object({ personId: id });

/** A role, or a set of one's own instead of it. */
export const rightsInput = z.object({ role: roleSchema, customRoleId: id.nullable() });
export type Rights = z.infer<typeof rightsInput>;

export const changeRightsInput = rightsInput.extend({ personId: id });

/** What is about the work, not about rights. Only what is named changes. */
export const changePersonInput = z.object({
  personId: id,
  name: name.optional(),
  teamIds: ids.optional(),
  skills: z.array(z.string().max(60)).max(100).optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, 'must be a language such as en'))
    .min(1, 'at least one')
    .max(20)
    .optional(),
  capacity: z.number().int().min(0).max(100).optional(),
  workingHours: workingHoursSchema.nullable().optional(),
});
export type ChangePerson = z.infer<typeof changePersonInput>;

export const inviteInput = rightsInput.extend({
  name,
  email: z.email('is not an email address').max(254).toLowerCase(),
  teamIds: ids,
});
export type Invite = z.infer<typeof inviteInput>;

export const invitationIdInput = z.object({ invitationId: id });

export const linkTokenSchema = z.string().regex(/^[A-Za-z0-9_.-]{20,200}$/);
export const newPasswordSchema = z.string().min(12, 'needs at least 12 characters').max(200);

export const acceptInput = z.object({ token: linkTokenSchema, name, password: newPasswordSchema });
export const resetInput = z.object({ token: linkTokenSchema, password: newPasswordSchema });

export const saveRoleInput = z.object({
  id: id.nullable(),
  name: z.string().trim().min(1, 'must not be empty').max(60),
  permissions: z.array(permissionSchema).max(50),
});
export const roleIdInput = z.object({ roleId: id });

export const saveTeamInput = z.object({
  id: id.nullable(),
  name: z.string().trim().min(1, 'must not be empty').max(60),
  autoAssign: z.boolean(),
  calendarId: id.nullable(),
  memberIds: ids,
});
export type SaveTeam = z.infer<typeof saveTeamInput>;
export const teamIdInput = z.object({ teamId: id });
/** All teams, in their new order. */
export const orderTeamsInput = z.object({ teamIds: ids.min(1) });

export const availabilityInput = z.object({ available: z.boolean() });
