import { z } from 'zod';
import { audienceSchema } from './knowledge.schema';

export const importKinds = ['markdown', 'html', 'sitemap', 'questions'] as const;
export const importKindSchema = z.enum(importKinds);
export type ImportKind = z.infer<typeof importKindSchema>;

export const importStates = ['reading', 'ready', 'writing', 'done', 'failed', 'cancelled'] as const;
export const importItemStates = ['ready', 'failed', 'skipped', 'written'] as const;

/** All an upload may weigh; what it unpacks to is bounded apart. */
export const mostUploadBytes = 20 * 1_024 * 1_024;
export const mostPages = 2_000;

const line = (most: number) => z.string().trim().max(most, `must be at most ${most} characters`);

/** What holds for every article that does not say otherwise itself. */
const sharedOptions = {
  /** ISO 639-1, or `detect`: read from each text. */
  language: z.union([z.literal('detect'), z.string().regex(/^[a-z]{2}$/, 'must be two letters, such as en')]),
  audience: audienceSchema,
  collection: line(60),
};

/** A site to read: its sitemap, or the site itself, whose sitemap is then looked for. */
const siteOptions = {
  address: line(2_000),
  /** Further hosts whose pages may be read, beside the sitemap's own. */
  hosts: z.array(z.string().regex(/^[\w.-]+(:\d{1,5})?$/, 'must be a host such as help.example.com')).max(20),
  /** Only pages whose path begins so. */
  prefix: line(500),
  limit: z.coerce.number().int().min(1).max(mostPages),
};

export const importOptionsSchema = z.object({
  language: sharedOptions.language.default('detect'),
  audience: sharedOptions.audience.default('public'),
  collection: sharedOptions.collection.default(''),
  address: siteOptions.address.default(''),
  hosts: siteOptions.hosts.default([]),
  prefix: siteOptions.prefix.default(''),
  limit: siteOptions.limit.default(200),
  /** Questions: an article each, or one for all of a category. */
  per: z.enum(['question', 'category']).default('question'),
  /** Decided when it is confirmed. */
  publish: z.boolean().default(false),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** What a person asks for at the start; the files come beside it. */
export const startImportSchema = z
  .object({
    kind: importKindSchema,
    options: importOptionsSchema.omit({ publish: true }),
  })
  .refine(({ kind, options }) => kind !== 'sitemap' || options.address !== '', {
    path: ['options', 'address'],
    message: 'must name a site or its sitemap',
  });
export type StartImport = z.infer<typeof startImportSchema>;

export const confirmImportSchema = z.object({ importId: z.uuid(), publish: z.boolean() });
export const cancelImportSchema = z.object({ importId: z.uuid() });

/** What writing an item will do, against what there is now. */
export const importEffectSchema = z.union([
  z.object({ does: z.enum(['new', 'unchanged']) }),
  z.object({ does: z.literal('changes'), version: z.number().int() }),
]);
export type ImportEffect = z.infer<typeof importEffectSchema>;

export const importRowSchema = z.object({
  id: z.string(),
  kind: importKindSchema,
  state: z.enum(importStates),
  name: z.string(),
  total: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  written: z.number().int(),
  person: z.string(),
  at: z.string(),
  finishedAt: z.string().nullable(),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const importItemSchema = z.object({
  position: z.number().int(),
  file: z.string(),
  state: z.enum(importItemStates),
  error: z.string().nullable(),
  slug: z.string().nullable(),
  language: z.string().nullable(),
  title: z.string().nullable(),
  audience: audienceSchema.nullable(),
  collection: z.string(),
  articleId: z.string().nullable(),
  effect: importEffectSchema.nullable(),
});
export type ImportItemView = z.infer<typeof importItemSchema>;

export const importViewSchema = importRowSchema.extend({
  error: z.string().nullable(),
  options: importOptionsSchema,
  items: z.array(importItemSchema),
});
export type ImportView = z.infer<typeof importViewSchema>;

/** What an item holds once it is read; the column `article`. */
export const importedArticleSchema = z.object({
  body: z.string().min(1).max(200_000),
  audience: audienceSchema,
  /** The file itself names who may read it; otherwise it was chosen at the start. */
  saysAudience: z.boolean(),
  collection: z.string().max(60),
  teamKey: z.string().max(100).nullable(),
  /** A day, `2026-12-31`. */
  reviewAt: z.string().nullable(),
});
export type ImportedArticle = z.infer<typeof importedArticleSchema>;
