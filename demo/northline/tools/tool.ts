import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { type Database, inTransaction } from '../database';
import { StoreError } from '../store-error';
import { runOnce } from './run-once';

export interface ToolScope {
  pool: Pool;
  /** The shop's own origin, for links in mails and on labels. */
  storeUrl: string;
}

/** A tool as the MCP edge sees it: the arguments are unknown until `run` has parsed them. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  input: z.ZodObject;
  readOnly: boolean;
  /** Sends mail, so that it fails as `mail_unavailable` when the shop is told to fail. */
  mails: boolean;
  run(scope: ToolScope, args: unknown): Promise<Record<string, unknown>>;
}

interface Definition<Input extends z.ZodObject> {
  name: string;
  title: string;
  description: string;
  input: Input;
}

interface ReadDefinition<Input extends z.ZodObject> extends Definition<Input> {
  run(database: Database, args: z.infer<Input>): Promise<Record<string, unknown>>;
}

interface WriteScope {
  client: PoolClient;
  storeUrl: string;
  /** Rows made by the effect carry it: a second guard, by unique constraint, against doing it twice. */
  actionKey: string;
}

interface WriteDefinition<Input extends z.ZodObject> extends Definition<Input> {
  mails?: boolean;
  run(scope: WriteScope, args: z.infer<Input>): Promise<Record<string, unknown>>;
}

export const customerId = z
  .string()
  .regex(/^cus_\d{1,9}$/, 'must look like cus_1042')
  .describe('The customer whose data this is about');
export const orderNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^NL-\d{1,9}$/, 'must look like NL-48213');
export const invoiceNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^INV-\d{1,9}$/, 'must look like INV-48213');
export const cents = z.number().int().positive().max(10_000_000).describe('US cents');
export const reason = z.string().trim().min(1).max(500);
export const email = z.email().max(254);

const idempotencyKey = z
  .string()
  .min(8)
  .max(200)
  .describe('The same key gives the first result again and never a second effect');

export function defineRead<Input extends z.ZodObject>(definition: ReadDefinition<Input>): Tool {
  return {
    ...definition,
    readOnly: true,
    mails: false,
    run: (scope, args) => definition.run(scope.pool, parseArgs(definition.input, args)),
  };
}

/** A write: its input gets an `idempotencyKey`, and its effect, the key and the result commit together. */
export function defineWrite<Shape extends z.ZodRawShape>(
  definition: WriteDefinition<z.ZodObject<Shape, z.core.$strict>>,
): Tool {
  const keyed = z.strictObject({ idempotencyKey });
  const input = z.strictObject({ ...definition.input.shape, ...keyed.shape });
  return {
    ...definition,
    input,
    readOnly: false,
    mails: definition.mails ?? false,
    run: async (scope, raw) => {
      const { idempotencyKey: actionKey, ...rest } = parseArgs(input, raw) as { idempotencyKey: string };
      const args = parseArgs(definition.input, rest);
      return inTransaction(scope.pool, (client) =>
        runOnce(client, { key: actionKey, tool: definition.name, args }, () =>
          definition.run({ client, storeUrl: scope.storeUrl, actionKey }, args),
        ),
      );
    },
  };
}

function parseArgs<Input extends z.ZodObject>(input: Input, args: unknown): z.infer<Input> {
  const parsed = input.safeParse(args);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'arguments'}: ${issue.message}`);
  throw new StoreError('invalid', faults.join('; '));
}
