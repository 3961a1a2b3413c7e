import type { RecordsSetting } from '../../lib/tools/records.schema';
import type { Presets } from '../../lib/tools/registry.schema';
import type { SubjectChoice } from '../../lib/tools/tool.schema';

/** Whose data the shop's tools take: the account, found by a verified address where a channel does not name it. */
export const shopSubject: SubjectChoice = {
  identity: 'account',
  lookup: {
    tool: 'customers.find',
    args: { email: 'email' },
    value: 'found.customer.id',
    name: 'found.customer.name',
    tier: 'found.customer.tier',
  },
};

/** What the shop does not say of its tools itself. What it no longer takes back it refuses, and says why. */
export const shopPresets: Presets = {
  'refunds.create': { risk: 'high', compensatedBy: { tool: 'refunds.reverse', args: { refund: 'result.refund.id' } } },
  'refunds.reverse': { risk: 'high' },
  'orders.cancel': { risk: 'high', compensatedBy: { tool: 'orders.reinstate', args: { order: 'args.order' } } },
  'orders.reinstate': { risk: 'medium' },
  'orders.change_address': {
    risk: 'medium',
    compensatedBy: {
      tool: 'orders.change_address',
      args: { order: 'args.order', address: 'result.order.previousAddress' },
    },
  },
  'deliveries.reschedule': {
    risk: 'low',
    compensatedBy: {
      tool: 'deliveries.reschedule',
      args: { order: 'args.order', date: 'result.delivery.previousEta.substring(0, 10)' },
    },
  },
  'returns.create': { risk: 'medium', compensatedBy: { tool: 'returns.cancel', args: { rma: 'result.return.rma' } } },
  'returns.cancel': { risk: 'low' },
  'subscriptions.pause': { risk: 'medium', compensatedBy: { tool: 'subscriptions.resume', args: {} } },
  'subscriptions.resume': { risk: 'medium' },
  'subscriptions.cancel': { risk: 'high', compensatedBy: { tool: 'subscriptions.reinstate', args: {} } },
  'subscriptions.reinstate': { risk: 'medium' },
  'subscriptions.change': {
    risk: 'medium',
    compensatedBy: { tool: 'subscriptions.change', args: { plan: 'result.previousPlan' } },
  },
  'accounts.send_password_reset': { risk: 'medium' },
  'accounts.change_email': { risk: 'high' },
  'invoices.send_copy': { risk: 'low' },
  'payments.retry': { risk: 'high' },
  'credits.create': { risk: 'high', compensatedBy: { tool: 'credits.void', args: { credit: 'result.credit.id' } } },
  'credits.void': { risk: 'high' },
};

export const shopRecords: RecordsSetting = {
  reads: {
    account: { tool: 'customers.get', args: {} },
    orders: { tool: 'orders.list', args: { limit: '5' } },
    membership: { tool: 'subscriptions.get', args: {} },
  },
  show: {
    since: 'has(account.customer.since) ? account.customer.since : null',
    ordersCount: 'account.customer.ordersCount',
    lifetimeCents: 'account.customer.lifetimeCents',
    orders:
      'orders.orders.map(o, {"number": o.number, "status": o.status, "totalCents": o.totalCents, "at": o.placedAt, "summary": o.items.join(", ")})',
    subscription: 'has(membership.subscription) ? membership.subscription : null',
  },
};
