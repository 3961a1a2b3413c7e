import { db } from '../platform/db';
import type { KeyView } from './key.schema';

/** The keys in use, newest first. */
export async function listKeys(): Promise<KeyView[]> {
  const keys = await db().apiKey.findMany({ where: { revokedAt: null }, orderBy: { createdAt: 'desc' }, take: 200 });
  const people = await db().person.findMany({
    where: { id: { in: keys.flatMap(({ personId }) => personId ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return keys.map(({ id, name, prefix, scopes, personId, createdAt, usedAt }) => ({
    id,
    name,
    prefix,
    scopes,
    by: (personId && nameOf.get(personId)) || null,
    createdAt: createdAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  }));
}
