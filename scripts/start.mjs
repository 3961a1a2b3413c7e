// `npm start`: everything, from a fresh clone, on one command. `npm run dev`: the same with reload.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { demoKeys, readSecret } from './keys.mjs';
import { StartError, startPostgres } from './postgres.mjs';
import { build, generate, install, node, nodeFlags, root, run } from './prepare.mjs';
import { readSettings } from './settings.mjs';

const dev = process.argv.includes('--dev');
const began = Date.now();
const say = (text) => console.log(`  ${text}`);

let stopping = false;
const children = new Map();
let postgres;
let stopWatching;

async function main() {
  const settings = readSettings();
  await assertFree(settings.port, 'PORT');
  if (settings.demo) await assertFree(settings.storePort, 'STORE_PORT');
  console.log('\nBaton');
  await install(say);
  await generate(say);

  const secret = readSecret(settings.data, settings.secret);
  const [databaseUrl] = await Promise.all([openDatabase(settings), dev ? Promise.resolve() : build(say)]);
  if (dev) {
    const { watchBundles } = await import('./bundle.mjs');
    stopWatching = await watchBundles(() => restart(['worker', 'store']));
  }

  const keys = settings.demo ? demoKeys(secret) : {};
  const storeUrl = `http://localhost:${settings.storePort}`;
  const env = {
    NODE_ENV: dev ? 'development' : 'production',
    DATABASE_URL: databaseUrl,
    PORT: String(settings.port),
    BATON_URL: settings.url,
    BATON_SECRET: secret,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: settings.url,
    NEXT_TELEMETRY_DISABLED: '1',
    BATON_DEMO: settings.demo ? '1' : '0',
    BATON_ROOT: root,
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    ...(settings.demo
      ? { ...keys, STORE_URL: storeUrl, STORE_PORT: String(settings.storePort), STORE_DATABASE_URL: databaseUrl }
      : {}),
  };
  await run(node, ['dist/seed.mjs'], { env, what: 'Seeding' });

  const next = path.join(root, 'node_modules/next/dist/bin/next');
  watch('web', [next, dev ? 'dev' : 'start', '-p', String(settings.port)], { ...env, BATON_PROCESS: 'web' });
  if (settings.demo) {
    // The shop before the workers: the first customers of the demo have written already.
    watch('store', [...nodeFlags, 'dist/store.mjs'], env);
    await answers(`${storeUrl}/health`, 'The demo shop');
  }
  for (let number = 1; number <= settings.workers; number++) {
    const name = settings.workers === 1 ? 'worker' : `worker ${number}`;
    watch(name, [...nodeFlags, 'dist/worker.mjs'], {
      ...env,
      BATON_PROCESS: 'worker',
      BATON_WORKER_ID: name.replace(' ', '-'),
    });
  }
  await answers(`http://localhost:${settings.port}/api/health`, 'The web process');
  greet(settings, storeUrl, keys);
}

async function openDatabase(settings) {
  const { migrate, MigrationError } = await import('./migrate.mjs');
  const url = settings.databaseUrl ?? (await startOwnPostgres(settings.data));
  try {
    const applied = await migrate(url);
    if (applied.length > 0)
      say(`Database brought up to date: ${applied.length} ${applied.length === 1 ? 'migration' : 'migrations'}`);
    return url;
  } catch (error) {
    if (error instanceof MigrationError) throw new StartError(error.message);
    if (/No space left|disk full/i.test(error.message))
      throw new StartError('The database’s disk is full. Free some space, then start again; nothing was lost.');
    throw new StartError(
      `${settings.databaseUrl ? 'DATABASE_URL: the database' : 'The database'} cannot be used: ${error.message || error.code}.`,
    );
  }
}

async function startOwnPostgres(folder) {
  const { default: pg } = await import('pg');
  postgres = await startPostgres(folder, {
    onExit: (_, why) => {
      if (stopping) return;
      console.error(`\nPostgres ended. ${why}`);
      void stop(1);
    },
  });
  const client = new pg.Client({ connectionString: `${postgres.url}/postgres` });
  await client.connect();
  const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'baton'`);
  if (!rowCount) await client.query('CREATE DATABASE baton');
  await client.end();
  return `${postgres.url}/baton`;
}

function assertFree(port, variable) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code})`;
      reject(
        new StartError(
          `Port ${port} ${why}. Stop that program, or set ${variable} to another port: ${variable}=${port + 10} npm start`,
        ),
      );
    });
    probe.listen(port, () => probe.close(resolve));
  });
}

/** Starts a process and starts it again when it ends by itself; five times in a minute is given up. */
function watch(name, args, env) {
  const entry = { name, args, env, ends: [], child: undefined };
  children.set(name, entry);
  spawnEntry(entry);
}

function spawnEntry(entry) {
  // A group of its own: Ctrl-C reaches this script only, which stops them in order. What they greet with is kept quiet,
  // what they complain of is not.
  const stdio = ['ignore', dev || entry.name.startsWith('worker') ? 'inherit' : 'ignore', 'inherit', 'ipc'];
  const env = { ...process.env, ...entry.env };
  entry.child = spawn(node, entry.args, { cwd: root, env, stdio, detached: process.platform !== 'win32' });
  entry.child.once('exit', (code, signal) => {
    if (stopping || entry.restarting) return;
    entry.ends = [...entry.ends.filter((at) => Date.now() - at < 60_000), Date.now()];
    if (entry.ends.length >= 5) {
      console.error(
        `\nThe ${entry.name} process ended five times in a minute (${signal ?? `code ${code}`}); what it said stands above.`,
      );
      void stop(1);
      return;
    }
    say(`The ${entry.name} process ended (${signal ?? `code ${code}`}); starting it again.`);
    setTimeout(() => !stopping && spawnEntry(entry), 300);
  });
}

async function restart(names) {
  for (const [name, entry] of children) {
    if (!names.some((one) => name.startsWith(one))) continue;
    entry.restarting = true;
    await end(entry);
    entry.restarting = false;
    if (!stopping) spawnEntry(entry);
  }
}

function end(entry) {
  const { child } = entry;
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

async function answers(url, what) {
  const until = Date.now() + 60_000;
  while (Date.now() < until && !stopping) {
    try {
      if ((await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok) return;
    } catch {}
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!stopping) throw new StartError(`${what} did not answer at ${url} within a minute.`);
}

function greet(settings, storeUrl, keys) {
  const lines = [
    '',
    `  Ready in ${((Date.now() - began) / 1000).toFixed(1)} s${dev ? ', reloading on change' : ''}.`,
    '',
    `  Workspace      ${settings.url}`,
  ];
  if (settings.demo) {
    lines.push(
      '  Sign in        nora.feld@northline.example (admin), sam.ortiz@… (supervisor), ines.roth@… (agent)',
      '  Password       trail-ridge-summit',
      `  The shop       ${storeUrl}  (write to the chat at the lower right)`,
      `  API key        ${keys.BATON_DEMO_KEY}`,
      `  API            ${settings.url}/api/v1/openapi.json`,
      '  A past         npm run demo:history, beside this: ninety days for Metrics to show',
    );
  } else {
    lines.push('  The first visit makes the first admin.');
  }
  console.log([...lines, '', '  Stop with Ctrl-C.', ''].join('\n'));
}

async function stop(code) {
  if (stopping) return;
  stopping = true;
  console.log('\n  Stopping …');
  await stopWatching?.();
  // Web first, so that nothing new comes in; then who works on it; the database last.
  for (const kind of ['web', 'worker', 'store']) {
    await Promise.all([...children.values()].filter((entry) => entry.name.startsWith(kind)).map(end));
  }
  await postgres?.stop();
  console.log('  Stopped. Everything is kept.');
  process.exit(code);
}

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
process.on('SIGHUP', () => void stop(0));

main().catch(async (error) => {
  console.error(error instanceof StartError ? `\n  ${error.message}\n` : error);
  await stop(1);
});
