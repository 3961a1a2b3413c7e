import { z } from 'zod';

const figure = z.object({ value: z.number().nullable(), n: z.number() });

export const memberFiguresSchema = z.object({
  conversations: figure,
  conversationsBefore: figure.nullable(),
  solved: figure,
  solvedBefore: figure.nullable(),
  replies: figure,
  firstReplyMs: figure,
  handleMs: figure,
  csat: figure,
  /** Promises kept ÷ kept and broken, of what they brought to an end. */
  sla: figure,
  /** Came back within 7 days with the same issue ÷ brought to an end at least 7 days ago. */
  cameBack: figure,
  /** Handled time ÷ time they took work, within their working hours, since that is recorded. */
  occupancy: z.number().nullable(),
  availableMs: z.number().nullable(),
  /** Why there is no occupancy. */
  noOccupancy: z.enum(['no_hours', 'not_recorded']).nullable(),
});
export type MemberFigures = z.infer<typeof memberFiguresSchema>;

export const memberSchema = memberFiguresSchema.extend({
  id: z.string(),
  name: z.string(),
  hue: z.number(),
  teams: z.array(z.string()),
  load: z.number(),
  capacity: z.number(),
  available: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;

export const teamViewSchema = z.object({
  /** Oneself alone, where one may not read others. */
  ownOnly: z.boolean(),
  members: z.array(memberSchema),
  /** Since when it is recorded who took work. */
  recordedFrom: z.iso.datetime().nullable(),
});
export type TeamView = z.infer<typeof teamViewSchema>;
