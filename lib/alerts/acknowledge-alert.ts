import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { databaseNow } from '../platform/clock';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Acknowledge, Silence } from './alert.schema';
import { tellAlert } from './tell-alert';

/** Somebody has it: from now on it reminds nobody. Once; who was first stays. Throws `not_found`, `conflict`. */
export async function acknowledgeAlert(person: PersonActor, { id, note }: Acknowledge): Promise<void> {
  await inTransaction(async (tx) => {
    await lockOpen(tx, id);
    const now = await databaseNow(tx);
    const { count } = await tx.alert.updateMany({
      where: { id, acknowledgedAt: null, endedAt: null },
      data: { acknowledgedAt: now, acknowledgedBy: person.id, note: note || null },
    });
    if (count === 0) throw new AppError('conflict', 'Somebody else has it already, or it is over.');
    await tellAlert(tx, id, 'acknowledged', now);
    // Who has it needs no line that says so.
    await tx.notification.updateMany({
      where: { personId: person.id, alertId: id, readAt: null },
      data: { readAt: now },
    });
    await recordEvent(tx, 'alert.changed', { alertId: id });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'alert.acknowledge',
      subject: { kind: 'alert', id },
      after: { note },
    });
  });
}

/** Keeps it from telling for so many minutes; zero lets it speak again. Throws `not_found`. */
export async function silenceAlert(person: PersonActor, { id, minutes }: Silence): Promise<void> {
  await inTransaction(async (tx) => {
    await lockOpen(tx, id);
    const until = minutes === 0 ? null : new Date((await databaseNow(tx)).getTime() + minutes * 60_000);
    await tx.alert.update({ where: { id }, data: { silencedUntil: until, silencedBy: until ? person.id : null } });
    await recordEvent(tx, 'alert.changed', { alertId: id });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'alert.silence',
      subject: { kind: 'alert', id },
      after: { minutes },
    });
  });
}

async function lockOpen(tx: Tx, id: string): Promise<void> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT id FROM "Alert" WHERE id = ${id}::uuid AND "endedAt" IS NULL FOR UPDATE`;
  if (rows.length === 0) throw new AppError('not_found', 'There is no such alert, or it is over.');
}
