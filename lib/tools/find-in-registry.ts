import type { RegisteredConnector, ToolInfo } from './tool.schema';

export type Registry = {
  connectors: RegisteredConnector[];
  tools: ToolInfo[];
};

export type FoundTool =
  | { kind: 'found'; tool: ToolInfo }
  /** It is known and must not be called now. */
  | { kind: 'resting'; tool: ToolInfo; message: string }
  | { kind: 'ambiguous'; message: string }
  /** `unreached` when a system that may have it has not been reached yet. */
  | { kind: 'unknown'; message: string; unreached?: boolean };

/**
 * The tool behind a name: `tool.name` where one connector alone has it, `connector:tool.name` anywhere. Only what was
 * accepted counts: a system that was just connected takes no name away from another.
 */
export function findInRegistry({ tools }: Pick<Registry, 'tools'>, name: string): FoundTool {
  const known = tools.filter(({ state, connector }) => state !== 'new' && connector.enabled);
  const exact = known.filter((tool) => tool.fullName === name);
  const named = exact.length > 0 ? exact : known.filter((tool) => tool.name === name);
  const live = named.filter((tool) => restOf(tool) === null);
  const [first, ...others] = live.length > 0 ? live : named;
  if (!first) return { kind: 'unknown', message: `no system that is connected has a tool ${name}` };
  if (others.length > 0) {
    const names = [first, ...others].map(({ fullName }) => fullName).join(' or ');
    return { kind: 'ambiguous', message: `${name} could be ${names}: write which` };
  }
  const message = restOf(first);
  return message === null ? { kind: 'found', tool: first } : { kind: 'resting', tool: first, message };
}

/** Why a tool is not called now, or null when it may be. */
export function restOf({ enabled, state, fits, fullName }: Pick<ToolInfo, 'enabled' | 'state' | 'fits' | 'fullName'>) {
  if (!enabled) return `${fullName} is turned off`;
  if (state === 'new') return `${fullName} was not accepted yet`;
  if (state === 'gone') return `${fullName} is not offered any more`;
  if (!fits) return `${fullName} has changed, and nobody has accepted the change yet`;
  return null;
}

/** Whether two names mean the same tool, whichever way each is written. Names that mean none or several mean no tool. */
export function isSameTool(registry: Pick<Registry, 'tools'>, one: string, other: string): boolean {
  const [a, b] = [findInRegistry(registry, one), findInRegistry(registry, other)];
  return 'tool' in a && 'tool' in b && a.tool.id === b.tool.id;
}
