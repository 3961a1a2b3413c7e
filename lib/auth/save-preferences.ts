import { db } from '../platform/db';
import type { PersonActor } from './permissions';
import { type Preferences, type PreferencesPatch, parsePreferences } from './preferences.schema';

export async function readPreferences(personId: string): Promise<Preferences> {
  const person = await db().person.findUnique({ where: { id: personId }, select: { preferences: true } });
  return parsePreferences(person?.preferences);
}

/** Changes the parts that are named, in one statement: of two browsers that save different parts both are kept. */
export async function savePreferences(person: PersonActor, patch: PreferencesPatch): Promise<Preferences> {
  await db().$executeRaw`
    UPDATE "Person" SET preferences = preferences || ${JSON.stringify(patch)}::jsonb WHERE id = ${person.id}::uuid`;
  return readPreferences(person.id);
}
