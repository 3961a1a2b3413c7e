import { z } from 'zod';

const id = z.uuid();
const name = z.string().trim().min(1).max(120);

/** What a macro sets going beside its text. Names stand beside ids, so that a chip says what it does without asking. */
export const macroActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('label'), labelId: id, name }),
  z.object({ kind: z.literal('assign_person'), personId: id, name }),
  z.object({ kind: z.literal('assign_team'), teamId: id, name }),
  z.object({ kind: z.literal('priority'), priority: z.number().int().min(1).max(4) }),
  /** Null: until the customer replies. */
  z.object({ kind: z.literal('snooze'), hours: z.number().int().min(1).max(720).nullable() }),
  z.object({ kind: z.literal('solve') }),
  /** Variables in it are filled when it is left, so that no value stands here. */
  z.object({ kind: z.literal('note'), text: z.string().trim().min(1).max(2_000) }),
]);
export type MacroAction = z.infer<typeof macroActionSchema>;

/** One of each kind, but several labels: the last word on who gets it or how urgent it is would else be chance. */
export const macroActionsSchema = z
  .array(macroActionSchema)
  .max(10)
  .refine(
    (actions) =>
      actions.every((one, at) => one.kind === 'label' || actions.findIndex((two) => two.kind === one.kind) === at),
    'one of each kind',
  );

export const macroInputSchema = z
  .object({
    name,
    text: z.string().trim().max(5_000),
    actions: macroActionsSchema,
    shared: z.boolean(),
    teamId: id.nullable(),
  })
  .refine(({ text, actions }) => text !== '' || actions.length > 0, {
    path: ['text'],
    message: 'write a text or add an action',
  });
export type MacroInput = z.infer<typeof macroInputSchema>;

export const macroViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  actions: z.array(macroActionSchema),
  shared: z.boolean(),
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  owner: z.object({ id: z.string(), name: z.string(), hue: z.number() }).nullable(),
  uses: z.number(),
  updatedAt: z.string(),
  /** This person may change and archive it. */
  mine: z.boolean(),
});
export type MacroView = z.infer<typeof macroViewSchema>;

export const macroListSchema = z.object({ macros: z.array(macroViewSchema) });
