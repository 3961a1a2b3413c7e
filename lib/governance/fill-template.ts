import { AppError } from '../platform/errors';
import { type PlaybookDefinition, playbookSchema } from './playbook.schema';
import { account } from './templates/account';
import { onboarding } from './templates/onboarding';
import { orders } from './templates/orders';
import type { Role, Template } from './templates/template';

export type { Role, Template } from './templates/template';

/** What one can begin with, in the order in which they are offered. */
export const playbookTemplates: readonly Template[] = [...orders, ...account, ...onboarding];

/** The roles of a template and what they are for, without its nodes. */
export type TemplateRow = { key: string; name: string; says: string; roles: Role[] };

export const listTemplates = (): TemplateRow[] =>
  playbookTemplates.map(({ key, name, says, roles }) => ({ key, name, says, roles }));

/**
 * A template with a tool for each role. A role that is given none keeps its own name, which checking then finds: a draft
 * may be begun before the systems are connected. Throws `not_found`.
 */
export function fillTemplate(key: string, tools: Record<string, string>): PlaybookDefinition {
  const template = playbookTemplates.find((one) => one.key === key);
  if (!template) throw new AppError('not_found', `There is no template ${key}.`);
  const { nodes, ...rest } = playbookSchema.parse(template.definition);
  const filled = Object.entries(nodes).map(([name, node]) =>
    'tool' in node && Object.hasOwn(tools, node.tool) ? [name, { ...node, tool: tools[node.tool]! }] : [name, node],
  );
  return { ...rest, nodes: Object.fromEntries(filled) as PlaybookDefinition['nodes'] };
}
