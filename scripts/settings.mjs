// What an operator may set, read from the environment and `.env`, and refused by name when wrong.
// The processes check their own environment again (lib/platform/env.ts); this is the first door, before anything is installed.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { StartError } from './postgres.mjs';

const root = path.resolve(import.meta.dirname, '..');

function port(name, fallback) {
  const text = process.env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 65535) {
    throw new StartError(`${name}: "${text}" is not a port. Use a whole number from 1 to 65535.`);
  }
  return value;
}

/** Throws StartError that begins with the name of the variable. */
export function readSettings() {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);

  const databaseUrl = process.env.DATABASE_URL || undefined;
  if (databaseUrl && !/^postgres(ql)?:\/\/\S+\/\S+$/.test(databaseUrl)) {
    throw new StartError('DATABASE_URL: it must look like postgresql://user:password@host:5432/name.');
  }
  const demo = process.env.BATON_DEMO || '1';
  if (!['0', '1'].includes(demo)) throw new StartError(`BATON_DEMO: "${demo}" is neither 0 nor 1.`);
  const secret = process.env.BATON_SECRET || undefined;
  if (secret && secret.length < 32) throw new StartError('BATON_SECRET: it must be at least 32 characters long.');
  const workers = Number(process.env.BATON_WORKERS || '1');
  if (!Number.isInteger(workers) || workers < 1 || workers > 16) {
    throw new StartError(`BATON_WORKERS: "${process.env.BATON_WORKERS}" is not a whole number from 1 to 16.`);
  }
  const webPort = port('PORT', 3000);
  const url = process.env.BATON_URL || `http://localhost:${webPort}`;
  if (!/^https?:\/\/[^\s/]+$/.test(url)) {
    throw new StartError(`BATON_URL: "${url}" must look like https://support.example.com, without a path.`);
  }
  return {
    port: webPort,
    storePort: port('STORE_PORT', webPort < 65535 ? webPort + 1 : webPort - 1),
    databaseUrl,
    data: path.resolve(root, process.env.BATON_DATA || '.baton'),
    demo: demo === '1',
    secret,
    workers,
    url,
  };
}
