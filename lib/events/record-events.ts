import type { Tx } from '../platform/db';
import { type EventData, type EventName, eventSchemas } from './event.schema';

/** Many events of one name that belong to no conversation, in two statements; otherwise as `recordEvent`. */
export async function recordEvents<N extends EventName>(tx: Tx, name: N, data: readonly EventData<N>[]): Promise<void> {
  if (data.length === 0) return;
  const checked = data.map((one) => eventSchemas[name].parse(one));
  await tx.$executeRaw`
    INSERT INTO "OutboxEvent" (name, data)
    SELECT ${name}, one FROM jsonb_array_elements(${JSON.stringify(checked)}::jsonb) AS one`;
  await tx.$executeRaw`SELECT pg_notify('baton_events', '')`;
}
