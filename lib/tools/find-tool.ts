import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { connect } from './connect';
import { type FoundTool, findInRegistry, type Registry } from './find-in-registry';
import { forgetRegistry, readRegistry } from './read-registry';
import type { RegisteredConnector } from './tool.schema';
import { withDeadline } from './word-fault';

const patienceMs = 3_000;
/** A system that did not answer is not waited for again with every call. */
const pauseMs = 1_000;
let failed: { at: number; fault: string } | undefined;

/** The tool behind a name, as the registry of this moment has it. */
export async function findTool(name: string): Promise<FoundTool> {
  const { registry, fault } = await readOpened();
  const found = findInRegistry(registry, name);
  return found.kind === 'unknown' && fault
    ? { kind: 'unknown', message: `cannot connect: ${fault}`, unreached: true }
    : found;
}

/** The registry, with the tools in it of systems that are to be taken in as they are. */
export const openRegistry = async (): Promise<Registry> => (await readOpened()).registry;

/** Connects first to what adopts its tools and was not reached yet: until then nobody knows them. At most three seconds. */
async function readOpened(now = Date.now()): Promise<{ registry: Registry; fault?: string | undefined }> {
  const registry = await readRegistry();
  const unseen = registry.connectors.filter(({ enabled, adopt }) => enabled && adopt);
  if (unseen.length === 0) return { registry };
  if (failed && now - failed.at < pauseMs) return { registry, fault: failed.fault };
  const [fault] = (await Promise.all(unseen.map(tryConnecting))).filter((one) => one !== null);
  failed = fault ? { at: Date.now(), fault } : undefined;
  forgetRegistry();
  return { registry: await readRegistry(), fault };
}

async function tryConnecting(connector: RegisteredConnector): Promise<string | null> {
  try {
    await withDeadline(connect(connector), patienceMs);
    return null;
  } catch (error) {
    log.info({ connector: connector.key, cause: causeOf(error) }, 'not connected yet');
    return causeOf(error);
  }
}
