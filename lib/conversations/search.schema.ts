import { z } from 'zod';
import { conversationRowSchema } from './conversation.schema';

export const markedSchema = z.array(z.object({ text: z.string(), hit: z.boolean() }));

export const searchHitSchema = z.object({
  conversation: conversationRowSchema,
  /** Where the words stand: the newest message that has them, or the gist where something else was found. */
  marked: markedSchema,
  author: z.enum(['customer', 'assistant', 'agent', 'system']).nullable(),
  /** An internal note, not something that was said to the customer. */
  note: z.boolean(),
  at: z.string(),
  why: z.enum(['words', 'customer', 'number', 'filters']),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const foundCustomerSchema = z.object({
  id: z.string(),
  name: z.string(),
  tier: z.string().nullable(),
  /** Of those one may see. */
  conversations: z.number(),
});
export type FoundCustomer = z.infer<typeof foundCustomerSchema>;

export const searchPageSchema = z.object({
  hits: z.array(searchHitSchema),
  customers: z.array(foundCustomerSchema),
  /** Hand it back as `after`; null when all of history was searched. A page may hold nothing and yet have a next. */
  next: z.string().nullable(),
  /** How far back the search has come, when there is more behind it. */
  searchedTo: z.string().nullable(),
});
export type SearchPage = z.infer<typeof searchPageSchema>;

const namesOf = z.array(z.string());
/** The values that filters can have here, by filter. */
export const filterNamesSchema = z.object({ team: namesOf, agent: namesOf, label: namesOf, intent: namesOf });
export type FilterNames = z.infer<typeof filterNamesSchema>;
