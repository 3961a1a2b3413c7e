import { titleKey } from '../format/title-key';
import { db } from '../platform/db';
import type { Definition } from '../platform/records';
import { testedSchema } from './definition.schema';
import { readPersonNames } from './list-definitions';
import { lookAtPolicy } from './look-at-policy';
import { playbookSchema } from './playbook.schema';
import { policySchema } from './policy.schema';
import type { Waiting, WaitingChange } from './waiting.schema';

/** Every draft and trial of policies and playbooks, what began last first, with how its cases stand. */
export async function listWaiting(now = new Date()): Promise<Waiting> {
  const rows = await db().definition.findMany({ where: { state: { in: ['draft', 'trial'] } } });
  const whose = ({ state, personId, releasedById }: Definition) =>
    state === 'trial' ? (releasedById ?? personId) : personId;
  const nameOf = await readPersonNames(rows.map(whose));
  const changes = rows.map(
    (row): WaitingChange => ({
      kind: row.kind,
      key: row.key,
      title: titleOf(row),
      state: row.state === 'trial' ? 'trial' : 'draft',
      version: row.version,
      share: row.state === 'trial' ? row.share : 0,
      since: ((row.state === 'trial' ? row.releasedAt : null) ?? row.createdAt).toISOString(),
      by: nameOf(whose(row)),
      note: row.note,
      cases: { all: Array.isArray(row.cases) ? row.cases.length : 0, failing: countFailing(row, now) },
    }),
  );
  return { changes: changes.sort((one, other) => other.since.localeCompare(one.since)) };
}

function titleOf({ kind, key, body }: Definition): string {
  const title =
    kind === 'policy' ? policySchema.safeParse(body).data?.title : playbookSchema.safeParse(body).data?.name;
  return title ?? titleKey(key);
}

/** Of a policy they are decided here and now; a playbook's are walked by who edits it, and say something of that revision only. */
function countFailing({ kind, key, body, cases, tested, revision }: Definition, now: Date): number | null {
  const all = Array.isArray(cases) ? (cases as Record<string, unknown>[]) : [];
  if (all.length === 0) return 0;
  if (kind === 'playbook') {
    const last = testedSchema.nullable().safeParse(tested).data ?? null;
    return last?.revision === revision ? last.failed : null;
  }
  const definition = policySchema.safeParse(body).data;
  if (!definition) return null;
  return lookAtPolicy({ key, definition, cases: all }, now).cases.filter(({ passed }) => passed === false).length;
}
