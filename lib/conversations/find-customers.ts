import { db, Prisma } from '../platform/db';
import { foldWords } from './fold-words';

/** From so many characters on any part is found; fewer are taken as the beginning of a name. */
const partFrom = 3;

const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/**
 * The ids of customers by any part of their name or of what they are reached by, at most so many. Whoever was merged into
 * another is found as that one. `byReach` false looks among names only.
 */
export async function findCustomers(typed: string, most: number, byReach = true): Promise<string[]> {
  const name = foldWords(typed).join(' ');
  const value = typed.trim().toLowerCase();
  const byName =
    name === ''
      ? null
      : [...name.replaceAll(' ', '')].length >= partFrom && /[^\s]{3}/.test(name)
        ? `%${literal(name)}%`
        : `${literal(name)}%`;
  const found: Prisma.Sql[] = [];
  if (byName) found.push(Prisma.sql`(SELECT id FROM "Customer" WHERE search_words(name) LIKE ${byName} LIMIT ${most})`);
  if (byReach && /[\p{L}\p{N}]{3}/u.test(value))
    found.push(
      Prisma.sql`(SELECT "customerId" FROM "Identity" WHERE lower(value) LIKE ${`%${literal(value)}%`}
        AND kind NOT IN ('visitor', 'account') LIMIT ${most})`,
    );
  if (found.length === 0) return [];
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT coalesce(cu."mergedIntoId", cu.id)::text AS id
    FROM (${Prisma.join(found, ' UNION ')}) AS found(id) JOIN "Customer" cu ON cu.id = found.id LIMIT ${most}`;
  return rows.map(({ id }) => id);
}
