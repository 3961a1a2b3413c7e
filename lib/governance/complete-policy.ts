import { type Completions, completeExpression } from './complete-expression';
import { describeScope, type KnownTools } from './expressions/describe-scope';
import type { PolicyDefinition } from './policy.schema';

/** What may stand at the cursor of an expression of a policy. Touches nothing. */
export const completePolicy = (
  text: string,
  offset: number,
  definition: PolicyDefinition,
  tools: KnownTools = new Map(),
): Completions => completeExpression(text, offset, describeScope(definition, tools), tools);
