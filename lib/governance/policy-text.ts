import { parsePolicyFile } from './parse-policy-file';
import type { PolicyDefinition } from './policy.schema';
import type { ReadText } from './policy-view.schema';
import { writePolicyFile } from './write-policy-file';

/** One policy as YAML, as `readPolicyText` reads it back. */
export const writePolicyText = (policy: { key: string; definition: PolicyDefinition }): string =>
  writePolicyFile([policy], 'yaml');

/** The one policy of a text, or what is wrong with it and where. */
export function readPolicyText(text: string): ReadText {
  const { policies, problems } = parsePolicyFile(text);
  if (problems.length > 0) return { policy: null, problems };
  const [policy, second] = policies;
  if (!policy || second)
    return { policy: null, problems: [{ line: 1, column: 1, says: 'There must be one policy here, and no more.' }] };
  return { policy, problems: [] };
}
