import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Definition } from '../platform/records';
import { findWayBack, readDefinition, readPersonNames } from './list-definitions';
import { policySchema } from './policy.schema';
import type { PolicyVersion, PolicyView } from './policy-view.schema';
import { sayRule } from './say-rule';

/** What stands under a key, with what it says. Throws `not_found`. */
export async function viewPolicy(key: string): Promise<PolicyView> {
  const standing = await readDefinition({ kind: 'policy', key });
  if (!standing) throw new AppError('not_found', `There is no policy ${key.slice(0, 61)}.`);
  const { draft, trial, live, newest } = standing;
  const nameOf = await readPersonNames([draft, trial, live, newest].map((one) => one?.personId ?? null));
  const of = (one: Definition | null) => one && toVersion(one, nameOf);
  return {
    key,
    draft: of(draft),
    trial: of(trial),
    live: of(live),
    newest: toVersion(newest, nameOf),
    backTo: await findWayBack(standing),
  };
}

/** One version as it was, whatever became of it. Throws `not_found`. */
export async function viewPolicyVersion(key: string, version: number): Promise<PolicyVersion> {
  const row = await db().definition.findUnique({ where: { kind_key_version: { kind: 'policy', key, version } } });
  if (!row) throw new AppError('not_found', `There is no version ${version} of this policy.`);
  return toVersion(row, await readPersonNames([row.personId]));
}

function toVersion(row: Definition, nameOf: (id: string | null) => string | null): PolicyVersion {
  const definition = policySchema.parse(row.body);
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    share: row.share,
    note: row.note,
    revision: row.revision,
    by: nameOf(row.personId),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    releasedAt: row.releasedAt?.toISOString() ?? null,
    definition,
    sentences: definition.rules.map((rule) => sayRule(rule)),
    cases: row.cases as Record<string, unknown>[],
  };
}
