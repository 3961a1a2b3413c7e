import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Definition } from '../platform/records';
import { assertPlaybookSound } from './assert-playbook-sound';
import { testedSchema } from './definition.schema';
import { lookAtPolicy } from './look-at-policy';
import { parseBody } from './parse-body';
import { policySchema } from './policy.schema';

/** Throws `conflict` with what stands in the way of releasing a draft. */
export async function assertReleasable(tx: Tx, draft: Definition): Promise<void> {
  parseBody(draft.kind, draft.body);
  await (draft.kind === 'policy' ? assertPolicy(tx, draft) : assertPlaybook(draft));
}

async function assertPolicy(tx: Tx, { key, body, cases }: Definition): Promise<void> {
  const definition = policySchema.parse(body);
  const look = lookAtPolicy({ key, definition, cases: cases as Record<string, unknown>[] }, new Date());
  const error = look.findings.find(({ severity }) => severity === 'error');
  if (error) throw new AppError('conflict', `${error.at}: ${error.says}`);
  const failing = look.cases.filter(({ passed }) => passed === false);
  const [first] = failing;
  if (first) {
    const more = failing.length > 1 ? ` ${failing.length - 1} more fail.` : '';
    throw new AppError('conflict', `The case “${first.name}” fails. ${first.why ?? ''}${more}`);
  }
  await assertAlone(tx, key, definition.tools);
}

/** One policy decides on a tool: of two it would be left open which. */
async function assertAlone(tx: Tx, key: string, tools: string[]): Promise<void> {
  const others = await tx.definition.findMany({
    where: { kind: 'policy', key: { not: key }, state: { in: ['live', 'trial'] } },
    select: { key: true, body: true },
  });
  for (const other of others) {
    const shared = policySchema.safeParse(other.body).data?.tools.find((tool) => tools.includes(tool));
    if (shared) throw new AppError('conflict', `${shared} is ruled by the policy “${other.key}” already.`);
  }
}

async function assertPlaybook({ key, body, cases: all, tested: last, revision }: Definition): Promise<void> {
  await assertPlaybookSound(key, body);
  const cases = all as unknown[];
  if (cases.length === 0) return;
  const tested = testedSchema.nullable().parse(last);
  if (tested?.revision !== revision)
    throw new AppError('conflict', 'Its cases were not run since the last change. Run them first.');
  if (tested.failed > 0) throw new AppError('conflict', `${tested.failed} of ${cases.length} cases fail.`);
}
