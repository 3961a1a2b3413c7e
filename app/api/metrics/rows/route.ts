import { z } from 'zod';
import { personRoute } from '@/lib/http/route';
import { exportRows } from '@/lib/metrics/export-rows';
import { rowsQuerySchema } from '@/lib/metrics/metric.schema';

/** The question is one JSON text, so that a link downloads what it asks for. */
const query = z.object({
  q: z
    .string()
    .max(8_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'is not valid JSON' });
        return z.NEVER;
      }
    })
    .pipe(rowsQuerySchema),
});

export const GET = personRoute({ permission: 'conversations.work', query }, async ({ actor, query: { q } }) => {
  const parts = await exportRows(actor, q);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const { done, value } = await parts.next();
      if (done) stream.close();
      else stream.enqueue(encoder.encode(value));
    },
    cancel: () => void parts.return(undefined),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="conversations-${q.period.from}-to-${q.period.to}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});
