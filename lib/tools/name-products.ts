import type { CatalogueProduct } from './catalogue.schema';

/** "Drift 2 Tent" is "the drift 2" to most: a name without its last word stands for the product while it means no other. */
export function nameProducts(products: { sku: string; name: string }[]): CatalogueProduct[] {
  const shorter = products.map(({ name }) => name.trim().split(/\s+/).slice(0, -1).join(' '));
  const means = new Map<string, number>();
  for (const one of shorter) means.set(one.toLowerCase(), (means.get(one.toLowerCase()) ?? 0) + 1);
  const names = new Set(products.map(({ name }) => name.toLowerCase()));
  return products.map(({ sku, name }, at) => {
    const short = shorter[at]!;
    // A single common word ("Trail", "Cotton") would be found in half of what people write.
    const telling = /\s|\d/.test(short) && means.get(short.toLowerCase()) === 1 && !names.has(short.toLowerCase());
    return { sku, name, aliases: telling ? [short] : [] };
  });
}
