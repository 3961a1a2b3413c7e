import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSchema } from './data/create-schema';
import { seed } from './data/seed';
import { openPool } from './database';
import type { StoreEnv } from './env';
import { answer } from './http/answer';
import { backOfficeRoutes } from './http/back-office-routes';
import { demoRoutes } from './http/demo-routes';
import type { Shop } from './http/routes';
import { Misbehaviours } from './misbehaviour';
import { storefrontRoutes } from './storefront/routes';

const routes = [...backOfficeRoutes, ...demoRoutes, ...storefrontRoutes];
/** Postgres may still be starting beside the shop. */
const databaseWaitMs = 30_000;

export interface OpenShop extends Shop {
  server: Server;
  close(): Promise<void>;
}

/** Prepares the database, fills it if it is empty, and listens. `schema` keeps several shops in one database apart. */
export async function openShop(env: StoreEnv, schema: string): Promise<OpenShop> {
  const pool = openPool(env.STORE_DATABASE_URL, schema);
  const shop: Shop = {
    env,
    pool,
    misbehaviours: new Misbehaviours(),
    storeUrl: `http://localhost:${env.STORE_PORT}`,
  };
  const server = createServer((request, response) => {
    void answer(routes, shop, request, response);
  });
  try {
    await whenReady(() => createSchema(pool, schema));
    await seed(pool, new Date());
    await listen(server, env.STORE_PORT);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    ...shop,
    server,
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      });
      await pool.end();
    },
  };
}

async function whenReady(work: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + databaseWaitMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      // ECONNREFUSED: not listening yet; 57P03: listening, but still starting up.
      const code = (error as { code?: string }).code;
      if ((code !== 'ECONNREFUSED' && code !== '57P03') || Date.now() > deadline) throw error;
      await sleep(250);
    }
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
