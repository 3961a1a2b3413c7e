import { parseEnv } from './env';
import { openShop } from './open-shop';

/** Longer than any tool call; whoever is not done by then is cut off and will ask actions.status. */
const closeWithinMs = 8_000;

async function run(): Promise<void> {
  const env = parseEnv(process.env);
  const shop = await openShop(env, 'northline');
  console.log(`Northline is open on ${shop.storeUrl}`);

  const close = () => {
    setTimeout(() => process.exit(0), closeWithinMs).unref();
    shop.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', close);
  process.once('SIGINT', close);
}

run().catch((error: unknown) => {
  const code = (error as { code?: string }).code;
  console.error(
    code === 'EADDRINUSE' ? 'STORE_PORT: the port is taken' : error instanceof Error ? error.message : error,
  );
  process.exit(1);
});
