import { plans } from './plans';
import type { CustomerRow, ShopRows, SubscriptionStatus } from './rows';

const day = 86_400_000;

export interface MembershipPlan {
  customer: CustomerRow;
  status: SubscriptionStatus;
  /** How long ago the current year was billed, in days. */
  billedDaysAgo: number;
  years: number;
  /** What the card was charged for the last invoice, when that is not what the invoice says. */
  chargedCents?: number;
  /** Why the last charge failed. */
  failure?: 'insufficient_funds' | 'card_expired';
}

/** Adds a membership with one invoice and one charge a year. Returns the last invoice's number, if there is any. */
export function expandMembership(rows: ShopRows, plan: MembershipPlan, now: Date): string | undefined {
  const { customer, status } = plan;
  const tier = customer.tier;
  if (!tier) return undefined;
  const priceCents = plans[tier].priceCents;
  const billedAt = new Date(now.getTime() - plan.billedDaysAgo * day);
  const renewsAt = yearsLater(billedAt, 1);
  rows.subscriptions.push({
    id: `sub_${customer.id.slice(4)}`,
    customer: customer.id,
    plan: tier,
    status,
    price_cents: priceCents,
    renews_at: status === 'ended' ? null : renewsAt,
    paused_until: status === 'paused' ? new Date(now.getTime() + 45 * day) : null,
    ends_at: status === 'ended' ? new Date(now.getTime() - 20 * day) : null,
    started_at: yearsLater(billedAt, -plan.years),
  });
  if (priceCents === 0) return undefined;

  let last: string | undefined;
  for (let yearsAgo = plan.years; yearsAgo >= 0; yearsAgo -= 1) {
    const issuedAt = yearsLater(billedAt, -yearsAgo);
    const isLast = yearsAgo === 0;
    last = `INV-7${String(rows.invoices.length + 1).padStart(5, '0')}`;
    rows.invoices.push({
      number: last,
      customer: customer.id,
      order_number: null,
      issued_at: issuedAt,
      invoiced_cents: priceCents,
      description: `${tier} membership, one year`,
    });
    rows.payments.push({
      id: `pay_${last.slice(4)}`,
      customer: customer.id,
      invoice: last,
      order_number: null,
      amount_cents: (isLast ? plan.chargedCents : undefined) ?? priceCents,
      status: isLast && plan.failure ? 'failed' : 'captured',
      failure: isLast ? (plan.failure ?? null) : null,
      brand: customer.card_brand,
      last4: customer.card_last4,
      at: issuedAt,
    });
  }
  return last;
}

function yearsLater(at: Date, years: number): Date {
  const moved = new Date(at);
  moved.setUTCFullYear(moved.getUTCFullYear() + years);
  return moved;
}
