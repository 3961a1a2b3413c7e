import { z } from 'zod';

/** From which confidence on a reply goes out alone, and from which it goes out and is reviewed. */
export const tiersSchema = z.object({
  autonomous: z.number().min(0).max(1).default(0.9),
  reviewed: z.number().min(0).max(1).default(0.7),
});
export type Tiers = z.infer<typeof tiersSchema>;

/** What an intent sets otherwise; what it does not set stays as the workspace has it. */
export const tierOverridesSchema = z.object({
  autonomous: z.number().min(0).max(1).optional(),
  reviewed: z.number().min(0).max(1).optional(),
});

/** Platt scaling of the turn's score, fitted on reviewed turns; the identity until there are enough of them. */
export const calibrationSchema = z.object({ a: z.number().positive().default(1), b: z.number().default(0) });
