import pg from 'pg';
import { env } from '../platform/env';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';

export type Bell = 'baton_events' | 'baton_progress' | 'baton_presence';

/**
 * Listens on one connection of its own and comes back by itself after a broken line.
 * `onBell` also rings after each reconnect, because what was rung meanwhile is lost: the reader catches up by cursor.
 * Answers a function that stops it.
 */
export function listen(bells: Bell[], onBell: (bell: Bell, payload: string) => void): () => Promise<void> {
  let client: pg.Client | undefined;
  let stopped = false;
  let wait = 100;

  async function connect(): Promise<void> {
    if (stopped) return;
    const next = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    next.on('error', () => undefined);
    next.on('end', () => {
      if (!stopped) setTimeout(() => void connect(), wait);
    });
    next.on('notification', (message) => onBell(message.channel as Bell, message.payload ?? ''));
    try {
      await next.connect();
      for (const bell of bells) await next.query(`LISTEN ${bell}`);
      client = next;
      wait = 100;
      onBell('baton_events', '');
    } catch (error) {
      wait = Math.min(wait * 2, 2_000);
      log.warn({ cause: causeOf(error) }, 'cannot listen to the database, trying again');
      await next.end().catch(() => undefined);
    }
  }

  void connect();
  return async () => {
    stopped = true;
    await client?.end().catch(() => undefined);
  };
}
