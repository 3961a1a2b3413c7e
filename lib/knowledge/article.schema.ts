import { z } from 'zod';
import { audienceSchema } from './knowledge.schema';

export const articleSlugSchema = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens');
/** ISO 639-1, as the pipeline names the language of a message. */
export const articleLanguageSchema = z.string().regex(/^[a-z]{2}$/, 'must be two small letters, such as "en"');
export const articleTitleSchema = z.string().trim().min(1, 'must not be empty').max(300);
export const articleBodySchema = z.string().max(200_000);
export const collectionSchema = z.string().trim().max(60);
/** A day without a clock: "2027-02-01". */
export const daySchema = z.iso.date();

export const articlePlaceSchema = z.object({ slug: articleSlugSchema, language: articleLanguageSchema });
export type ArticlePlace = z.infer<typeof articlePlaceSchema>;

export const createArticleInput = z.object({
  title: articleTitleSchema,
  language: articleLanguageSchema,
  audience: audienceSchema,
  collection: collectionSchema.default(''),
  ownerId: z.uuid().nullable().default(null),
  reviewAt: daySchema.nullable().default(null),
});
export type CreateArticle = z.infer<typeof createArticleInput>;

export const addLanguageInput = z.object({
  slug: articleSlugSchema,
  from: articleLanguageSchema,
  language: articleLanguageSchema,
});

export const saveDraftInput = z.object({
  articleId: z.uuid(),
  /** The revision the writer has read: of two who write at once the later one hears of the earlier. */
  revision: z.number().int().min(0),
  title: articleTitleSchema,
  body: articleBodySchema,
});
export type SaveDraft = z.infer<typeof saveDraftInput>;

export const articleAtRevisionInput = z.object({ articleId: z.uuid(), revision: z.number().int().min(0) });
export type ArticleAtRevision = z.infer<typeof articleAtRevisionInput>;

export const restoreVersionInput = articleAtRevisionInput.extend({
  number: z.number().int().min(1),
  publish: z.boolean(),
});
export type RestoreVersion = z.infer<typeof restoreVersionInput>;

export const changeDetailsInput = z.object({
  articleId: z.uuid(),
  audience: audienceSchema.optional(),
  collection: collectionSchema.optional(),
  ownerId: z.uuid().nullable().optional(),
  reviewAt: daySchema.nullable().optional(),
});
export type ChangeDetails = z.infer<typeof changeDetailsInput>;

export const articleIdInput = z.object({ articleId: z.uuid() });

export const addQuestionInput = articlePlaceSchema.extend({ text: z.string().trim().min(3).max(300) });
export const removeQuestionInput = z.object({ questionId: z.uuid() });
