import type { Tx } from '../platform/db';
import type { EventData, EventName } from './event.schema';

/**
 * Writes an event into the outbox of the caller's transaction, and rings once at its commit.
 * The bell carries no content: Postgres folds equal notifications of one transaction into one,
 * and whoever hears it reads on from where it was.
 */
export async function recordEvent<N extends EventName>(tx: Tx, name: N, data: EventData<N>): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "OutboxEvent" (name, "conversationId", data)
    VALUES (${name}, ${'conversationId' in data ? data.conversationId : null}::uuid, ${JSON.stringify(data)}::jsonb)`;
  await tx.$executeRaw`SELECT pg_notify('baton_events', '')`;
}
