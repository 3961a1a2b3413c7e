import { z } from 'zod';
import { previewMerge } from '@/lib/conversations/merge-customers';
import { personRoute } from '@/lib/http/route';

const query = z.object({ from: z.uuid() });

/** What merging `from` into this one would do. */
export const GET = personRoute({ permission: 'customers.merge', query }, ({ actor, params, query: { from } }) =>
  previewMerge(actor, { fromId: from, intoId: params.id! }),
);
