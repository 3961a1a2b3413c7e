// What has to be done before anything runs, and is done again only when its inputs changed:
// install from the lock file, generate the database client, build. Needs nothing installed itself.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from './postgres.mjs';

export const root = path.resolve(import.meta.dirname, '..');
const stamps = path.join(root, 'node_modules', '.baton-stamps.json');
/** Node 24 from npm, whatever the machine has. */
export const node = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** pg's own pool calls what pg says is to go in its next major version; that is theirs to mend, not to be read at each start. */
export const nodeFlags = ['--enable-source-maps', '--disable-warning=DeprecationWarning'];

function filesBelow(target) {
  const full = path.join(root, target);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter(
      (file) =>
        !file.includes(`${path.sep}public${path.sep}widget${path.sep}`) &&
        !file.includes(`${path.sep}platform${path.sep}prisma${path.sep}`),
    )
    .sort();
}

function stampOf(targets) {
  const hash = createHash('sha256');
  for (const target of targets) {
    const full = path.join(root, target);
    const files = target.includes('.') ? (existsSync(full) ? [full] : []) : filesBelow(target);
    for (const file of files)
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(stamps, 'utf8'));
  } catch {
    return {};
  }
}

function keepStamp(name, value) {
  mkdirSync(path.dirname(stamps), { recursive: true });
  writeFileSync(stamps, JSON.stringify({ ...readStamps(), [name]: value }));
}

/** Runs a command to its end; what it printed is shown only when it failed. */
export function run(command, args, { env = {}, what, quiet = true } = {}) {
  return new Promise((resolve, reject) => {
    const binaries = path.join(root, 'node_modules', '.bin');
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env, PATH: `${binaries}${path.delimiter}${process.env.PATH}` },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => reject(new StartError(`${what} could not be started: ${error.message}`)));
    child.once('close', (code) => {
      if (code === 0) return resolve(output);
      const full = /ENOSPC|No space left/i.test(output) ? ' The disk is full.' : '';
      reject(new StartError(`${what} failed.${full}\n${output.trim().split('\n').slice(-25).join('\n')}`));
    });
  });
}

async function step(say, what, work) {
  const from = Date.now();
  say(`${what} …`);
  await work();
  say(`${what}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
}

export async function install(say) {
  const stamp = stampOf(['package-lock.json']);
  if (readStamps().install === stamp && existsSync(node)) return;
  // An older npm warns of engines: it runs the install only, everything after runs on the Node it installs.
  await step(say, 'Installing what Baton needs', () =>
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { what: 'The install' }),
  );
  keepStamp('install', stamp);
}

export async function generate(say) {
  const stamp = stampOf(['prisma/schema.prisma', 'prisma/models', 'package-lock.json']);
  if (readStamps().generate === stamp && existsSync(path.join(root, 'lib/platform/prisma/client.ts'))) return;
  await step(say, 'Generating the database client', () =>
    run(node, ['scripts/generate.mjs'], { what: 'Generating the database client' }),
  );
  keepStamp('generate', stamp);
}

const sources = [
  'app',
  'components',
  'lib',
  'demo',
  'prisma/seed',
  'public',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'scripts/bundle.mjs',
];

export async function build(say) {
  const stamp = stampOf(sources);
  const built = existsSync(path.join(root, '.next', 'BUILD_ID')) && existsSync(path.join(root, 'dist', 'worker.mjs'));
  if (readStamps().build === stamp && built) return;
  await step(say, 'Building', async () => {
    await run(node, ['scripts/bundle.mjs'], { what: 'The build' });
    await run(node, ['node_modules/next/dist/bin/next', 'build'], {
      what: 'The build',
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
  });
  keepStamp('build', stamp);
}
