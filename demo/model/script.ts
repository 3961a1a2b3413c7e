import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Behaviour, behaviourSchema } from './behaviour';
import type { ModelCall } from './read-call';

/** `nth` counts, from 1, the requests to the same address since this script was turned to. */
export type Script = (call: ModelCall, nth: number) => Behaviour | Promise<Behaviour>;

const rowsSchema = z.array(
  z.strictObject({
    when: z
      .strictObject({
        step: z.string().optional(),
        model: z.string().optional(),
        contains: z.string().optional(),
        nth: z.number().int().min(1).optional(),
      })
      .default({}),
    do: behaviourSchema,
    times: z.number().int().min(1).optional(),
  }),
);
export type Rows = z.input<typeof rowsSchema>;

/**
 * A script of rows: the first that fits is done. A row's `nth` counts the calls that fit the rest of it, `times` is how
 * often it may be done. What no row fits is left to `otherwise`.
 */
export function scriptOf(rows: Rows, otherwise: Script): Script {
  const states = rowsSchema.parse(rows).map((row) => ({ row, met: 0, done: 0 }));
  return (call, nth) => {
    for (const state of states) {
      const { when, times = Number.POSITIVE_INFINITY, do: behaviour } = state.row;
      if (when.step !== undefined && when.step !== call.step) continue;
      if (when.model !== undefined && when.model !== call.model) continue;
      const { contains } = when;
      if (contains !== undefined && !call.messages.some(({ text }) => text.includes(contains))) continue;
      state.met++;
      if ((when.nth !== undefined && when.nth !== state.met) || state.done >= times) continue;
      state.done++;
      return behaviour;
    }
    return otherwise(call, nth);
  };
}

/** Reads a script of rows. Throws an Error that names the file and each place in it that is wrong. */
export function readScript(file: string, otherwise: Script): Script {
  let rows: unknown;
  try {
    rows = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
  const parsed = rowsSchema.safeParse(rows);
  if (parsed.success) return scriptOf(parsed.data, otherwise);
  const faults = parsed.error.issues.map(({ path, message }) => `${file}: ${path.join('.') || 'the file'}: ${message}`);
  throw new Error(faults.join('\n'));
}
