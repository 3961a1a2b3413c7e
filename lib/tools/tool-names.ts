import { openRegistry } from './find-tool';
import { listTools } from './list-tools';
import { nameTool } from './name-tools';
import type { ToolInfo } from './tool.schema';

type Named = {
  name: string;
  title: string;
  connector: string;
  /** Its name in that system. */
  tool: string;
  write: boolean;
  /** The server tells it whose data. */
  subject: boolean;
  args: { name: string; type: string; required: boolean }[];
};

/** What may be called, by the name it goes by, with the arguments that are asked for: the server sets the others itself. */
export async function nameTools(): Promise<{ tools: Named[] }> {
  const registry = await openRegistry();
  const tools = (await listTools()).map((tool) => ({
    name: nameTool(registry, tool),
    title: tool.title,
    ...{ connector: tool.connector.key, tool: tool.name, subject: tool.subjectArgument !== null },
    write: tool.write,
    args: argumentsOf(tool),
  }));
  return { tools: tools.sort((one, other) => one.name.localeCompare(other.name)) };
}

/** The same as a policy is looked through with: by either name, with the JSON schema of the arguments. */
export async function knowTools(): Promise<Map<string, { write: boolean; args: unknown }>> {
  const registry = await openRegistry();
  return new Map(
    (await listTools()).flatMap((tool) => {
      const known = { write: tool.write, args: tool.schema };
      return [nameTool(registry, tool), tool.fullName].map((name) => [name, known] as const);
    }),
  );
}

function argumentsOf({ schema, subjectArgument, keyArgument }: ToolInfo): Named['args'] {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, { type?: unknown; default?: unknown }>;
    required?: string[];
  };
  return Object.entries(properties)
    .filter(([name]) => name !== subjectArgument && name !== keyArgument)
    .map(([name, { type, default: fallback }]) => ({
      name,
      type: typeof type === 'string' ? type : 'value',
      required: required.includes(name) && fallback === undefined,
    }));
}
