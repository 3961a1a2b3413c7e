import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

// Two projects: `unit` touches nothing outside the process, `database` gets a real Postgres in TEST_DATABASE_URL.
export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Nothing here touches the outside: files share a process, and what several import is read once.
          isolate: false,
          include: ['{app,components,lib,demo,prisma,bench,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{lib,demo,prisma}/**/*.db.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // One server for all files: each file makes a database of its own, so they may run side by side.
          maxWorkers: 2,
        },
      },
    ],
  },
});
