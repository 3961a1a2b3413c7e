import { z } from 'zod';

/** The setting `catalogue`: which read tool lists the products customers may name. */
export const catalogueSettingSchema = z.object({
  connector: z.string().min(1).max(80),
  tool: z.string().min(1).max(200),
});
export type CatalogueSetting = z.infer<typeof catalogueSettingSchema>;

/** What that tool answers; more than these fields is left alone. */
export const catalogueSchema = z.object({
  products: z.array(z.object({ sku: z.string().min(1).max(80), name: z.string().min(1).max(200) })).max(20_000),
});

/** A product as customers name it: `aliases` are shorter ways that mean no other. */
export type CatalogueProduct = { sku: string; name: string; aliases: string[] };
