import { db } from '../platform/db';

/** Whom a conversation can be given to. */
export async function listPeople() {
  const [people, teams] = await Promise.all([
    db().person.findMany({
      where: { disabledAt: null },
      orderBy: { name: 'asc' },
      select: { id: true, name: true, hue: true, role: true },
    }),
    db().team.findMany({ orderBy: { position: 'asc' }, select: { id: true, name: true } }),
  ]);
  return { people, teams };
}
