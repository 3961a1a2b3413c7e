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

/** `draft`: whether anything is left to publish. */
export const savedSchema = z.object({ revision: z.number(), savedAt: z.string(), draft: z.boolean() });
export type Saved = z.infer<typeof savedSchema>;

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
export const archiveInput = articleIdInput.extend({ archived: z.boolean() });

export const addQuestionInput = articlePlaceSchema.extend({ text: z.string().trim().min(3).max(300) });
export const removeQuestionInput = z.object({ questionId: z.uuid() });

/** How a variant stands: live; live with a draft beside it; never published; taken away. */
export const articleStateSchema = z.enum(['live', 'draft', 'new', 'archived']);
export type ArticleState = z.infer<typeof articleStateSchema>;

export const articleViewKeySchema = z.enum(['all', 'look', 'drafts', 'archived']);
export type ArticleViewKey = z.infer<typeof articleViewKeySchema>;

export const listArticlesQuery = z.object({
  view: articleViewKeySchema.default('all'),
  collection: collectionSchema.optional(),
  language: articleLanguageSchema.optional(),
  q: z.string().trim().max(200).optional(),
  after: z.string().max(300).optional(),
});
export type ListArticles = z.infer<typeof listArticlesQuery>;

const time = z.string();
const owner = z.object({ id: z.string(), name: z.string(), hue: z.number() });

export const articleRowSchema = z.object({
  slug: z.string(),
  language: z.string(),
  title: z.string(),
  audience: audienceSchema,
  collection: z.string(),
  owner: owner.nullable(),
  state: articleStateSchema,
  version: z.number(),
  languages: z.array(z.object({ language: z.string(), state: articleStateSchema })),
  /** When its text, published or drafted, last changed. */
  at: time,
  reviewAt: z.string().nullable(),
  /** Why somebody should look, in words; empty when nobody has to. */
  look: z.array(z.string()),
  /** Conversations that were answered from it in the last 30 days. */
  uses: z.number(),
});
export type ArticleRow = z.infer<typeof articleRowSchema>;

export const articlePageSchema = z.object({
  rows: z.array(articleRowSchema),
  next: z.string().nullable(),
  total: z.number(),
});
export type ArticlePage = z.infer<typeof articlePageSchema>;

export const articleCountsSchema = z.object({
  all: z.number(),
  look: z.number(),
  drafts: z.number(),
  archived: z.number(),
  collections: z.array(z.object({ name: z.string(), count: z.number() })),
  languages: z.array(z.string()),
});
export type ArticleCounts = z.infer<typeof articleCountsSchema>;

export const articleViewSchema = z.object({
  id: z.string(),
  slug: z.string(),
  language: z.string(),
  state: articleStateSchema,
  title: z.string(),
  body: z.string(),
  audience: audienceSchema,
  collection: z.string(),
  owner: owner.nullable(),
  reviewAt: z.string().nullable(),
  version: z.number(),
  publishedAt: time.nullable(),
  revision: z.number(),
  origin: z.string().nullable(),
  draft: z.object({ title: z.string(), body: z.string(), by: owner.nullable(), at: time }).nullable(),
  languages: z.array(z.object({ language: z.string(), state: articleStateSchema })),
  /** Others of its collection, in this language, for moving on. */
  near: z.array(z.object({ slug: z.string(), language: z.string(), title: z.string() })),
  questions: z.array(z.object({ id: z.string(), text: z.string() })),
});
export type ArticleView = z.infer<typeof articleViewSchema>;

export const articleVersionSchema = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string(),
  audience: audienceSchema,
  note: z.string(),
  person: owner.nullable(),
  at: time,
});

export const articleVersionsSchema = z.object({
  articleId: z.string(),
  title: z.string(),
  revision: z.number(),
  versions: z.array(articleVersionSchema),
  draft: z.object({ title: z.string(), body: z.string(), by: owner.nullable(), at: time }).nullable(),
});
export type ArticleVersions = z.infer<typeof articleVersionsSchema>;

export const articleUsesSchema = z.object({
  days: z.number(),
  conversations: z.number(),
  /** How they ended; `open` and `handed` to people while open are no end yet. They sum to `conversations`. */
  ended: z.object({
    verified: z.number(),
    assumed: z.number(),
    agent: z.number(),
    abandoned: z.number(),
    open: z.number(),
  }),
  rating: z.object({ mean: z.number(), count: z.number() }).nullable(),
  /** The latest, as far as this person may see them. */
  latest: z.array(
    z.object({
      conversationId: z.string(),
      number: z.number(),
      gist: z.string(),
      resolution: z.enum(['verified', 'assumed', 'agent', 'abandoned']).nullable(),
      holder: z.enum(['assistant', 'queue', 'agent']),
      rating: z.number().nullable(),
      version: z.number(),
      at: time,
    }),
  ),
});
export type ArticleUses = z.infer<typeof articleUsesSchema>;
