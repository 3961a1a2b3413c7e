import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const debian = ['chromium-headless-shell', 'chromium', 'chromium-browser']
  .map((name) => `/usr/bin/${name}`)
  .find((file) => existsSync(file));

// Browsers only read and type here; what costs is the product, which all tests share.
const alone = ['live', 'roles', 'model', 'models', 'policies', 'reports', 'switch', 'surveys'].map(
  (name) => `**/${name}.spec.ts`,
);

export default defineConfig({
  testDir: 'journeys',
  outputDir: '../test-results',
  globalSetup: fileURLToPath(import.meta.resolve('./fixtures/start-once.ts')),
  workers: 2,
  // A machine that others work on stands still for seconds: once more says whether it was the machine.
  retries: 1,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  // The slowest thing a person waits for is a turn; the words after it appear within a second.
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  projects: [
    { name: 'journeys', testIgnore: alone, teardown: 'live' },
    // Its second is a bar for the product: it runs when the rest is done, failed or not, so that no other browser takes part in it.
    // The journey of the switch stops the assistant for all, that of roles takes rights from somebody whom the others need;
    // those of models give the assistant a model; that of policies changes what refunds are decided by; that of surveys
    // says for all other customers that they want to be asked nothing; that of reports sets a mail server, as that of surveys does.
    // A machine that stood still for a moment is no finding; one that is slow three times over is.
    { name: 'live', testMatch: alone, retries: 2, workers: 1 },
  ],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/Denver',
    screenshot: 'only-on-failure',
    // A trace of every page costs more than the product does; `--trace on` makes one of what one looks for.
    trace: 'off',
    launchOptions: {
      ...(debian && { executablePath: debian }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
