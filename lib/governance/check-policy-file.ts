import { checkPolicy } from './check-policy';
import { type ParsedCase, parseCases } from './parse-cases';
import { parsePolicyFile } from './parse-policy-file';
import type { ReleasedPolicy } from './policy.schema';
import type { FilePlace } from './policy-file.schema';
import { runCases } from './run-cases';

/** What a check of a file prints, and how it ends: 0, 1 for what cannot be used, 2 for a case that fails. */
export type FileCheck = { out: string[]; err: string[]; code: 0 | 1 | 2 };

/**
 * Decides cases with the policies of a file: one line of JSON each, and a last one with the sums. Places are given as
 * FILE:LINE:COLUMN. Touches nothing; `now` is for cases that name no time.
 */
export function checkPolicyFile(
  policy: { name: string; text: string },
  cases: { name: string; text: string } | null,
  now: Date,
): FileCheck {
  const { policies, problems, placeOf } = parsePolicyFile(policy.text);
  const said = (place: FilePlace, says: string) => `${policy.name}:${place.line}:${place.column}: ${says}`;
  if (problems.length > 0) return { out: [], err: problems.map((one) => said(one, one.says)), code: 1 };

  const findings = policies.flatMap(({ definition }, at) =>
    checkPolicy(definition).map((one) => ({ ...one, policy: at })),
  );
  const err = findings.map(({ severity, policy: of, path, at, rule, says }) => {
    const about = rule === null ? '' : `rule “${rule}”: `;
    return said(placeOf(of, path, at ?? 0), `${severity === 'hint' ? 'hint: ' : ''}${about}${says}`);
  });
  if (findings.some(({ severity }) => severity === 'error')) return { out: [], err, code: 1 };

  const released = policies.map((one): ReleasedPolicy => ({ ...one, version: 1 }));
  const lines = cases ? parseCases(cases.text) : [];
  const decided = lines.map((line) => decideLine(released, line, now));
  for (const { line, broken } of decided) if (broken) err.push(`${cases!.name}:${line}: ${broken}`);
  const of = (effect: string) => decided.filter((one) => one.says?.effect === effect).length;
  const failed = decided.filter((one) => one.says?.passed === false).length;
  const summary = {
    summary: {
      policies: policies.length,
      cases: lines.length,
      allow: of('allow'),
      needs_approval: of('needs_approval'),
      deny: of('deny'),
      broken: decided.filter(({ broken }) => broken).length,
      passed: decided.filter((one) => one.says?.passed === true).length,
      failed,
    },
  };
  const out = [...decided.flatMap(({ says }) => (says ? [says] : [])), summary].map((one) => JSON.stringify(one));
  return { out, err, code: decided.some(({ broken }) => broken) ? 1 : failed > 0 ? 2 : 0 };
}

type Said = { effect: string; passed?: boolean; [more: string]: unknown };

/** A line that is JSON gets a decision even when it is no case: what cannot be understood is denied. */
function decideLine(
  policies: ReleasedPolicy[],
  line: ParsedCase,
  now: Date,
): { line: number; says: Said | null; broken: string | null } {
  if (line.kind === 'broken') {
    const { name, tool } = line;
    const denied = {
      case: name ?? `line ${line.line}`,
      tool,
      effect: 'deny',
      rule: null,
      policy: null,
      agent: line.says,
    };
    return { line: line.line, says: line.json ? denied : null, broken: line.says };
  }
  const [result] = runCases(policies, [{ ...line.value, name: line.value.name ?? `line ${line.line}` }], now);
  const { name, tool, does, decision, must, passed, why } = result!;
  const says: Said = {
    case: name,
    tool,
    effect: does.effect,
    rule: does.rule,
    policy: does.policy,
    ...(decision.approvers ? { approvers: decision.approvers } : {}),
    ...(decision.approvals ? { approvals: decision.approvals } : {}),
    ...(decision.customer ? { customer: decision.customer } : {}),
    agent: decision.agent,
    ...(must ? { expect: must, passed: passed!, ...(why ? { why } : {}) } : {}),
  };
  return { line: line.line, says, broken: null };
}
