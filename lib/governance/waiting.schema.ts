import { z } from 'zod';
import { definitionKindSchema } from './definition.schema';

/** A draft or a trial: what has not reached everybody yet. */
export const waitingChangeSchema = z.object({
  kind: definitionKindSchema,
  key: z.string(),
  title: z.string(),
  state: z.enum(['draft', 'trial']),
  version: z.number(),
  /** Per cent of the conversations that meet it; 0 for a draft. */
  share: z.number(),
  /** Of a draft when it was begun, of a trial when it went out. */
  since: z.string(),
  /** Who wrote the draft, or released the trial; null for nobody known. */
  by: z.string().nullable(),
  note: z.string(),
  /** `failing` is null where they were not run since the last change. */
  cases: z.object({ all: z.number(), failing: z.number().nullable() }),
});
export type WaitingChange = z.infer<typeof waitingChangeSchema>;
export const waitingSchema = z.object({ changes: z.array(waitingChangeSchema) });
export type Waiting = z.infer<typeof waitingSchema>;
