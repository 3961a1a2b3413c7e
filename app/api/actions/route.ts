import { z } from 'zod';
import { personRoute } from '@/lib/http/route';
import { ledgerFilterSchema } from '@/lib/tools/ledger.schema';
import { listActions } from '@/lib/tools/list-actions';

const query = ledgerFilterSchema.extend({ after: z.string().max(100).optional() });

export const GET = personRoute({ permission: 'conversations.work', query }, ({ actor, query: { after, ...filter } }) =>
  listActions(actor, filter, after),
);
