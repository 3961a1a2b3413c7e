import { z } from 'zod';
import { customerId, defineRead } from './tool';

export const actionsStatus = defineRead({
  name: 'actions.status',
  title: 'What became of a write?',
  description:
    'Settles a write whose answer was lost: found means that it happened, with its result; not found, that it has not so far, and that the same key may safely be sent again.',
  input: z.strictObject({ idempotencyKey: z.string().min(8).max(200), customer: customerId.optional() }),
  run: async (database, args) => {
    const { rows } = await database.query<{ tool: string; result: unknown }>(
      'SELECT tool, result FROM actions WHERE key = $1 AND ($2::text IS NULL OR customer = $2)',
      [args.idempotencyKey, args.customer ?? null],
    );
    return rows[0]
      ? { found: true, status: 'succeeded', tool: rows[0].tool, result: rows[0].result }
      : { found: false };
  },
});
