'use server';

import { personAction } from '@/lib/http/action';
import { saveBaseline } from '@/lib/worth/save-baseline';
import { baselineSchema } from '@/lib/worth/worth.schema';

const saving = personAction({ permission: 'desk.administer', input: baselineSchema }, saveBaseline);

export async function keepBaseline(input: unknown) {
  return saving(input);
}
