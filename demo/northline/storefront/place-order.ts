import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { catalogue } from '../data/catalogue';
import { startLock } from '../data/create-schema';
import { shippingCents } from '../data/plan-order';
import { memberPriceCents } from '../data/plans';
import { inTransaction } from '../database';
import { HttpFault } from '../http/read-body';
import { loadAccount } from '../tools/customers';
import type { CartLine } from './cart-cookie';
import type { Visitor } from './session';

/** Places an order for what is in the cart and charges the card of the account. Gives the order's number. */
export async function placeOrder(pool: Pool, visitor: Visitor, cart: CartLine[]): Promise<string> {
  const lines = cart.map((line) => {
    const product = catalogue.find((known) => known.sku === line.sku);
    if (!product) throw new HttpFault(400, `There is no product ${line.sku}`);
    return { ...line, name: product.name, cents: memberPriceCents(product.priceCents, visitor.tier) };
  });
  const goods = lines.reduce((sum, line) => sum + line.cents, 0);
  const shipping = shippingCents(goods);
  return inTransaction(pool, async (client) => {
    // Numbers have no gaps, so orders are numbered one at a time.
    await client.query('SELECT pg_advisory_xact_lock($1)', [startLock]);
    const account = await loadAccount(client, visitor.id, 'read');
    const { rows } = await client.query<{ number: string }>(
      `INSERT INTO orders (number, customer, status, placed_at, shipping_cents, total_cents, address)
       SELECT 'NL-' || (SELECT max(substr(number, 4)::int) + 1 FROM orders), id, 'processing', now(), $2, $3, address
       FROM customers WHERE id = $1 RETURNING number`,
      [visitor.id, shipping, goods + shipping],
    );
    const number = rows[0]?.number;
    if (!number) throw new HttpFault(404, 'There is no such customer');
    for (const [position, line] of lines.entries()) {
      await client.query(
        `INSERT INTO order_lines (order_number, position, sku, name, size, colour, qty, price_cents)
         VALUES ($1, $2, $3, $4, $5, $6, 1, $7)`,
        [number, position, line.sku, line.name, line.size, line.colour, line.cents],
      );
    }
    const invoice = number.replace('NL-', 'INV-');
    await client.query(
      `INSERT INTO invoices (number, customer, order_number, issued_at, invoiced_cents, description)
       VALUES ($1, $2, $3, now(), $4, $5)`,
      [invoice, visitor.id, number, goods + shipping, `Order ${number}`],
    );
    await client.query(
      `INSERT INTO payments (id, customer, invoice, order_number, amount_cents, status, brand, last4, at)
       VALUES ($1, $2, $3, $4, $5, 'captured', $6, $7, now())`,
      [`pay_${randomUUID()}`, visitor.id, invoice, number, goods + shipping, account.card_brand, account.card_last4],
    );
    return number;
  });
}
