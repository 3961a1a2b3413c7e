'use server';

import { changePerson } from '@/lib/auth/change-person';
import { changeRights } from '@/lib/auth/change-rights';
import { enablePerson } from '@/lib/auth/enable-person';
import { invitePerson, renewInvitation, revokeInvitation } from '@/lib/auth/invite-person';
import { makePasswordLink } from '@/lib/auth/password-link';
import {
  availabilityInput,
  changePersonInput,
  changeRightsInput,
  invitationIdInput,
  inviteInput,
  orderTeamsInput,
  personIdInput,
  roleIdInput,
  saveRoleInput,
  saveTeamInput,
  teamIdInput,
} from '@/lib/auth/person.schema';
import { deleteRole, saveRole } from '@/lib/auth/save-role';
import { deleteTeam, orderTeams, saveTeam } from '@/lib/auth/save-team';
import { setAvailability } from '@/lib/auth/set-availability';
import { signOutPerson } from '@/lib/auth/sign-out-person';
import { disablePerson } from '@/lib/conversations/disable-person';
import { personAction } from '@/lib/http/action';

const permission = 'people.manage' as const;

const inviting = personAction({ permission, input: inviteInput }, (actor, input) => invitePerson(actor, input));
const renewing = personAction({ permission, input: invitationIdInput }, (actor, { invitationId }) =>
  renewInvitation(actor, invitationId),
);
const revoking = personAction({ permission, input: invitationIdInput }, (actor, { invitationId }) =>
  revokeInvitation(actor, invitationId),
);
const changing = personAction({ permission, input: changePersonInput }, changePerson);
const givingRights = personAction({ permission, input: changeRightsInput }, changeRights);
const disabling = personAction({ permission, input: personIdInput }, (actor, { personId }) =>
  disablePerson(actor, personId),
);
const enabling = personAction({ permission, input: personIdInput }, (actor, { personId }) =>
  enablePerson(actor, personId),
);
const signingOut = personAction({ permission, input: personIdInput }, (actor, { personId }) =>
  signOutPerson(actor, personId),
);
const linking = personAction({ permission, input: personIdInput }, (actor, { personId }) =>
  makePasswordLink(actor, personId),
);
const savingRole = personAction({ permission, input: saveRoleInput }, saveRole);
const deletingRole = personAction({ permission, input: roleIdInput }, (actor, { roleId }) => deleteRole(actor, roleId));
const savingTeam = personAction({ permission, input: saveTeamInput }, saveTeam);
const deletingTeam = personAction({ permission, input: teamIdInput }, (actor, { teamId }) => deleteTeam(actor, teamId));
const ordering = personAction({ permission, input: orderTeamsInput }, (actor, { teamIds }) =>
  orderTeams(actor, teamIds),
);
const comingAndGoing = personAction(
  { permission: 'conversations.work', input: availabilityInput },
  (actor, { available }) => setAvailability(actor, available),
);

export async function invite(input: unknown) {
  return inviting(input);
}
export async function renew(input: unknown) {
  return renewing(input);
}
export async function revoke(input: unknown) {
  return revoking(input);
}
export async function changeWork(input: unknown) {
  return changing(input);
}
export async function giveRights(input: unknown) {
  return givingRights(input);
}
export async function disable(input: unknown) {
  return disabling(input);
}
export async function enable(input: unknown) {
  return enabling(input);
}
export async function signOutEverywhere(input: unknown) {
  return signingOut(input);
}
export async function passwordLink(input: unknown) {
  return linking(input);
}
export async function keepRole(input: unknown) {
  return savingRole(input);
}
export async function removeRole(input: unknown) {
  return deletingRole(input);
}
export async function keepTeam(input: unknown) {
  return savingTeam(input);
}
export async function removeTeam(input: unknown) {
  return deletingTeam(input);
}
export async function arrangeTeams(input: unknown) {
  return ordering(input);
}
export async function setOwnAvailability(input: { available: boolean }) {
  return comingAndGoing(input);
}
