import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { StoreError } from '../store-error';

interface ActionRow {
  tool: string;
  args_hash: string;
  result: Record<string, unknown>;
}

/**
 * Runs `effect` unless this key has already had its effect; then the first result comes back.
 *
 * Two calls with one key at once: the second waits at the primary key until the first has committed (and finds its row)
 * or rolled back (and becomes the first). A refusal rolls its key back too: nothing happened, so it may be asked again.
 */
export async function runOnce(
  client: PoolClient,
  action: { key: string; tool: string; args: Record<string, unknown> },
  effect: () => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const hash = hashArgs(action.args);
  const claimed = await client.query(
    'INSERT INTO actions (key, tool, customer, args_hash) VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING',
    [action.key, action.tool, String(action.args.customer), hash],
  );
  if (claimed.rowCount === 0) {
    const { rows } = await client.query<ActionRow>('SELECT tool, args_hash, result FROM actions WHERE key = $1', [
      action.key,
    ]);
    const first = rows[0];
    if (!first || first.tool !== action.tool || first.args_hash !== hash) {
      throw new StoreError('invalid', 'idempotencyKey: was used before for something else');
    }
    return first.result;
  }
  const result = await effect();
  const stored = await client.query<{ result: Record<string, unknown> }>(
    'UPDATE actions SET result = $2 WHERE key = $1 RETURNING result',
    [action.key, JSON.stringify(result)],
  );
  // What was stored, not what was computed: the first answer and every repetition are then the same to the byte.
  return stored.rows[0]?.result ?? result;
}

/** The same for the same arguments in any order of their names. */
export function hashArgs(args: Record<string, unknown>): string {
  const sorted = Object.keys(args)
    .sort()
    .map((name) => [name, args[name]]);
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
