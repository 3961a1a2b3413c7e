import type { Visit } from '../http/routes';
import { loadOrders, type OrderFacts, paymentStatus, refundableCents } from '../tools/load-order';
import { showDay, showFullDay, showMoney } from './format';
import { html, type Markup } from './html';
import { showPage } from './layout';
import type { Visitor } from './session';

const statusWords: Record<string, string> = {
  processing: 'Being packed',
  shipped: 'On its way',
  delayed: 'Held by storm',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  returned: 'Returned',
};

export async function showAccount(visit: Visit): Promise<void> {
  await showPage(visit, async (visitor) => {
    if (!visitor) return { title: 'My orders', body: signedOut() };
    const { pool } = visit.shop;
    const orders = await loadOrders(pool, visitor.id, 20);
    const membership = await pool.query<{
      plan: string;
      status: string;
      renews_at: Date | null;
      paused_until: Date | null;
      ends_at: Date | null;
    }>('SELECT plan, status, renews_at, paused_until, ends_at FROM subscriptions WHERE customer = $1', [visitor.id]);
    const credit = await pool.query<{ cents: number }>(
      "SELECT coalesce(sum(amount_cents), 0)::int AS cents FROM credits WHERE customer = $1 AND status = 'issued'",
      [visitor.id],
    );
    return {
      title: 'My orders',
      body: html`<h1>My orders</h1>${notice(visit)}${facts(visitor, membership.rows[0], credit.rows[0]?.cents ?? 0)}
${orders.length ? html`<ul class="orders">${orders.map(orderRow)}</ul>` : html`<p>Nothing ordered yet. <a href="/">Have a look around</a></p>`}`,
    };
  });
}

function signedOut(): Markup {
  return html`<h1>My orders</h1><p class="lead">Nobody is signed in. Choose somebody under “Demo: sign in as” at the top of the page.</p>`;
}

function notice({ url }: Visit): Markup | null {
  const placed = url.searchParams.get('placed');
  if (placed)
    return html`<p class="notice" role="status">Thank you. Order ${placed} is placed, and is being packed.</p>`;
  if (url.searchParams.has('reset')) {
    return html`<p class="notice" role="status">This is where a new password would be set. The demo has no passwords: sign in at the top of the page.</p>`;
  }
  return null;
}

interface Membership {
  plan: string;
  status: string;
  renews_at: Date | null;
  paused_until: Date | null;
  ends_at: Date | null;
}

function facts(visitor: Visitor, membership: Membership | undefined, creditCents: number): Markup {
  return html`<dl class="facts"><div><dt>Account</dt><dd>${visitor.name}<br>${visitor.email}</dd></div>
<div><dt>Membership</dt><dd>${membership ? html`${membership.plan}<br>${membershipLine(membership)}` : html`None. <a href="/membership">Compare</a>`}</dd></div>
<div><dt>Credit</dt><dd>${showMoney(creditCents)}</dd></div></dl>`;
}

function membershipLine(membership: Membership): string {
  if (membership.status === 'past_due') return 'The last payment failed';
  if (membership.status === 'paused' && membership.paused_until)
    return `Paused until ${showFullDay(membership.paused_until)}`;
  if (membership.ends_at)
    return `${membership.status === 'ended' ? 'Ended' : 'Ends'} ${showFullDay(membership.ends_at)}`;
  return membership.renews_at ? `Renews ${showFullDay(membership.renews_at)}` : 'Active';
}

function orderRow(order: OrderFacts): Markup {
  const state = order.status === 'shipped' && order.shipment?.delayed_by ? 'delayed' : order.status;
  const payment = paymentStatus(order);
  return html`<li><article aria-label="Order ${order.number}">
<header><h2>Order ${order.number}</h2><span class="badge state-${state}">${statusWords[state] ?? state}</span><span class="amount">${showMoney(order.total_cents)}</span></header>
<p>${order.lines.map((line) => `${line.qty > 1 ? `${line.qty} × ` : ''}${line.name}, ${line.size}, ${line.colour}`).join(' · ')}</p>
<p class="meta">Placed ${showFullDay(order.placed_at)}${when(order)}${payment === 'partly_refunded' || payment === 'refunded' ? ` · ${showMoney(order.refunded_cents)} refunded` : ''}${payment === 'partly_refunded' ? `, ${showMoney(refundableCents(order))} paid` : ''}</p>
${order.shipment && order.status === 'shipped' ? journey(order.shipment.events) : null}
</article></li>`;
}

function when(order: OrderFacts): string {
  if (order.delivered_at) return ` · delivered ${showFullDay(order.delivered_at)}`;
  if (order.status === 'shipped' && order.shipment)
    return ` · expected ${showFullDay(order.shipment.eta)} · ${order.shipment.carrier} ${order.shipment.tracking}`;
  return '';
}

function journey(events: { at: string; place: string; text: string }[]): Markup {
  return html`<ol class="journey">${events.map((event) => html`<li><span>${event.text}</span> <small>${showDay(event.at)}, ${event.place}</small></li>`)}</ol>`;
}
