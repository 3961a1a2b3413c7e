import { personRoute } from '@/lib/http/route';
import { viewImport } from '@/lib/knowledge/view-import';
import { AppError } from '@/lib/platform/errors';
import { isId } from '@/lib/platform/ids';

export const GET = personRoute({ permission: 'knowledge.edit' }, ({ actor, params }) => {
  if (!isId(params.id ?? '')) throw new AppError('not_found', 'There is no such import.');
  return viewImport(actor, params.id!);
});
