import { type PolicyDefinition, policySchema } from '../../lib/governance/policy.schema';
import type { policies } from './policies';
import { policyWords } from './policy-words';

/** A policy of the demo with its title, its headline and its rules as sentences. */
export function inWords({ key, definition }: (typeof policies)[number]): PolicyDefinition {
  const words = policyWords[key];
  if (!words) return policySchema.parse(definition);
  const { title, description } = words;
  const rules = definition.rules.map((rule) => {
    const said = words.rules[rule.name];
    return said === undefined ? rule : { ...rule, title: said };
  });
  return policySchema.parse({ ...definition, title, description, rules });
}
