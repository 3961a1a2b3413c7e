import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { connect } from './connect';
import type { ToolInfo } from './tool.schema';

/** The tools of a connector as it describes them; none while it cannot be reached. */
export async function listTools(connector: string): Promise<ToolInfo[]> {
  try {
    return [...(await connect(connector)).tools.values()];
  } catch (error) {
    log.info({ connector, cause: causeOf(error) }, 'tools could not be listed');
    return [];
  }
}
