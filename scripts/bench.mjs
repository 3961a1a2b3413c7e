// `npm run bench` lists the benches; `npm run bench -- NAME` runs one. A bench is bench/NAME.bench.ts: bundled here, run on Node 24.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generate, install, node, nodeFlags, root } from './prepare.mjs';

const folder = path.join(root, 'bench');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .sort();
const [name, ...rest] = process.argv.slice(2);

if (!name) {
  console.log('npm run bench -- NAME, one of:\n');
  for (const one of names) {
    const about =
      /^\/\*\* (.+?)(?: \*\/)?$/m.exec(readFileSync(path.join(folder, `${one}.bench.ts`), 'utf8'))?.[1] ?? '';
    console.log(`  ${one.padEnd(14)} ${about}`);
  }
  process.exit(0);
}
if (!existsSync(path.join(folder, `${name}.bench.ts`))) {
  console.error(`There is no bench "${name}". There are: ${names.join(', ')}.`);
  process.exit(2);
}

await install((text) => console.log(`  ${text}`));
await generate((text) => console.log(`  ${text}`));
const { build } = await import('esbuild');
const out = path.join(root, 'dist', 'bench', `${name}.mjs`);
await build({
  absWorkingDir: root,
  entryPoints: [path.join('bench', `${name}.bench.ts`)],
  outfile: out,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  logLevel: 'error',
});
const child = spawn(node, [...nodeFlags, out, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, BATON_ROOT: root },
});
process.on('SIGINT', () => child.kill('SIGINT'));
child.once('close', (code) => process.exit(code ?? 1));
