import { db } from '../platform/db';
import type { Definition } from '../platform/records';
import { type DefinitionKind, type DefinitionName, type DefinitionVersion, takenBackSchema } from './definition.schema';

export type Standing = {
  draft: Definition | null;
  trial: Definition | null;
  live: Definition | null;
  newest: Definition;
};

/** What stands under each key of a kind; keys of which nothing stands any more come with their newest version. */
export async function listDefinitions(kind: DefinitionKind): Promise<(Standing & { key: string })[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Definition" WHERE kind = ${kind}::"DefinitionKind" AND state <> 'retired'
    UNION
    (SELECT DISTINCT ON (key) id::text FROM "Definition" WHERE kind = ${kind}::"DefinitionKind" ORDER BY key, version DESC)`;
  const found = await db().definition.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    orderBy: [{ key: 'asc' }, { version: 'desc' }],
  });
  const keys = [...new Set(found.map(({ key }) => key))];
  return keys.map((key) => ({ key, ...standingOf(found.filter((one) => one.key === key)) }));
}

/** All of one key, newest first. */
export async function readDefinition({ kind, key }: DefinitionName): Promise<Standing | null> {
  const rows = await db().definition.findMany({
    where: { kind, key, OR: [{ state: { not: 'retired' } }, { version: await newestOf(kind, key) }] },
    orderBy: { version: 'desc' },
  });
  return rows.length > 0 ? standingOf(rows) : null;
}

/** The version `rollBackDefinition` would lead to; null for none. */
export async function findWayBack({ trial, live }: Pick<Standing, 'trial' | 'live'>): Promise<number | null> {
  if (trial || !live) return live?.version ?? null;
  const before = await db().definition.findFirst({
    where: { kind: live.kind, key: live.key, state: 'retired', share: 100, version: { lt: live.version } },
    orderBy: { version: 'desc' },
    select: { version: true },
  });
  return before?.version ?? null;
}

/** The versions there were, newest first, without what they say. */
export async function listDefinitionVersions({ kind, key }: DefinitionName, limit = 100): Promise<DefinitionVersion[]> {
  const rows = await db().definition.findMany({
    where: { kind, key },
    orderBy: { version: 'desc' },
    take: limit,
    omit: { body: true, cases: true, tested: true },
  });
  const found = rows.map(({ takenBack, ...row }) => ({
    row,
    takenBack: takenBackSchema.nullable().safeParse(takenBack).data ?? null,
  }));
  const nameOf = await readPersonNames(
    found.flatMap(({ row, takenBack }) => [row.personId, row.releasedById, takenBack?.by ?? null]),
  );
  return found.map(({ row, takenBack }) => {
    const { personId, releasedById, createdAt, updatedAt, releasedAt, id, version, state, share, note, revision } = row;
    return {
      id,
      version,
      state,
      share,
      note,
      revision,
      by: nameOf(personId),
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      releasedAt: releasedAt?.toISOString() ?? null,
      releasedBy: nameOf(releasedById),
      takenBack: takenBack && { ...takenBack, by: nameOf(takenBack.by) },
    };
  });
}

/** The names of these people; null of whom there is not. */
export async function readPersonNames(
  ids: (string | null)[],
): Promise<(id: string | null | undefined) => string | null> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const people =
    known.length > 0
      ? await db().person.findMany({ where: { id: { in: known } }, select: { id: true, name: true } })
      : [];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => (id && names.get(id)) || null;
}

async function newestOf(kind: DefinitionKind, key: string): Promise<number> {
  const newest = await db().definition.aggregate({ where: { kind, key }, _max: { version: true } });
  return newest._max.version ?? 0;
}

function standingOf(rows: Definition[]): Standing {
  const of = (state: Definition['state']) => rows.find((one) => one.state === state) ?? null;
  return { draft: of('draft'), trial: of('trial'), live: of('live'), newest: rows[0]! };
}
