import { recordEvent } from '../events/record-event';
import type { Tx } from '../platform/db';

const mostNamed = 3;

/** Tells every administrator what became of a system's tools; says nothing when there is nothing to say. */
export async function tellKeepers(tx: Tx, system: string, changes: string[]): Promise<void> {
  if (changes.length === 0) return;
  const more = changes.length - mostNamed;
  const says = `${system}: ${changes.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`.slice(
    0,
    300,
  );
  const admins = await tx.person.findMany({ where: { role: 'admin', disabledAt: null }, select: { id: true } });
  for (const { id: personId } of admins) {
    const { id } = await tx.notification.create({ data: { personId, kind: 'tools', says } });
    await recordEvent(tx, 'notification.made', { notificationId: id, personId });
  }
}
