import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Settings = { port: number; storePort: number; databaseUrl?: string; demo: boolean; workers: number; url: string };
const script = new URL('./settings.mjs', import.meta.url).href;
const { readSettings } = (await import(/* @vite-ignore */ script)) as { readSettings(): Settings };

const names = [
  'PORT',
  'STORE_PORT',
  'DATABASE_URL',
  'BATON_DEMO',
  'BATON_SECRET',
  'BATON_WORKERS',
  'BATON_URL',
  'BATON_DATA',
];
beforeEach(() => {
  for (const name of names) vi.stubEnv(name, '');
});
afterEach(() => vi.unstubAllEnvs());

describe('readSettings', () => {
  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000a'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['STORE_PORT', 'x'],
    ['DATABASE_URL', 'mysql://a@b/c'],
    ['DATABASE_URL', 'postgresql://a@b'],
    ['DATABASE_URL', 'localhost'],
    ['BATON_DEMO', 'yes'],
    ['BATON_SECRET', 'too short'],
    ['BATON_WORKERS', '0'],
    ['BATON_WORKERS', '1.5'],
    ['BATON_URL', 'support.example.com'],
    ['BATON_URL', 'https://support.example.com/path'],
  ])('%s=%s is refused by its name', (name, value) => {
    vi.stubEnv(name, value);
    expect(readSettings).toThrow(new RegExp(`^${name}: `));
  });

  it('needs nothing to be set', () => {
    expect(readSettings()).toMatchObject({
      port: 3000,
      storePort: 3001,
      demo: true,
      workers: 1,
      url: 'http://localhost:3000',
    });
  });

  it('takes what is set, and puts the shop beside the highest port', () => {
    vi.stubEnv('PORT', '65535');
    vi.stubEnv('DATABASE_URL', 'postgres://a:b@c:5432/d');
    vi.stubEnv('BATON_DEMO', '0');
    expect(readSettings()).toMatchObject({
      port: 65535,
      storePort: 65534,
      databaseUrl: 'postgres://a:b@c:5432/d',
      demo: false,
    });
  });
});
