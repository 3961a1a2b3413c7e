import { z } from 'zod';

/** What a second reader says of an answer. Plain types only: several servers refuse a form with bounds. */
export const verdictSchema = z.object({
  unsupported: z.array(z.string()),
  answers: z.boolean(),
  tone: z.boolean(),
  language: z.boolean(),
  leaks: z.boolean(),
  why: z.string(),
});
