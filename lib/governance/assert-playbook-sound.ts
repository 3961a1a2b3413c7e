import { AppError } from '../platform/errors';
import { checkPlaybook } from './check-playbook';
import { playbookSchema } from './playbook.schema';
import { readSurroundings } from './read-surroundings';

/** Throws `conflict` with the first thing that will fail: what a customer would run into is not released. */
export async function assertPlaybookSound(key: string, body: unknown): Promise<void> {
  const definition = playbookSchema.parse(body);
  const found = checkPlaybook(key, definition, await readSurroundings());
  const first = found.find(({ severity }) => severity === 'error');
  if (!first) return;
  const title = first.node && (definition.nodes[first.node]?.title ?? first.node);
  throw new AppError('conflict', title ? `${title}: ${first.says}` : first.says);
}
