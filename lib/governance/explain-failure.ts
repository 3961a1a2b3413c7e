import { sayUnreadable } from './expressions/say-unreadable';
import type { PolicyDefinition } from './policy.schema';

/** What CEL says of a failure, by its code, for somebody who does not know CEL. */
const words: Record<string, (summary: string) => string> = {
  no_such_key: (summary) => `there is no ${quoted(summary)}.`,
  index_out_of_bounds: () => 'a list is shorter than the rule needs.',
  unknown_variable: (summary) => `nothing is called ${quoted(summary)}.`,
  no_such_overload: () => 'the values do not go together, such as a text and a number.',
  no_matching_overload: () => 'the values do not go together, such as a text and a number.',
  invalid_condition_type: () => 'a condition is neither true nor false.',
  division_by_zero: () => 'it divides by zero.',
};
const quoted = (summary: string) => `“${summary.split(': ').at(-1)}”`;

/**
 * Why a rule could not be checked, as a sentence that says what was missing: a fact nobody gave, one that could not be
 * had, or the words of the language.
 */
export function explainFailure(
  error: unknown,
  expression: string,
  definition: Pick<PolicyDefinition, 'facts'>,
  facts: Record<string, unknown>,
): string {
  const named = new Set([...expression.matchAll(/\bfacts\.(\w+)/g)].map((match) => match[1]!));
  for (const name of named) {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    const tool = Object.hasOwn(definition.facts, name) ? ` (read with ${definition.facts[name]!.tool})` : '';
    if (fact === undefined || fact === null) return `the fact “${name}”${tool} is missing.`;
    const code = missingOf(fact);
    if (code) return `the fact “${name}”${tool} could not be had: ${code}.`;
  }
  const unreadable = sayUnreadable(error as Parameters<typeof sayUnreadable>[0]);
  if (unreadable) return unreadable;
  const { code, summary } = error as { code?: string; summary?: string };
  const say = code === undefined ? undefined : words[code];
  if (say) return say(summary ?? '');
  return error instanceof Error ? (error.message.split('\n')[0] ?? 'it failed') : String(error);
}

function missingOf(fact: unknown): string | null {
  const one = Array.isArray(fact) ? fact.find((element) => missingOf(element) !== null) : fact;
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return null;
  const { missing } = one as { missing?: unknown };
  return typeof missing === 'string' ? missing.replaceAll('_', ' ') : null;
}
