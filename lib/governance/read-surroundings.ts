import { db } from '../platform/db';
import { isSameTool, type Registry } from '../tools/find-in-registry';
import { openRegistry } from '../tools/find-tool';
import { listTools } from '../tools/list-tools';
import type { ToolInfo } from '../tools/tool.schema';
import type { CheckedTool, PlaybookSurroundings } from './playbook-finding.schema';
import type { PolicyDefinition } from './policy.schema';
import { readReleased } from './read-released';

/** What a playbook is checked against, as it stands now. Tools are null while no connected system tells what it has. */
export async function readSurroundings(): Promise<PlaybookSurroundings> {
  const [released, teams, articles, tools, registry] = await Promise.all([
    readReleased(null),
    db().team.findMany({ select: { key: true } }),
    db().article.findMany({ where: { publishedAt: { not: null }, archivedAt: null }, select: { slug: true } }),
    listTools(),
    openRegistry(),
  ]);
  return {
    tools: tools.length > 0 ? tools.flatMap(toChecked) : null,
    intents: [...released.intents.keys()],
    teams: teams.map(({ key }) => key),
    articles: [...new Set(articles.map(({ slug }) => slug))],
    playbooks: released.playbooks.map(({ key, definition }) => ({ key, definition })),
    policies: released.policies.map(({ definition }) => withBothNames(definition, registry)),
  };
}

/** Under both of its names: alone, and with its system before it. */
function toChecked({ name, fullName, write, schema, subjectArgument, keyArgument }: ToolInfo): CheckedTool[] {
  const { properties = {}, required = [] } = schema as { properties?: object; required?: string[] };
  const args = Object.keys(properties)
    .filter((arg) => arg !== subjectArgument && arg !== keyArgument) // set by the server
    .map((arg) => ({ name: arg, required: required.includes(arg) }));
  return [...new Set([name, fullName])].map((one) => ({ name: one, write, args }));
}

/** A policy may write a tool's name the one way and a playbook the other. */
function withBothNames(policy: PolicyDefinition, registry: Registry): PolicyDefinition {
  const same = registry.tools
    .filter(({ fullName }) => policy.tools.some((name) => isSameTool(registry, name, fullName)))
    .flatMap(({ name, fullName }) => [name, fullName]);
  return { ...policy, tools: [...new Set([...policy.tools, ...same])] };
}
