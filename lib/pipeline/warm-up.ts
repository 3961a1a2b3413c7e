import { readReleased } from '../governance/read-released';
import { readIndex } from '../knowledge/read-index';
import { searchPassages } from '../knowledge/search-passages';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { connect } from '../tools/connect';
import { refreshCatalogue } from '../tools/read-catalogue';
import { readRegistry } from '../tools/read-registry';
import { readIntentModel } from './read-intent-model';
import { understandMessage } from './understanding/understand-message';

/** Does once what the first turn would otherwise do while a customer waits: train, index, connect, run everything hot. */
export async function warmUp(): Promise<void> {
  const [model, index] = await Promise.all([
    readIntentModel(),
    readIndex(),
    readReleased(null),
    openConnections().then(() => refreshCatalogue()),
  ]);
  for (let count = 0; count < 20; count++) {
    const text = 'Where is my order, and how long do refunds take?';
    understandMessage({ text, history: [], now: new Date(), model, resolve: () => undefined });
    searchPassages(index, text, { language: 'en', audiences: ['public'], limit: 12 });
  }
}

/** A system that does not answer now is tried again at its first call. */
async function openConnections(): Promise<void> {
  const { connectors } = await readRegistry();
  const opened = connectors
    .filter(({ enabled, kind }) => enabled && kind === 'mcp')
    .map((connector) =>
      connect(connector).catch((error: unknown) =>
        log.warn({ connector: connector.key, cause: causeOf(error) }, 'not connected yet'),
      ),
    );
  await Promise.all(opened);
}
