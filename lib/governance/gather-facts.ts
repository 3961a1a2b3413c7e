import { evaluateExpression, type Scope } from './evaluate-expression';
import { type DecisionScope, type Fact, factLimits, type PolicyDefinition } from './policy.schema';

/** What a read of the system of record brought. `missing`: it answered that there is no such thing, or not for this one. */
export type FactAnswer =
  | { kind: 'had'; value: unknown }
  | { kind: 'missing'; code: string }
  | { kind: 'unavailable'; message: string };
export type ReadFact = (tool: string, args: Record<string, unknown>) => Promise<FactAnswer>;
export type Facts = Record<string, unknown>;

/** A few at a time: the facts of one decision must not take all the lines to a system. */
const atOnce = 4;

class Unavailable extends Error {}

/**
 * Reads what a policy's rules speak of, in the order it is written: a fact may build on those above it. What there is not
 * is `{missing: code}`, so that its rules cannot be checked and hold. The same question is asked once.
 * Null when a system did not answer: nothing can be decided then.
 */
export async function gatherFacts(
  definition: Pick<PolicyDefinition, 'facts'>,
  about: Pick<DecisionScope, 'action'> & { customer?: DecisionScope['customer'] },
  read: ReadFact,
): Promise<Facts | null> {
  const facts: Facts = {};
  const asked = new Map<string, Promise<unknown>>();
  const ask = (tool: string, args: Record<string, unknown>): Promise<unknown> => {
    const question = JSON.stringify([tool, args]);
    const answer =
      asked.get(question) ??
      (asked.size >= factLimits.reads ? Promise.resolve({ missing: 'too_many_reads' }) : readOne(read, tool, args));
    asked.set(question, answer);
    return answer;
  };
  try {
    for (const [name, fact] of Object.entries(definition.facts)) {
      facts[name] = await gatherOne(fact, { action: about.action, customer: about.customer ?? {}, facts }, ask);
    }
    return facts;
  } catch (error) {
    if (error instanceof Unavailable) return null;
    throw error;
  }
}

async function readOne(read: ReadFact, tool: string, args: Record<string, unknown>): Promise<unknown> {
  const answer = await read(tool, args);
  if (answer.kind === 'unavailable') throw new Unavailable(answer.message);
  return answer.kind === 'had' ? answer.value : { missing: answer.code };
}

type Ask = (tool: string, args: Record<string, unknown>) => Promise<unknown>;

async function gatherOne(fact: Fact, scope: Scope, ask: Ask): Promise<unknown> {
  if (fact.each === undefined) {
    const args = argsOf(fact, scope);
    return args ? ask(fact.tool, args) : { missing: 'not_asked' };
  }
  const items = tryEvaluate(fact.each, scope);
  if (!Array.isArray(items)) return { missing: 'not_a_list' };
  if (items.length > factLimits.elements) return { missing: 'too_many' };
  const answers: unknown[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    const few = items.slice(from, from + atOnce).map((item) => {
      const args = argsOf(fact, { ...scope, item });
      return args ? ask(fact.tool, args) : Promise.resolve({ missing: 'not_asked' });
    });
    answers.push(...(await Promise.all(few)));
  }
  return answers;
}

/** Null when an argument cannot be said: what it builds on is not there. */
function argsOf(fact: Fact, scope: Scope): Record<string, unknown> | null {
  const args: Record<string, unknown> = {};
  for (const [key, expression] of Object.entries(fact.args)) {
    const value = tryEvaluate(expression, scope);
    if (value === undefined) return null;
    args[key] = value;
  }
  return args;
}

function tryEvaluate(expression: string, scope: Scope): unknown {
  try {
    return evaluateExpression(expression, scope);
  } catch {
    return undefined;
  }
}
