import { z } from 'zod';
import { productBySku } from '../data/catalogue';
import { memberPriceCents } from '../data/plans';
import { StoreError } from '../store-error';
import { defineRead } from './tool';

interface ProductFacts {
  sku: string;
  name: string;
  category: string;
  price_cents: number;
  tagline: string;
  description: string;
  colours: string[];
  stock: Record<string, number>;
}

const productColumns = 'sku, name, category, price_cents, tagline, description, colours, stock';

export const productsSearch = defineRead({
  name: 'products.search',
  title: 'Search the catalogue',
  description: 'Products whose name, category or description has the words, best first.',
  input: z.strictObject({ query: z.string().trim().min(1).max(200) }),
  run: async (database, args) => {
    // Sixty products: counting words that occur is exact enough and needs no index.
    const words = args.query.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    const { rows } = await database.query<ProductFacts & { hits: number }>(
      `SELECT * FROM (
         SELECT ${productColumns}, position, (
           SELECT coalesce(sum((strpos(lower(name), word) > 0)::int * 3 + (strpos(lower(category), word) > 0)::int * 2
             + (strpos(lower(description), word) > 0)::int), 0)::int
           FROM unnest($1::text[]) AS word
         ) AS hits FROM products
       ) scored WHERE hits > 0 ORDER BY hits DESC, position LIMIT 8`,
      [words.slice(0, 12)],
    );
    return {
      products: rows.map((row) => ({
        sku: row.sku,
        name: row.name,
        category: row.category,
        priceCents: row.price_cents,
        tagline: row.tagline,
      })),
    };
  },
});

export const productsList = defineRead({
  name: 'products.list',
  title: 'List the catalogue',
  description: 'Every product by number and name.',
  input: z.strictObject({}),
  run: async (database) => {
    const { rows } = await database.query<{ sku: string; name: string }>(
      'SELECT sku, name FROM products ORDER BY position',
    );
    return { products: rows };
  },
});

export const productsGet = defineRead({
  name: 'products.get',
  title: 'Get a product',
  description: 'One product: price for everybody and for members, colours, sizes and whether they are in stock.',
  input: z.strictObject({ sku: z.string().trim().toUpperCase().min(1).max(40) }),
  run: async (database, args) => {
    const { rows } = await database.query<ProductFacts>(`SELECT ${productColumns} FROM products WHERE sku = $1`, [
      args.sku,
    ]);
    const row = rows[0];
    if (!row) throw new StoreError('not_found', `There is no product ${args.sku}`);
    return {
      product: {
        sku: row.sku,
        name: row.name,
        category: row.category,
        priceCents: row.price_cents,
        memberPriceCents: {
          Ridge: memberPriceCents(row.price_cents, 'Ridge'),
          Summit: memberPriceCents(row.price_cents, 'Summit'),
        },
        description: row.description,
        colours: row.colours,
        // In the order of the catalogue: jsonb sorts its names by length.
        sizes: productBySku(row.sku).sizes.map((size) => ({ size, inStock: (row.stock[size] ?? 0) > 0 })),
      },
    };
  },
});
