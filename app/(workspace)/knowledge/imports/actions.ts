'use server';

import { personAction } from '@/lib/http/action';
import { cancelImport } from '@/lib/knowledge/cancel-import';
import { confirmImport } from '@/lib/knowledge/confirm-import';
import { cancelImportSchema, confirmImportSchema } from '@/lib/knowledge/import.schema';

const confirming = personAction({ permission: 'knowledge.edit', input: confirmImportSchema }, confirmImport);
const cancelling = personAction({ permission: 'knowledge.edit', input: cancelImportSchema }, cancelImport);

export async function confirmReadImport(input: { importId: string; publish: boolean }) {
  return confirming(input);
}

export async function cancelOpenImport(input: { importId: string }) {
  return cancelling(input);
}
