import type { EventName } from '../events/event.schema';
import { readEvents } from '../events/read-events';
import { inTransaction, type Tx } from '../platform/db';

const most = 2_000;

/** What an event makes count anew: its conversation, all conversations of its customer, or nothing. */
const counted = {
  'message.received': 'conversation',
  'turn.due': null,
  'turn.started': null,
  'turn.finished': 'conversation',
  'reply.posted': 'conversation',
  'note.posted': 'conversation',
  'handoff.made': 'conversation',
  'conversation.changed': 'conversation',
  'conversation.rated': 'conversation',
  'action.changed': 'conversation',
  'action.approved': null,
  'action.refused': null,
  'signal.received': null,
  'review.changed': 'conversation',
  'customer.changed': 'customer',
  'writing.kept': null,
  'notification.made': null,
  'alert.changed': null,
  'person.changed': null,
  'desk.changed': null,
  'intents.requested': null,
  'intents.trained': null,
  'intents.released': null,
  'intents.changed': null,
  'definition.changed': null,
  'tools.changed': null,
  'records.changed': null,
  'article.changed': null,
  'article.published': null,
  'import.requested': null,
  'import.confirmed': null,
  'import.changed': null,
  'history.requested': null,
  'history.changed': null,
} as const satisfies Record<EventName, 'conversation' | 'customer' | null>;

/**
 * Reads the log of events on from where it was read to, and notes which conversations are to be counted anew. Cursor and
 * notes commit together; of several workers one reads, the others pass. Answers whether there may be more.
 */
export async function markChanges(): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [state] = await tx.$queryRaw<{ xid: bigint; seq: bigint }[]>`
      SELECT xid, seq FROM "MetricState" WHERE id = 1 FOR UPDATE SKIP LOCKED`;
    if (!state) return false;
    const events = await readEvents(state, most);
    const last = events.at(-1);
    if (!last) return false;
    const of = (what: 'conversation' | 'customer') => events.filter(({ name }) => (counted[name] ?? null) === what);
    await noteConversations(
      tx,
      of('conversation').flatMap(({ conversationId }) => conversationId ?? []),
    );
    await noteCustomers(
      tx,
      of('customer').map(({ data }) => (data as { customerId: string }).customerId),
    );
    await tx.$executeRaw`UPDATE "MetricState" SET xid = ${last.xid}, seq = ${last.seq} WHERE id = 1`;
    return events.length === most;
  });
}

async function noteConversations(tx: Tx, ids: string[]): Promise<void> {
  const each = [...new Set(ids)];
  if (each.length > 0)
    await tx.$executeRaw`INSERT INTO "MetricChange" ("conversationId") SELECT unnest(${each}::uuid[])`;
}

async function noteCustomers(tx: Tx, ids: string[]): Promise<void> {
  const each = [...new Set(ids)];
  if (each.length > 0)
    await tx.$executeRaw`
      INSERT INTO "MetricChange" ("conversationId")
      SELECT id FROM "Conversation" WHERE "customerId" = ANY(${each}::uuid[])
      UNION SELECT id FROM "ConversationFact" WHERE "customerId" = ANY(${each}::uuid[])`;
}
