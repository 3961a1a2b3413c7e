import type { CustomerRecords } from '../conversations/conversation.schema';
import { db } from '../platform/db';
import { readTool } from './read-tool';

type Order = { number: string; status: string; totalCents: number; placedAt: string; items: string[] };
type Shop = { customer: { since?: string; ordersCount: number; lifetimeCents: number } };
type Subscription = {
  subscription?: { plan: string; status: string; priceCents: number; interval: string; renewsAt?: string };
};

/** What the system of record knows of a customer, for the desk. Unknown and unavailable are answers, not errors. */
export async function readRecords(customerId: string): Promise<CustomerRecords> {
  const account = await db().identity.findFirst({ where: { customerId, kind: 'account', verifiedAt: { not: null } } });
  const connector = await db().connector.findFirst({
    where: { enabled: true },
    orderBy: { createdAt: 'asc' },
    select: { key: true },
  });
  if (!account || !connector) return { kind: 'unknown' };
  const call = (tool: string, args = {}) => readTool({ connector: connector.key, tool, args, subject: account.value });
  const [customer, orders, membership] = await Promise.all([
    call('customers.get'),
    call('orders.list', { limit: 5 }),
    call('subscriptions.get'),
  ]);
  for (const outcome of [customer, orders, membership]) {
    if (outcome.kind !== 'done') return { kind: 'unavailable', why: outcome.message };
  }
  const found = answerOf<Shop>(customer).customer;
  const { subscription } = answerOf<Subscription>(membership);
  return {
    kind: 'found',
    since: found.since ?? null,
    ordersCount: found.ordersCount,
    lifetimeCents: found.lifetimeCents,
    orders: answerOf<{ orders: Order[] }>(orders).orders.map(({ number, status, totalCents, placedAt, items }) => ({
      number,
      status,
      totalCents,
      at: placedAt,
      summary: items.join(', '),
    })),
    subscription: subscription ? { ...subscription, renewsAt: subscription.renewsAt ?? null } : null,
    readAt: new Date().toISOString(),
  };
}

function answerOf<T>(outcome: { kind: string; value?: unknown }): T {
  return outcome.value as T;
}
