'use server';

import { type PreferencesPatch, preferencesPatchSchema } from '@/lib/auth/preferences.schema';
import { savePreferences as keepPreferences } from '@/lib/auth/save-preferences';
import { personAction } from '@/lib/http/action';

const saving = personAction({ permission: 'conversations.work', input: preferencesPatchSchema }, keepPreferences);

/** A person's own settings, and nobody else's. */
export async function savePreferences(patch: PreferencesPatch) {
  return saving(patch);
}
