// A command of ours in TypeScript, bundled into dist/ and run on Node 24, where asked with the database of the product.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { readSecret } from './keys.mjs';
import { findRunning, StartError } from './postgres.mjs';
import { generate, install, node, nodeFlags, root } from './prepare.mjs';
import { readSettings } from './settings.mjs';

/** The database that is set, or that of the product which runs here. */
function findDatabase() {
  const settings = readSettings();
  const running = settings.databaseUrl ?? findRunning(settings.data);
  if (!running) throw new StartError(`Baton is not running on ${settings.data}. Start it, or set DATABASE_URL.`);
  return {
    DATABASE_URL: settings.databaseUrl ?? `${running}/baton`,
    BATON_SECRET: readSecret(settings.data, settings.secret),
    BATON_DEMO: settings.demo ? '1' : '0',
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  };
}

/** Runs `entry` with what follows on the command line, and ends as it ends. What it takes to get there is said on the error stream. */
export async function runCommand(entry, { database }) {
  let found = {};
  try {
    if (database) found = findDatabase();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
  const say = (text) => console.error(`  ${text}`);
  await install(say);
  if (database) await generate(say);
  const { build } = await import('esbuild');
  const out = path.join(root, 'dist', `${path.basename(entry, '.ts')}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'error',
  });
  const child = spawn(node, [...nodeFlags, out, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...found, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
  });
  child.once('close', (code) => process.exit(code ?? 1));
}
