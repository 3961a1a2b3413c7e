import { HttpFault, readForm } from '../http/read-body';
import type { Visit } from '../http/routes';
import { html } from './html';
import { showPage } from './layout';

// Pages that links in mails and answers lead to.

export async function showLabel(visit: Visit): Promise<void> {
  const { rows } = await visit.shop.pool.query<{
    rma: string;
    kind: string;
    order_number: string;
    name: string;
    address: string;
  }>(
    `SELECT r.rma, r.kind, r.order_number, c.name, o.address FROM returns r
     JOIN customers c ON c.id = r.customer JOIN orders o ON o.number = r.order_number WHERE r.rma = $1`,
    [visit.path.rma],
  );
  const label = rows[0];
  await showPage(visit, () =>
    label
      ? {
          title: `Label ${label.rma}`,
          body: html`<h1>${label.kind === 'exchange' ? 'Exchange' : 'Return'} label</h1><section class="label" aria-label="Shipping label"><p class="meta">From</p><p>${label.name}<br>${label.address}</p><p class="meta">To</p><p><strong>Northline Returns</strong><br>40 Depot Road, Ogden, UT 84401</p><p class="code">${label.rma}</p><p class="meta">Order ${label.order_number}. Print it, or show it at the counter. Postage is paid.</p></section>`,
        }
      : {
          title: 'Not found',
          status: 404,
          body: html`<h1>There is no such label</h1><p><a href="/account">My orders</a></p>`,
        },
  );
}

/** A link in a mail is opened by scanners too: only the button changes anything. */
export async function askToConfirmEmail(visit: Visit): Promise<void> {
  const token = visit.url.searchParams.get('token') ?? '';
  const { rows } = await visit.shop.pool.query<{ pending_email: string }>(
    'SELECT pending_email FROM customers WHERE email_token = $1',
    [token],
  );
  const pending = rows[0]?.pending_email;
  await showPage(visit, () =>
    pending
      ? {
          title: 'Confirm your address',
          body: html`<h1>Confirm your address</h1><p class="lead">From now on we write to ${pending}.</p><form method="post" action="/confirm-email"><input type="hidden" name="token" value="${token}"><button class="button">Confirm</button></form>`,
        }
      : {
          title: 'Not found',
          status: 404,
          body: html`<h1>This link is used up</h1><p>Ask for a new one in the chat.</p>`,
        },
  );
}

export async function confirmEmail(visit: Visit): Promise<void> {
  const token = (await readForm(visit.request)).get('token') ?? '';
  const { rowCount } = await visit.shop.pool.query(
    `UPDATE customers c SET email = pending_email, pending_email = NULL, email_token = NULL, email_verified = true
     WHERE email_token = $1 AND NOT EXISTS (SELECT 1 FROM customers o WHERE lower(o.email) = lower(c.pending_email))`,
    [token],
  );
  if (!rowCount) throw new HttpFault(404, 'This link is used up');
  await showPage(visit, () => ({
    title: 'Done',
    body: html`<h1>Your address is changed</h1><p><a href="/account">My orders</a></p>`,
  }));
}
