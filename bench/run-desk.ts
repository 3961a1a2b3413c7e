import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

export type Desk = { url: string; store: string; key: string; stop(): Promise<void> };

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** `data` is a folder to be kept, `databaseUrl` a database that runs already. */
type Kept = { data: string; databaseUrl: string };

/** A whole desk of its own, started as anyone starts it, on free ports and a throwaway folder. Stops itself with the bench. */
export async function runDesk(kept?: Kept): Promise<Desk> {
  const root = process.env.BATON_ROOT ?? process.cwd();
  const data = kept?.data ?? mkdtempSync(path.join(os.tmpdir(), 'baton-bench-'));
  const [port, storePort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    PORT: String(port),
    STORE_PORT: String(storePort),
    BATON_DATA: data,
    BATON_DEMO: '1',
    BATON_OPENING: '0',
    BATON_URL: '',
    DATABASE_URL: kept?.databaseUrl ?? '',
    BATON_SECRET: '',
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const key = await readKey(child);
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('close', () => {
        if (!kept) rmSync(data, { recursive: true, force: true });
        resolve();
      });
      child.kill('SIGTERM');
    });
  process.once('SIGINT', () => void stop().then(() => process.exit(130)));
  return { url: `http://localhost:${port}`, store: `http://localhost:${storePort}`, key, stop };
}

function readKey(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk;
      const key = /API key\s+(\S+)/.exec(printed)?.[1];
      if (key && printed.includes('Stop with Ctrl-C')) resolve(key);
    });
    child.once('close', () => reject(new Error(`the desk did not start:\n${printed}`)));
  });
}
