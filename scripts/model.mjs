// `npm run model:fake`: the stand-in model endpoint of demo/model, bundled here, run on Node 24. What follows `--` is its own.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { install, node, nodeFlags, root } from './prepare.mjs';

await install((text) => console.log(`  ${text}`));
const { build } = await import('esbuild');
const out = path.join(root, 'dist', 'model.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['demo/model/server.ts'],
  outfile: out,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  logLevel: 'error',
});
// A --script is named from where one stands, not from the root.
const child = spawn(node, [...nodeFlags, out, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('close', (code) => process.exit(code ?? 1));
