import { isDeepStrictEqual } from 'node:util';
import { inTransaction, type Prisma, type Tx } from '../platform/db';
import type { Definition } from '../platform/records';
import { checkPolicyFile } from './check-policy-file';
import { addDraft, noted } from './draft-definition';
import type { PolicyFile } from './export-policies';
import { lockDefinition } from './lock-definition';
import { parsePolicyFile } from './parse-policy-file';
import { policySchema } from './policy.schema';
import type { FiledPolicy } from './policy-file.schema';

/** What became of the policies of a file, a line each; `refused` when not all of them are drafts or in force now. */
export type PolicyImport = { says: string[]; refused: boolean };

type Cases = Record<string, unknown>[];

/**
 * Makes drafts of the policies of a file, with the cases beside it where there are any: it releases nothing. A file that
 * does not check is refused as a whole, with FILE:LINE:COLUMN; a draft that a person wrote is never written over.
 */
export async function importPolicies(file: PolicyFile, cases: PolicyFile | null, now: Date): Promise<PolicyImport> {
  const check = checkPolicyFile(file, cases, now);
  if (check.code === 1) return { says: check.err, refused: true };
  const { policies } = parsePolicyFile(file.text);
  const given = cases && readLines(cases.text);
  const says: string[] = [...check.err];
  let refused = false;
  for (const policy of policies) {
    const { tools } = policy.definition;
    const mine = given?.filter(({ tool }) => tools.includes(String(tool))) ?? null;
    const done = await inTransaction((tx) => takeIn(tx, policy, policies.length === 1 ? given : mine, file.name));
    says.push(`${file.name}: ${policy.key}: ${done.says}`);
    refused ||= !done.taken;
  }
  if (check.code === 2) says.push(`${cases!.name}: some cases are decided otherwise than they expect.`);
  return { says, refused };
}

/** As they were written: that each is a case was said by the check. */
const readLines = (text: string): Cases =>
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Cases[number]]));

async function takeIn(
  tx: Tx,
  { key, definition }: FiledPolicy,
  given: Cases | null,
  from: string,
): Promise<{ says: string; taken: boolean }> {
  const all = await lockDefinition(tx, { kind: 'policy', key });
  const draft = all.find(({ state }) => state === 'draft');
  const live = all.find(({ state }) => state === 'live');
  const saysIt = (row: Definition) =>
    isDeepStrictEqual(policySchema.safeParse(row.body).data, definition) &&
    (given === null || isDeepStrictEqual(row.cases, given));
  if (draft && saysIt(draft)) return { says: `the draft v${draft.version} says so already.`, taken: true };
  if (draft?.personId)
    return {
      says: `there is a draft v${draft.version} that somebody writes. Release or discard it first.`,
      taken: false,
    };
  if (!draft && live && saysIt(live)) return { says: `v${live.version}, in force, says so already.`, taken: true };
  const cases = given ?? ((draft ?? live ?? all[0])?.cases as Cases | undefined) ?? [];
  const note = `Imported from ${from.split(/[\\/]/).at(-1)}`.slice(0, 400);
  if (!draft) {
    const made = await addDraft(
      tx,
      null,
      { kind: 'policy', key },
      { version: (all[0]?.version ?? 0) + 1, body: definition, cases, note },
    );
    return { says: `is draft v${made.version} now.`, taken: true };
  }
  const json = (value: unknown) => value as Prisma.InputJsonValue;
  await tx.definition.update({
    where: { id: draft.id },
    data: { body: json(definition), cases: json(cases), note, revision: { increment: 1 } },
  });
  await noted(tx, null, draft, 'drafted');
  return { says: `the draft v${draft.version} says this now.`, taken: true };
}
