import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Definition } from '../platform/records';
import { testedSchema } from './definition.schema';
import { findWayBack, readDefinition, readPersonNames } from './list-definitions';
import { playbookSchema } from './playbook.schema';
import { playbookCasesSchema } from './playbook-case.schema';
import type { PlaybookVersion, PlaybookView } from './playbook-view.schema';

/** All that stands under a key, with what it says. Throws `not_found`. */
export async function viewPlaybook(key: string): Promise<PlaybookView> {
  const standing = await readDefinition({ kind: 'playbook', key });
  if (!standing) throw new AppError('not_found', `There is no playbook ${key}.`);
  const rows = [standing.draft, standing.trial, standing.live, standing.newest].filter((row) => row !== null);
  const nameOf = await readPersonNames(rows.map(({ personId }) => personId));
  const view = (row: Definition | null) => row && viewVersion(row, nameOf);
  return {
    key,
    draft: view(standing.draft),
    trial: view(standing.trial),
    live: view(standing.live),
    newest: viewVersion(standing.newest, nameOf),
    backTo: await findWayBack(standing),
    ran: standing.live ? await countRuns(key, standing.live.version) : 0,
  };
}

/** How often a version ran in the last 30 days. */
async function countRuns(key: string, version: number): Promise<number> {
  const rows = await db().$queryRaw<{ runs: number }[]>`
    SELECT count(*)::int AS runs FROM "PlaybookRun"
    WHERE playbook = ${key} AND version = ${version} AND "startedAt" > now() - interval '30 days'`;
  return rows[0]?.runs ?? 0;
}

/** One version, whatever became of it. Throws `not_found`. */
export async function viewPlaybookVersion(key: string, version: number): Promise<PlaybookVersion> {
  const row = await db().definition.findUnique({ where: { kind_key_version: { kind: 'playbook', key, version } } });
  if (!row) throw new AppError('not_found', `There is no version ${version} of ${key}.`);
  return viewVersion(row, await readPersonNames([row.personId]));
}

function viewVersion(row: Definition, nameOf: (id: string | null) => string | null): PlaybookVersion {
  const { id, version, state, share, revision, note, personId, updatedAt, releasedAt } = row;
  const what = `Version ${version} of ${row.key}`;
  return {
    id,
    version,
    state,
    share,
    revision,
    note,
    by: nameOf(personId),
    updatedAt: updatedAt.toISOString(),
    releasedAt: releasedAt?.toISOString() ?? null,
    tested: testedSchema.nullable().safeParse(row.tested).data ?? null,
    definition: parsed(playbookSchema, row.body, `${what} cannot be read.`),
    cases: parsed(playbookCasesSchema, row.cases, `The cases of version ${version} of ${row.key} cannot be read.`),
  };
}

function parsed<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false; error: Error } },
  value: unknown,
  says: string,
): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new AppError('internal', says, { cause: result.error.message.slice(0, 400) });
  return result.data;
}
