import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { randomToken, sha256 } from '../platform/crypto';
import { inTransaction, type Tx } from '../platform/db';
import { env } from '../platform/env';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { consume } from '../platform/limit';
import { hasAll } from './decide-rights';
import { readRights } from './guard-person';
import type { PersonActor } from './permissions';
import type { Invite, Rights } from './person.schema';

const days = 7;

/** The link is shown this once: only its hash is kept. */
export type Link = { invitationId: string; url: string; expiresAt: string };

/** Invites somebody by a link to be passed on. An earlier one to the same address counts no more. */
export async function invitePerson(actor: PersonActor, invite: Invite, now = new Date()): Promise<Link> {
  if (!(await consume('invite', actor.id, { points: 60, seconds: 3_600 })))
    throw new AppError('rate_limited', 'That is a lot of invitations. Wait an hour and go on.');
  const { email, name, role, customRoleId } = invite;
  const teamIds = [...new Set(invite.teamIds)];
  return inTransaction(async (tx) => {
    await assertMayGive(tx, actor, { role, customRoleId });
    if (await tx.person.findUnique({ where: { email } }))
      throw new AppError('conflict', 'email: somebody with this address is here already.');
    const teams = await tx.team.count({ where: { id: { in: teamIds } } });
    if (teams !== teamIds.length) throw new AppError('not_found', 'teamIds: there is no such team any more.');
    await tx.invitation.updateMany({
      where: { email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const link = newLink(now);
    await tx.invitation.create({
      data: {
        id: link.invitationId,
        email,
        name,
        role,
        customRoleId,
        teamIds,
        tokenHash: link.tokenHash,
        invitedBy: actor.id,
        expiresAt: link.expires,
      },
    });
    await tell(tx, actor, 'person.invite', link.invitationId, { email, role, customRoleId, teamIds });
    return shown(link);
  });
}

/** A new link for an invitation that waits; the old one counts no more, and it is now of who renewed it. */
export async function renewInvitation(actor: PersonActor, invitationId: string, now = new Date()): Promise<Link> {
  return inTransaction(async (tx) => {
    const invitation = await lockWaiting(tx, invitationId);
    await assertMayGive(tx, actor, invitation);
    const link = newLink(now, invitationId);
    await tx.invitation.update({
      where: { id: invitationId },
      data: { tokenHash: link.tokenHash, expiresAt: link.expires, invitedBy: actor.id },
    });
    await tell(tx, actor, 'person.invite_again', invitationId);
    return shown(link);
  });
}

export async function revokeInvitation(actor: PersonActor, invitationId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await lockWaiting(tx, invitationId);
    await tx.invitation.update({ where: { id: invitationId }, data: { revokedAt: new Date() } });
    await tell(tx, actor, 'person.invite_revoke', invitationId);
  });
}

async function lockWaiting(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT id FROM "Invitation" WHERE id = ${id}::uuid FOR UPDATE`;
  const invitation = await tx.invitation.findFirst({ where: { id, acceptedAt: null, revokedAt: null } });
  if (!invitation) throw new AppError('not_found', 'This invitation was taken or withdrawn meanwhile.');
  return invitation;
}

async function assertMayGive(tx: Tx, actor: PersonActor, rights: Rights): Promise<void> {
  if (!hasAll(actor.permissions, await readRights(tx, rights)))
    throw new AppError('forbidden', 'You cannot give what you may not do yourself.');
}

type NewLink = { invitationId: string; token: string; tokenHash: string; expires: Date };

function newLink(now: Date, invitationId = newId()): NewLink {
  const token = randomToken(32);
  return { invitationId, token, tokenHash: sha256(token), expires: new Date(now.getTime() + days * 86_400_000) };
}

const shown = ({ invitationId, token, expires }: NewLink): Link => ({
  invitationId,
  url: `${env().BATON_URL}/invitation/${token}`,
  expiresAt: expires.toISOString(),
});

async function tell(tx: Tx, actor: PersonActor, action: string, invitationId: string, after?: object): Promise<void> {
  await recordEvent(tx, 'person.changed', { personId: actor.id });
  await appendAudit(tx, {
    actor: { kind: 'person', id: actor.id },
    action,
    subject: { kind: 'invitation', id: invitationId },
    after,
  });
}
