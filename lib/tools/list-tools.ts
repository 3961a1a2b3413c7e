import { restOf } from './find-in-registry';
import { openRegistry } from './find-tool';
import type { ToolInfo } from './tool.schema';

/** Every tool that may be called now, of all systems that are connected. */
export async function listTools(): Promise<ToolInfo[]> {
  const { tools } = await openRegistry();
  return tools.filter((tool) => tool.connector.enabled && restOf(tool) === null);
}
