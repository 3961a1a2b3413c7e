import { policySchema } from '../governance/policy.schema';
import { readReleased } from '../governance/read-released';
import { db } from '../platform/db';
import { catalogueSettingSchema } from './catalogue.schema';
import { isSameTool, type Registry } from './find-in-registry';
import { recordsSettingSchema } from './records.schema';
import type { ToolView } from './registry.schema';

/** Where a tool is named in what is in force: playbooks, policies, and the settings that read records. */
export async function findUses(fullName: string, registry: Registry): Promise<ToolView['uses']> {
  const [{ playbooks, policies }, settings] = await Promise.all([
    readReleased(null),
    db().setting.findMany({ where: { key: { in: ['records', 'catalogue'] } } }),
  ]);
  const is = (name: string) => isSameTool(registry, name, fullName);
  const inPlaybooks = playbooks.flatMap(({ key, definition }): ToolView['uses'] => {
    const steps = Object.values(definition.nodes).filter((node) => 'tool' in node && is(node.tool));
    if (steps.length === 0) return [];
    const acts = steps.some(({ kind }) => kind === 'act');
    return [{ kind: 'playbook', key, name: definition.name, how: acts ? 'carries it out' : 'looks it up' }];
  });
  const inPolicies = policies.flatMap(({ key, definition }): ToolView['uses'] => {
    const { tools, facts, subjectFrom } = policySchema.parse(definition);
    const one = { kind: 'policy' as const, key, name: key.replaceAll('-', ' ') };
    if (tools.some(is)) return [{ ...one, how: 'decides about it' }];
    if (Object.values(facts).some(({ tool }) => is(tool))) return [{ ...one, how: 'reads a fact with it' }];
    return subjectFrom && is(subjectFrom.tool) ? [{ ...one, how: 'finds the customer with it' }] : [];
  });
  const inSettings = settings.flatMap(({ key, value }): ToolView['uses'] => {
    if (key === 'records') {
      const reads = Object.values(recordsSettingSchema.safeParse(value).data?.reads ?? {});
      return reads.some(({ tool }) => is(tool))
        ? [{ kind: 'setting', key, name: 'Customer records', how: 'shows what it answers at the desk' }]
        : [];
    }
    const catalogue = catalogueSettingSchema.safeParse(value).data;
    return catalogue && is(`${catalogue.connector}:${catalogue.tool}`)
      ? [{ kind: 'setting', key, name: 'Product names', how: 'learns what customers may name' }]
      : [];
  });
  return [...inPlaybooks, ...inPolicies, ...inSettings];
}
