import { caseSchema } from './case.schema';
import { checkPolicy, type KnownTools } from './check-policy';
import type { PolicyDefinition } from './policy.schema';
import type { CaseLook, PolicyDraftInput, PolicyFinding, PolicyLook } from './policy-view.schema';
import { runCases } from './run-cases';
import { sayRule } from './say-rule';

/**
 * What a policy says in plain words, what is wrong with it, and how its cases come out. The more is known of the tools,
 * the more is seen. Touches nothing.
 */
export function lookAtPolicy({ key, definition, cases }: PolicyDraftInput, now: Date, tools?: KnownTools): PolicyLook {
  return {
    sentences: definition.rules.map((rule) => sayRule(rule)),
    findings: findIn(definition, tools),
    cases: cases.map((one, at) => lookAtCase(key, definition, one, at, now)),
  };
}

const findIn = (definition: PolicyDefinition, tools?: KnownTools): PolicyFinding[] =>
  checkPolicy(definition, tools).map(({ severity, path, where, at, says }) => ({
    severity,
    rule: path[0] === 'rules' && typeof path[1] === 'number' ? path[1] : null,
    at: where,
    column: at === null ? null : at + 1,
    says,
  }));

function lookAtCase(
  key: string,
  definition: PolicyDefinition,
  raw: Record<string, unknown>,
  at: number,
  now: Date,
): CaseLook {
  const parsed = caseSchema.safeParse(raw);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    const name = typeof raw.name === 'string' ? raw.name : `Case ${at + 1}`;
    const why = `This case cannot be read: ${path.join('.') || 'it'}: ${message}.`;
    return { name, must: null, does: null, passed: false, why, advice: null };
  }
  const named = { ...parsed.data, name: parsed.data.name ?? `Case ${at + 1}` };
  const [result] = runCases([{ key, version: 0, definition }], [named], now);
  const { name, must, does, passed, why, advice } = result!;
  return { name, must, does: { effect: does.effect, rule: does.rule }, passed, why, advice };
}
