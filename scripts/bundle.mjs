// Bundles what runs beside the web process into dist/: one file each, so that it starts in a fraction of a second.
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
export const entries = {
  worker: 'lib/worker/main.ts',
  store: 'demo/northline/server.ts',
  seed: 'prisma/seed/seed.ts',
  train: 'lib/pipeline/train-thread.ts',
  pdf: 'lib/documents/pdf-thread.ts',
};

const options = {
  absWorkingDir: root,
  entryPoints: Object.entries(entries).map(([out, file]) => ({ in: file, out })),
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  sourcemap: true,
  logLevel: 'error',
};

/** The chat of the widget is a page of its own, small enough for a shop's page: Preact, no framework around it. */
const widget = {
  absWorkingDir: root,
  entryPoints: [
    { in: 'components/widget/loader.ts', out: 'loader' },
    { in: 'components/widget/chat.tsx', out: 'chat' },
  ],
  outdir: 'public/widget',
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2020',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'error',
};

export async function bundle() {
  const { build } = await import('esbuild');
  await Promise.all([build(options), build(widget)]);
}

/** Bundles again at each change and tells which outputs changed; answers how to stop. */
export async function watchBundles(onChange) {
  const { context } = await import('esbuild');
  const told = {
    name: 'told',
    setup(build) {
      let first = true;
      build.onEnd((result) => {
        if (!first && result.errors.length === 0) onChange();
        first = false;
      });
    },
  };
  const contexts = await Promise.all([context({ ...options, plugins: [told] }), context(widget)]);
  for (const one of contexts) {
    await one.rebuild();
    await one.watch();
  }
  return () => Promise.all(contexts.map((one) => one.dispose()));
}

if (process.argv[1] === import.meta.filename) await bundle();
