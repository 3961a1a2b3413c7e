import { titleKey } from '../format/title-key';
import { db } from '../platform/db';
import { listDefinitions, readPersonNames } from './list-definitions';
import { effectSchema, policySchema } from './policy.schema';
import type { PoliciesView, PolicyRow } from './policy-view.schema';

const dayMs = 86_400_000;

/** Every policy with what stands of it, and what was decided by it in the last 30 days; by title. */
export async function listPolicies(now = new Date()): Promise<PoliciesView> {
  const [standing, decided] = await Promise.all([
    listDefinitions('policy'),
    db().action.groupBy({
      by: ['policy', 'effect'],
      where: { createdAt: { gte: new Date(now.getTime() - 30 * dayMs) }, policy: { not: null } },
      _count: true,
    }),
  ]);
  const nameOf = await readPersonNames(standing.map(({ draft }) => draft?.personId ?? null));
  const rows = standing.map(({ key, live, trial, draft, newest }): PolicyRow => {
    const { title, description, tools, rules } = policySchema.parse((live ?? trial ?? draft ?? newest).body);
    const decisions = { allow: 0, needs_approval: 0, deny: 0 };
    for (const { policy, effect, _count } of decided) {
      const known = effectSchema.safeParse(effect);
      if (policy === key && known.success) decisions[known.data] += _count;
    }
    return {
      key,
      title: title ?? titleKey(key),
      description: description ?? null,
      tools,
      rules: rules.length,
      live: live && { version: live.version, since: live.releasedAt?.toISOString() ?? null },
      trial: trial && { version: trial.version, share: trial.share },
      draft: draft && {
        version: draft.version,
        by: nameOf(draft.personId),
        at: draft.updatedAt.toISOString(),
      },
      decisions,
    };
  });
  return { policies: rows.sort((one, other) => one.title.localeCompare(other.title)) };
}
