import { randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import { StoreError } from '../store-error';
import { lockOrder, type OrderFacts } from './load-order';
import { customerId, defineWrite, orderNumber, reason } from './tool';

export const returnsCreate = defineWrite({
  name: 'returns.create',
  title: 'Open a return or an exchange',
  description:
    'Gives a return number and a shipping label for a delivered order, and for an exchange sets the new size aside.',
  input: z.strictObject({
    customer: customerId,
    order: orderNumber,
    kind: z.enum(['return', 'exchange']),
    reason,
    skus: z.array(z.string().min(1).max(40)).min(1).max(20).optional().describe('All lines of the order if absent'),
    newSize: z.string().trim().min(1).max(20).optional().describe('Needed for an exchange'),
  }),
  run: async ({ client, storeUrl, actionKey }, args) => {
    const order = await lockOrder(client, args.customer, args.order);
    if (order.status === 'returned')
      throw new StoreError('already_done', `Order ${order.number} has come back already`);
    if (order.status !== 'delivered') {
      throw new StoreError(
        'wrong_status',
        `Order ${order.number} is ${order.status}; only what was delivered can come back`,
      );
    }
    const open = await client.query<{ rma: string }>('SELECT rma FROM returns WHERE order_number = $1', [order.number]);
    if (open.rows[0]) throw new StoreError('already_done', `Order ${order.number} has the return ${open.rows[0].rma}`);

    const skus = chooseSkus(order, args.skus);
    if (args.kind === 'exchange') {
      if (!args.newSize) throw new StoreError('invalid', 'newSize: is needed for an exchange');
      for (const sku of skus) await setAside(client, sku, args.newSize);
    }
    // The number is all that opens the label, so it must not be guessable: 40 bits.
    const rma = `RMA-${randomBytes(5).toString('hex').toUpperCase()}`;
    await client.query(
      `INSERT INTO returns (rma, customer, order_number, kind, reason, skus, new_size, action_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [rma, args.customer, order.number, args.kind, args.reason, JSON.stringify(skus), args.newSize ?? null, actionKey],
    );
    return {
      return: {
        rma,
        order: order.number,
        kind: args.kind,
        skus,
        ...(args.newSize && { newSize: args.newSize }),
        labelUrl: `${storeUrl}/labels/${rma}`,
      },
    };
  },
});

export const returnsCancel = defineWrite({
  name: 'returns.cancel',
  title: 'Take a return back',
  description: 'Withdraws a return whose parcel has not come, and puts what an exchange set aside back on the shelf.',
  input: z.strictObject({ customer: customerId, rma: z.string().min(5).max(40) }),
  run: async ({ client }, args) => {
    const { rows } = await client.query<{
      order_number: string;
      kind: string;
      skus: string[];
      new_size: string | null;
    }>('SELECT order_number, kind, skus, new_size FROM returns WHERE rma = $1 AND customer = $2 FOR UPDATE', [
      args.rma,
      args.customer,
    ]);
    const found = rows[0];
    if (!found) throw new StoreError('not_found', `There is no return ${args.rma} for this customer`);
    const order = await lockOrder(client, args.customer, found.order_number);
    if (order.status === 'returned')
      throw new StoreError('wrong_status', `The goods of ${order.number} are back already`);
    if (found.kind === 'exchange' && found.new_size)
      for (const sku of found.skus)
        await client.query(
          'UPDATE products SET stock = jsonb_set(stock, ARRAY[$2], to_jsonb((stock->>$2)::int + 1)) WHERE sku = $1',
          [sku, found.new_size],
        );
    await client.query('DELETE FROM returns WHERE rma = $1', [args.rma]);
    return { return: { rma: args.rma, order: order.number, status: 'withdrawn' } };
  },
});

function chooseSkus(order: OrderFacts, wanted: string[] | undefined): string[] {
  const bought = order.lines.map((line) => line.sku);
  if (!wanted) return bought;
  const strange = wanted.find((sku) => !bought.includes(sku));
  if (strange) throw new StoreError('not_found', `skus: ${strange} is not in order ${order.number}`);
  return [...new Set(wanted)];
}

async function setAside(client: PoolClient, sku: string, size: string): Promise<void> {
  const { rows } = await client.query<{ stock: Record<string, number> }>(
    'SELECT stock FROM products WHERE sku = $1 FOR UPDATE',
    [sku],
  );
  const stock = rows[0]?.stock ?? {};
  // Own names only: a size called "constructor" is not a size.
  if (!Object.hasOwn(stock, size)) {
    throw new StoreError('invalid', `newSize: ${sku} comes in ${Object.keys(stock).join(', ')}`);
  }
  if (!stock[size]) throw new StoreError('out_of_stock', `${sku} in ${size} is sold out`);
  await client.query('UPDATE products SET stock = jsonb_set(stock, ARRAY[$2], to_jsonb($3::int)) WHERE sku = $1', [
    sku,
    size,
    stock[size] - 1,
  ]);
}
