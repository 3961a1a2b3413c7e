import { exportRefused } from '@/lib/history/export-refused';
import { personRoute } from '@/lib/http/route';
import { AppError } from '@/lib/platform/errors';
import { isId } from '@/lib/platform/ids';

export const GET = personRoute({ permission: 'desk.administer' }, async ({ actor, params }) => {
  if (!isId(params.id ?? '')) throw new AppError('not_found', 'There is no such import.');
  const { name, csv } = await exportRefused(actor, params.id!);
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
});
