import { z } from 'zod';
import { mostTyped, parseQuery } from './query.schema';

export const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** As one types it, see query.schema.ts. */
  query: z.string(),
  /** For everybody. */
  shared: z.boolean(),
  own: z.boolean(),
  /** May be renamed, changed, shared and deleted by whoever asked. */
  mayChange: z.boolean(),
  /** Of open ones; null where it would be of everything. */
  count: z.number().nullable(),
});
export type SavedView = z.infer<typeof savedViewSchema>;
export const savedViewsSchema = z.object({ views: z.array(savedViewSchema) });

export const newSavedViewSchema = z.object({
  name: z.string().trim().min(1, 'give it a name').max(60, 'at most 60 characters'),
  query: z
    .string()
    .trim()
    .min(1, 'say what it shows')
    .max(mostTyped)
    .refine((query) => parseQuery(query).ok, 'cannot be understood'),
  shared: z.boolean(),
});
export type NewSavedView = z.infer<typeof newSavedViewSchema>;
export const changedSavedViewSchema = newSavedViewSchema.partial().extend({ id: z.uuid() });
