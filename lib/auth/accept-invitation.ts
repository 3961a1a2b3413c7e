import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { hashPassword, sha256 } from '../platform/crypto';
import { db, inTransaction, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { consume } from '../platform/limit';

export type OpenInvitation = { name: string; email: string; invitedBy: string; roleName: string };

const gone = () => new AppError('not_found', 'This invitation counts no more. Ask for a new one.');

/** Looked up by its hash: what is compared is not the secret, so that time tells nothing of it. */
const waiting = (token: string, now: Date) => ({
  tokenHash: sha256(token),
  acceptedAt: null,
  revokedAt: null,
  expiresAt: { gt: now },
});

async function assertNotTooOften(from: string): Promise<void> {
  if (!(await consume('invitation', from, { points: 30, seconds: 300 })))
    throw new AppError('rate_limited', 'Too many tries. Wait five minutes and try again.');
}

/** What an invitation says to whoever has its link; null when it counts no more, whatever the reason. */
export async function readInvitation(token: string, from: string, now = new Date()): Promise<OpenInvitation | null> {
  await assertNotTooOften(from);
  const invitation = await db().invitation.findFirst({ where: waiting(token, now) });
  if (!invitation) return null;
  const [by, custom] = await Promise.all([
    db().person.findUnique({ where: { id: invitation.invitedBy }, select: { name: true } }),
    invitation.customRoleId ? db().customRole.findUnique({ where: { id: invitation.customRoleId } }) : null,
  ]);
  return {
    name: invitation.name,
    email: invitation.email,
    invitedBy: by?.name ?? 'a colleague',
    roleName: custom?.name ?? invitation.role,
  };
}

/** Takes the place an invitation keeps, once. Answers the address to sign in with. Throws `not_found` when it counts no more. */
export async function acceptInvitation(
  { token, name, password }: { token: string; name: string; password: string },
  from: string,
  now = new Date(),
): Promise<{ email: string }> {
  await assertNotTooOften(from);
  const passwordHash = await hashPassword(password);
  try {
    return await inTransaction(async (tx) => {
      const invitation = await tx.invitation.findFirst({ where: waiting(token, now) });
      if (!invitation) throw gone();
      const taken = await tx.invitation.updateMany({
        where: { ...waiting(token, now), id: invitation.id },
        data: { acceptedAt: now },
      });
      if (taken.count === 0) throw gone();
      const { email, role, customRoleId } = invitation;
      const teams = await tx.team.findMany({ where: { id: { in: invitation.teamIds } }, select: { id: true } });
      const id = newId();
      await tx.person.create({
        data: {
          id,
          name,
          email,
          role,
          customRoleId,
          passwordHash,
          hue: hueOf(id),
          teams: { create: teams.map((team) => ({ teamId: team.id })) },
        },
      });
      await recordEvent(tx, 'person.changed', { personId: id });
      await appendAudit(tx, {
        actor: { kind: 'person', id },
        action: 'person.join',
        subject: { kind: 'person', id },
        after: { invitationId: invitation.id, email, role, customRoleId },
      });
      return { email };
    });
  } catch (error) {
    // Somebody with this address came another way meanwhile.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw gone();
    throw error;
  }
}

/** A colour of one's own, the same for good. */
const hueOf = (id: string): number => Number.parseInt(id.slice(-4), 16) % 360;
