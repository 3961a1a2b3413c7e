'use server';

import { dropHistory } from '@/lib/history/drop-history';
import { dropHistorySchema, mapHistorySchema } from '@/lib/history/history.schema';
import { mapHistory } from '@/lib/history/map-history';
import { personAction } from '@/lib/http/action';

const permission = 'desk.administer' as const;
const mapping = personAction({ permission, input: mapHistorySchema }, mapHistory);
const dropping = personAction({ permission, input: dropHistorySchema }, dropHistory);

export async function readTable(input: unknown) {
  return mapping(input);
}
export async function deleteImport(input: unknown) {
  return dropping(input);
}
