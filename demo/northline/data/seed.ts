import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../database';
import { catalogue, describeProduct } from './catalogue';
import { startLock } from './create-schema';
import { makeShop } from './make-shop';
import { chanceFrom } from './random';

/** Fills an empty shop; returns false and does nothing when there is data already. */
export async function seed(pool: Pool, now: Date): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [startLock]);
    const { rowCount } = await client.query('SELECT 1 FROM customers LIMIT 1');
    if (rowCount) return false;
    const rowsOf = { products: productRows(), ...makeShop(now) };
    const tables = Object.keys(rowsOf);
    for (const [table, rows] of Object.entries(rowsOf)) await insertAll(client, table, rows);
    // Autovacuum would get to it within minutes; until then every plan would be a guess.
    await client.query(`ANALYZE ${tables.join(', ')}`);
    return true;
  });
}

/** One statement a table: 2,000 orders with all that hangs on them go in within a second. */
async function insertAll(client: PoolClient, table: string, rows: readonly object[]): Promise<void> {
  await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}

function productRows() {
  const chance = chanceFrom(62);
  return catalogue.map((product, position) => ({
    sku: product.sku,
    position,
    name: product.name,
    category: product.category,
    price_cents: product.priceCents,
    tagline: product.tagline,
    description: describeProduct(product),
    colours: product.colours,
    // The largest size of every fifth product with sizes is sold out, so that an exchange can meet an empty shelf.
    stock: Object.fromEntries(
      product.sizes.map((size, index) => [
        size,
        product.sizes.length > 2 && position % 5 === 0 && index === product.sizes.length - 1
          ? 0
          : chance.between(4, 60),
      ]),
    ),
  }));
}
