import { db } from '../platform/db';
import type { Definition } from '../platform/records';
import { policySchema } from './policy.schema';
import { writePolicyFile } from './write-policy-file';

export type PolicyFile = { name: string; text: string };

/**
 * Each policy in force as a file that `check` and `import` read, with its cases beside it, one a line:
 * `refunds.yaml`, `refunds.cases.jsonl`. Drafts, where asked for, are `refunds.draft.yaml`.
 */
export async function exportPolicies({ drafts }: { drafts: boolean }): Promise<PolicyFile[]> {
  const rows = await db().definition.findMany({
    where: { kind: 'policy', state: { in: drafts ? ['live', 'draft'] : ['live'] } },
    orderBy: [{ key: 'asc' }, { version: 'asc' }],
  });
  return rows.flatMap(toFiles);
}

function toFiles({ key, state, body, cases }: Definition): PolicyFile[] {
  const name = state === 'draft' ? `${key}.draft` : key;
  const policy = {
    name: `${name}.yaml`,
    text: writePolicyFile([{ key, definition: policySchema.parse(body) }], 'yaml'),
  };
  const lines = (cases as unknown[]).map((one) => `${JSON.stringify(one)}\n`).join('');
  return lines === '' ? [policy] : [policy, { name: `${name}.cases.jsonl`, text: lines }];
}
