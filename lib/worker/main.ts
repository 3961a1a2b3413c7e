import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DBOS } from '@dbos-inc/dbos-sdk';
import pg from 'pg';
import { listen } from '../events/listen';
import { warmUp } from '../pipeline/warm-up';
import { disconnect } from '../platform/db';
import { env } from '../platform/env';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { startAssigning } from './assign-at-once';
import { dispatchEvents, full } from './dispatch-events';
import { holdLease } from './hold-lease';
import { startSchedules } from './schedules';
import { runningWorkflows } from './workflows';

/** Pinned: with a version of its own for each build a release would strand the turns in flight. */
const journalVersion = '1';
const idleMs = 1_000;

let stopping = false;
let ring: () => void = () => undefined;

async function main(): Promise<void> {
  const executorId = `${env().BATON_WORKER_ID ?? 'worker'}-${randomUUID()}`;
  const quiet = { info: () => undefined, debug: () => undefined };
  const firstLine = (entry: unknown) => String(entry).split('\n')[0];
  DBOS.setConfig({
    name: 'baton',
    systemDatabaseUrl: env().DATABASE_URL,
    systemDatabasePoolSize: 12,
    applicationVersion: journalVersion,
    executorID: executorId,
    logger: {
      ...quiet,
      warn: (entry) => log.warn({ journal: firstLine(entry) }, 'journal'),
      error: (entry) => log.error({ journal: firstLine(entry) }, 'journal'),
    },
  });
  await DBOS.launch();
  await warmUp();
  const lease = await holdLease(executorId, () => {
    log.fatal('another worker took over; this one ends and is started anew');
    process.exit(3);
  });
  const assigning = startAssigning();
  const stopListening = listen(['baton_events'], () => {
    ring();
    assigning.soon();
  });
  const stopSchedules = startSchedules();
  const loop = dispatchLoop();
  log.info({ executorId }, 'worker ready');
  process.send?.('ready');

  const stop = async () => {
    if (stopping) return;
    stopping = true;
    ring();
    stopSchedules();
    assigning.stop();
    await stopListening();
    await loop;
    // What is in hand is brought to its end, for ten seconds; the rest is taken over at the next start.
    for (let waited = 0; runningWorkflows() > 0 && waited < 10_000; waited += 50) await pause(50);
    await lease.stop().catch(() => undefined);
    await DBOS.shutdown().catch(() => undefined);
    await disconnect();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  process.on('disconnect', () => void stop()); // whoever started us is gone
}

/** Dispatches when the bell rings, and once a second in case it was not heard. Comes back by itself after a database restart. */
async function dispatchLoop(): Promise<void> {
  let client: pg.Client | undefined;
  while (!stopping) {
    try {
      client ??= await openClient();
      const rung = new Promise<void>((resolve) => {
        ring = resolve;
      });
      const took = await dispatchEvents(client);
      if (took === full) await pause(10);
      else if (took === 0) await Promise.race([rung, pause(idleMs)]);
    } catch (error) {
      log.warn({ cause: causeOf(error) }, 'could not dispatch, trying again');
      await client?.end().catch(() => undefined);
      client = undefined;
      await pause(250);
    }
  }
  await client?.end().catch(() => undefined);
}

async function openClient(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true });
  client.on('error', () => undefined); // the next query fails and the loop opens another
  await client.connect();
  return client;
}

process.on('unhandledRejection', (error) =>
  log.error({ cause: causeOf(error) }, 'a promise was rejected and nobody listened'),
);

main().catch((error: unknown) => {
  log.fatal({ cause: causeOf(error) }, 'the worker could not start');
  process.exit(1);
});
