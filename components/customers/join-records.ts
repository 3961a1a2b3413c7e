import type { CustomerRecords } from '@/lib/conversations/conversation.schema';
import type { TimelineEntry } from '@/lib/conversations/customer.schema';

type Found = Extract<CustomerRecords, { kind: 'found' }>;

export type ShownEntry = TimelineEntry | { kind: 'order'; id: string; at: string; order: Found['orders'][number] };

/**
 * One line of time out of what we have page by page and what the shop knows. While older pages are not read yet, what is
 * older than the last entry waits for them: otherwise it would stand at the end and then jump.
 */
export function joinRecords(
  entries: TimelineEntry[],
  records: CustomerRecords | undefined,
  complete: boolean,
): ShownEntry[] {
  if (records?.kind !== 'found') return entries;
  const end = complete ? '' : (entries.at(-1)?.at ?? '');
  const orders: ShownEntry[] = records.orders.map((order) => ({
    kind: 'order',
    id: `order ${order.number}`,
    at: new Date(order.at).toISOString(),
    order,
  }));
  return [...entries, ...orders.filter(({ at }) => at >= end)].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
