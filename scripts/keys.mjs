// Secrets of the demo come from the installation's own secret, so that nothing secret lies in the repository
// and a restart prints the same key.
import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export function readSecret(folder, given) {
  if (given) return given;
  const file = path.join(folder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

export function demoKeys(secret) {
  const derive = (purpose, bytes = 24) =>
    Buffer.from(hkdfSync('sha256', secret, 'baton-demo', purpose, bytes)).toString('base64url');
  return {
    BATON_DEMO_KEY: `bk_${derive('api key')}`,
    WIDGET_KEY: `wk_${derive('widget key', 12)}`,
    WIDGET_SECRET: derive('widget secret', 32),
    STORE_TOKEN: `st_${derive('store token')}`,
  };
}
