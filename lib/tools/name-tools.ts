import { findInRegistry, type Registry } from './find-in-registry';
import type { ToolInfo } from './tool.schema';

/** The shortest name that means this tool and no other. */
export function nameTool(registry: Pick<Registry, 'tools'>, tool: ToolInfo): string {
  const found = findInRegistry(registry, tool.name);
  return 'tool' in found && found.tool.id === tool.id ? tool.name : tool.fullName;
}
