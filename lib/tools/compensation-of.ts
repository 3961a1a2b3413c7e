import type { Action } from '../platform/records';
import { findTool, openRegistry } from './find-tool';

export type Compensation = {
  /** With its system: `shop:refunds.reverse`. */
  tool: string;
  args: Record<string, string>;
};

/** How what an action did is taken back, as the registry has it; null where nothing is named for it. */
export async function compensationOf({
  connectorKey,
  tool,
}: Pick<Action, 'connectorKey' | 'tool'>): Promise<Compensation | null> {
  const found = await findTool(`${connectorKey}:${tool}`);
  const by = 'tool' in found ? found.tool.compensatedBy : null;
  return by && { tool: by.tool.includes(':') ? by.tool : `${connectorKey}:${by.tool}`, args: by.args };
}

/** Tools whose effect can be taken back, by name. */
export async function readUndoable(): Promise<ReadonlySet<string>> {
  const { tools } = await openRegistry();
  return new Set(tools.filter(({ compensatedBy }) => compensatedBy !== null).map(({ name }) => name));
}
