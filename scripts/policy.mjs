// `npm run policy`: lib/governance/policy-command.ts, bundled here, run on Node 24. What follows `--` is its own.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { readSecret } from './keys.mjs';
import { findRunning, StartError } from './postgres.mjs';
import { install, node, root } from './prepare.mjs';
import { readSettings } from './settings.mjs';

// On the error stream: the output is one line of JSON a case, for programs.
await install((text) => console.error(`  ${text}`));
const { build } = await import('esbuild');
const out = path.join(root, 'dist', 'policy.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['lib/governance/policy-command.ts'],
  outfile: out,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  logLevel: 'error',
});
/** Where the policies in force are: the database that is set, or that of the product which runs here. */
function databaseOf(command) {
  if (command !== 'export' && command !== 'import') return {};
  const settings = readSettings();
  const running = settings.databaseUrl ?? findRunning(settings.data);
  if (!running) throw new StartError(`Baton is not running on ${settings.data}. Start it, or set DATABASE_URL.`);
  return {
    DATABASE_URL: settings.databaseUrl ?? `${running}/baton`,
    BATON_SECRET: readSecret(settings.data, settings.secret),
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  };
}

let database;
try {
  database = databaseOf(process.argv[2]);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
const child = spawn(node, ['--enable-source-maps', out, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...database, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
});
child.once('close', (code) => process.exit(code ?? 1));
