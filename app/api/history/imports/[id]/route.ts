import { viewHistory } from '@/lib/history/list-history';
import { personRoute } from '@/lib/http/route';
import { AppError } from '@/lib/platform/errors';
import { isId } from '@/lib/platform/ids';

export const GET = personRoute({ permission: 'desk.administer' }, ({ actor, params }) => {
  if (!isId(params.id ?? '')) throw new AppError('not_found', 'There is no such import.');
  return viewHistory(actor, params.id!);
});
