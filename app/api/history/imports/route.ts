import { mostHistoryBytes } from '@/lib/history/history.schema';
import { listHistory } from '@/lib/history/list-history';
import { startHistory } from '@/lib/history/start-history';
import { personRoute } from '@/lib/http/route';
import { AppError } from '@/lib/platform/errors';

export const GET = personRoute({ permission: 'metrics.read' }, async ({ actor }) => ({
  rows: await listHistory(actor),
}));

/** A file as large as this comes as it is, beside its name: a form would have to be held whole. */
export const POST = personRoute({ permission: 'desk.administer' }, async ({ actor, request }) => {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') throw new AppError('forbidden', 'A page of this site is needed.');
  if (Number(request.headers.get('content-length') ?? 0) > mostHistoryBytes)
    throw new AppError('too_large', 'file: at most 100 MB.');
  if (!request.body) throw new AppError('invalid', 'file: is missing.');
  return Response.json(await startHistory(actor, nameOf(request), request.body), { status: 201 });
});

function nameOf(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get('x-file-name') ?? '').trim() || 'Tickets.csv';
  } catch {
    return 'Tickets.csv';
  }
}
