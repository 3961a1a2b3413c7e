import { db } from '../platform/db';
import { listTools } from '../tools/list-tools';
import { checkPlaybook } from './check-playbook';
import { listDefinitions } from './list-definitions';
import { type PlaybookDefinition, playbookSchema } from './playbook.schema';
import type { PlaybookFinding } from './playbook-finding.schema';
import type { OfferedTool, PlaybookAround } from './playbook-view.schema';
import { readReleased } from './read-released';
import { readSurroundings } from './read-surroundings';

/** What a step of a playbook can name, to choose from. */
export async function lookAroundPlaybook(): Promise<PlaybookAround> {
  const [intents, teams, articles, playbooks, released, tools] = await Promise.all([
    db().intent.findMany({ select: { key: true, name: true }, orderBy: { name: 'asc' } }),
    db().team.findMany({ select: { key: true, name: true }, orderBy: { position: 'asc' } }),
    db().article.findMany({
      where: { publishedAt: { not: null }, archivedAt: null },
      select: { slug: true, title: true },
      distinct: ['slug'],
      orderBy: [{ slug: 'asc' }],
    }),
    listDefinitions('playbook'),
    readReleased(null),
    offerTools(),
  ]);
  return {
    intents,
    teams,
    articles,
    playbooks: playbooks.map(({ key, newest }) => ({
      key,
      name: playbookSchema.safeParse(newest.body).data?.name ?? key,
    })),
    policies: released.policies.map(({ key, version, definition }) => ({ key, version, tools: definition.tools })),
    tools,
  };
}

/** What is wrong with it, as it is edited. */
export async function lookOverPlaybook(key: string, definition: PlaybookDefinition): Promise<PlaybookFinding[]> {
  return checkPlaybook(key, definition, await readSurroundings());
}

/** Null while no connected system has told what it has: then nothing is said of tools, rather than that there are none. */
async function offerTools(): Promise<OfferedTool[] | null> {
  const tools = await listTools();
  if (tools.length === 0) return null;
  const named = (name: string) => tools.filter((one) => one.name === name).length > 1;
  return tools
    .map((tool) => ({
      name: named(tool.name) ? tool.fullName : tool.name,
      title: tool.title,
      description: tool.description,
      write: tool.write,
      args: [...tool.takes]
        .filter((name) => name !== tool.subjectArgument && name !== tool.keyArgument)
        .map((name) => argumentOf(name, tool.schema)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function argumentOf(name: string, schema: Record<string, unknown>): OfferedTool['args'][number] {
  const properties = (schema.properties ?? {}) as Record<
    string,
    { type?: unknown; description?: unknown; default?: unknown }
  >;
  const required = Array.isArray(schema.required) && schema.required.includes(name);
  const { type, description, default: fallback } = properties[name] ?? {};
  return {
    name,
    required: required && fallback === undefined,
    type: typeof type === 'string' ? type : 'value',
    ...(typeof description === 'string' && { description }),
  };
}
