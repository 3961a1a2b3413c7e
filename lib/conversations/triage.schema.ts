import { z } from 'zod';

/** What a person does with conversations in the list: the contract of the desk's quick changes. */
export const prioritySchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Priority = z.infer<typeof prioritySchema>;

export const priorityNames: Record<Priority, string> = { 1: 'Urgent', 2: 'High', 3: 'Normal', 4: 'Low' };

export const labelSchema = z.object({ id: z.string(), name: z.string(), hue: z.number() });
export const labelListSchema = z.object({ labels: z.array(labelSchema) });
export type LabelView = z.infer<typeof labelSchema>;

export const labelIdsSchema = z.array(z.uuid()).max(20);
export const labelNameSchema = z.string().trim().min(1, 'needs a name').max(40, 'at most 40 characters');

/** At most so many at a press: more than a screen of rows, and still done within seconds. */
export const mostAtOnce = 200;
export const conversationIdsSchema = z.array(z.uuid()).min(1).max(mostAtOnce, `at most ${mostAtOnce} at once`);

export const untilSchema = z.iso
  .datetime({ offset: true })
  .nullable()
  .transform((iso) => (iso === null ? null : new Date(iso)));

/** One press for many conversations. */
export const bulkChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign'), personId: z.uuid().optional(), teamId: z.uuid().optional() }),
  z.object({ kind: z.literal('label'), add: labelIdsSchema, remove: labelIdsSchema }),
  z.object({ kind: z.literal('priority'), priority: prioritySchema }),
  z.object({ kind: z.literal('snooze'), until: untilSchema }),
  z.object({ kind: z.literal('solve') }),
  z.object({ kind: z.literal('hand_back') }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;

export type BulkResult = {
  /** By which it can be undone. */
  id: string;
  changed: number;
  /** What did not go, each with its reason. */
  refused: { id: string; number: number | null; why: string }[];
  /** As a sentence: "Solved 12 conversations". */
  says: string;
};

export type UndoResult = { restored: number; left: number; says: string };

export const skillInputSchema = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(1, 'needs a name').max(40, 'at most 40 characters'),
  intents: z.array(z.string().max(80)).max(200),
});
export type SkillInput = z.infer<typeof skillInputSchema>;

export const skillsViewSchema = z.object({
  skills: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      name: z.string(),
      intents: z.array(z.string()),
      people: z.number(),
    }),
  ),
  intents: z.array(z.object({ key: z.string(), name: z.string() })),
});
export type SkillsView = z.infer<typeof skillsViewSchema>;

export const labelUsesSchema = z.object({ labels: z.array(labelSchema.extend({ open: z.number() })) });
