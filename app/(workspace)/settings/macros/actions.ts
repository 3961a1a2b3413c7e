'use server';

import { z } from 'zod';
import {
  type MacroAction,
  type MacroInput,
  macroActionsSchema,
  macroInputSchema,
} from '@/lib/conversations/macro.schema';
import { useMacro as applyMacro, archiveMacro, saveMacro } from '@/lib/conversations/save-macro';
import { personAction } from '@/lib/http/action';

const work = 'conversations.work' as const;

const saving = personAction(
  { permission: work, input: z.object({ id: z.uuid().nullable(), macro: macroInputSchema }) },
  (actor, { id, macro }) => saveMacro(actor, id, macro),
);
const archiving = personAction({ permission: work, input: z.object({ id: z.uuid() }) }, (actor, { id }) =>
  archiveMacro(actor, id),
);
const using = personAction(
  {
    permission: work,
    input: z.object({
      macroId: z.uuid(),
      /** Null: only counted, because what it does waits until the reply is sent. */
      conversationId: z.uuid().nullable(),
      actions: macroActionsSchema,
    }),
  },
  applyMacro,
);

// Only functions declared here become callable from the browser.
export async function save(input: { id: string | null; macro: MacroInput }) {
  return saving(input);
}
export async function archive(input: { id: string }) {
  return archiving(input);
}
export async function apply(input: { macroId: string; conversationId: string | null; actions: MacroAction[] }) {
  return using(input);
}
