import { z } from 'zod';

const used = z.object({ spentMicros: z.number(), /** Null where none is set. */ limitMicros: z.number().nullable() });

/** What models cost in a time, which of them, how far the budgets are used now, and what kept answers have saved so far. */
export const modelSpendSchema = z.object({
  calls: z.number(),
  costMicros: z.number(),
  byModel: z.array(z.object({ name: z.string(), calls: z.number(), costMicros: z.number() })),
  /** Today and this month, in UTC. */
  budgets: z.object({ day: used, month: used }),
  kept: z.object({ answers: z.number(), hits: z.number(), savedMicros: z.number() }),
});
export type ModelSpend = z.infer<typeof modelSpendSchema>;

export const modelSpendQuerySchema = z
  .object({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), 'must end after it begins');
export type ModelSpendQuery = z.infer<typeof modelSpendQuerySchema>;
