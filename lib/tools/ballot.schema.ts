import { z } from 'zod';

/** Why somebody may not decide an action that waits: what stands where the buttons would be. */
export const standingSchema = z.enum([
  'yours',
  /** A rank this person does not have. */
  'not_your_rank',
  /** They asked for it themselves. */
  'your_own',
  /** They have said yes; a second person is needed. */
  'you_agreed',
]);
export type Standing = z.infer<typeof standingSchema>;

/** How the vote on an action that waits stands, for one person who looks at it. */
export const ballotSchema = z.object({
  standing: standingSchema,
  /** Whom it waits for: agent, supervisor or admin. */
  rank: z.string(),
  /** How many must say yes. */
  needed: z.number(),
  /** The names of those who have. */
  agreed: z.array(z.string()),
});
export type Ballot = z.infer<typeof ballotSchema>;
