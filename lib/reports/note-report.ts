import { type Actor, appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import type { Tx } from '../platform/db';

type Note = { by: Actor; action: string; id: string; before?: unknown; after?: unknown };

/** Tells pages and the audit of a change, last in its transaction. */
export async function noteReport(tx: Tx, { by, action, id, before, after }: Note): Promise<void> {
  await recordEvent(tx, 'desk.changed', { what: 'reports' });
  await appendAudit(tx, { actor: by, action, subject: { kind: 'report', id }, before, after });
}
