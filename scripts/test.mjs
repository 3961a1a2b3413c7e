// `npm test`: everything a change has to pass, from a bare clone, in one line at the end: `N passed, N failed`.
// Counted from the runners' own reports; a step that is no test counts as one.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StartError, startPostgres } from './postgres.mjs';
import { build, generate, install, node, root } from './prepare.mjs';

const began = Date.now();
const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;
const only = process.argv.slice(2);
const wanted = (name) => only.length === 0 || only.some((one) => name.startsWith(one));
const totals = { passed: 0, failed: 0, skipped: 0 };
/** What failed, said again at the very end: a long log is often kept only in part. */
const faults = [];
const reports = mkdtempSync(path.join(os.tmpdir(), 'baton-test-'));
const bin = (name) => path.join(root, 'node_modules', ...name.split('/'));

function exec(args, env = {}) {
  return new Promise((resolve) => {
    const PATH = `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH}`;
    const [command, ...rest] = args;
    const child = spawn(command, rest, {
      cwd: root,
      env: { ...process.env, ...env, PATH },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** A check that is no test runner: it passes or it fails. */
async function check(name, args) {
  if (!wanted(name)) return;
  const from = Date.now();
  console.log(`\n== ${name}`);
  const failed = (await exec(args)) !== 0;
  totals[failed ? 'failed' : 'passed']++;
  if (failed) faults.push(name);
  console.log(`${failed ? '✗' : '✓'} ${name} (${seconds(from)})`);
}

/** A runner that writes a report; when it writes none, that is a failure. */
async function suite(name, args, report, read, env) {
  if (!wanted(name)) return;
  const from = Date.now();
  console.log(`\n== ${name}`);
  const code = await exec(args, env);
  let counts = { passed: 0, failed: 1, skipped: 0, faults: [`${name} wrote no report`] };
  try {
    counts = read(JSON.parse(readFileSync(report, 'utf8')));
  } catch {}
  if (code !== 0 && counts.failed === 0) {
    counts.failed = 1;
    counts.faults.push(`${name} ended with ${code} though no test failed`);
  }
  faults.push(...counts.faults);
  for (const key of Object.keys(totals)) totals[key] += counts[key];
  console.log(
    `${counts.failed ? '✗' : '✓'} ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds(from)})`,
  );
}

const fromVitest = (report) => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests +
    report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
  skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  faults: report.testResults
    .filter((file) => file.status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter((one) => one.status === 'failed');
      const file = path.relative(root, name);
      if (failed.length === 0) return [`${file}\n${message}`];
      return failed.map((one) => `${file} › ${one.fullName}\n${one.failureMessages.join('\n')}`);
    }),
});
const specsOf = (suites) => suites.flatMap((one) => [...(one.specs ?? []), ...specsOf(one.suites ?? [])]);
const fromPlaywright = ({ stats, errors, suites }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + (errors?.length ?? 0),
  skipped: stats.skipped,
  faults: [
    ...specsOf(suites)
      .filter((spec) => !spec.ok)
      .map((spec) => {
        const said = spec.tests.flatMap((one) => one.results.flatMap((result) => result.errors.map((e) => e.message)));
        return `${spec.file} › ${spec.title}\n${said.join('\n')}`;
      }),
    ...(errors ?? []).map((error) => error.message),
  ],
});

const vitest = (project, file) => [
  node,
  bin('vitest/vitest.mjs'),
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
];

/** The shell is the same engine without a window: it opens a page in half the time. Where Debian has none, any Chromium will do. */
async function browser() {
  if (existsSync('/usr/bin/chromium-headless-shell')) return;
  console.log('\n== browser');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const take = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends'];
    await exec(['apt-get', 'update', '-qq']);
    if ((await exec([...take, 'chromium-headless-shell'])) === 0) return;
    if ((await exec([...take, 'chromium'])) === 0) return;
  }
  if (['/usr/bin/chromium', '/usr/bin/chromium-browser'].some(existsSync)) return;
  await exec([node, bin('@playwright/test/cli.js'), 'install', 'chromium']);
}

async function main() {
  const say = (text) => console.log(`  ${text}`);
  await install(say);
  await generate(say);
  if (wanted('journeys')) await browser();
  if (!process.env.BATON_DATASETS) console.log('  BATON_DATASETS is not set: tests on outside data are skipped.');

  const lint = async () => {
    await check('format and lint', [node, bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']);
    await check('import rules', [
      node,
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'app',
      'components',
      'lib',
      'demo',
      'e2e',
      'bench',
      'prisma',
    ]);
    await check('unused', [node, bin('knip/bin/knip.js')]);
  };
  // The compiler takes one core and half a minute; the others fit beside it.
  await Promise.all([lint(), check('types', [node, bin('typescript/bin/tsc'), '--noEmit'])]);
  const unit = path.join(reports, 'unit.json');
  await suite('unit', vitest('unit', unit), unit, fromVitest);

  const postgres = await startPostgres(path.join(reports, 'data'), { throwaway: true });
  // Database tests wait for the database more than they compute: the build goes beside them.
  const building = wanted('journeys')
    ? build(say).then(
        () => null,
        (error) => error.message,
      )
    : Promise.resolve(null);
  try {
    const TEST_DATABASE_URL = `${postgres.url}/postgres`;
    const database = path.join(reports, 'database.json');
    await suite('database', vitest('database', database), database, fromVitest, { TEST_DATABASE_URL });
    if (wanted('journeys')) {
      console.log('\n== build');
      const fault = await building;
      if (fault) console.error(fault);
      const built = fault === null;
      totals[built ? 'passed' : 'failed']++;
      if (!built) faults.push(`build\n${fault}`);
      const journeys = path.join(reports, 'journeys.json');
      const args = [node, bin('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'];
      if (built)
        await suite('journeys', args, journeys, fromPlaywright, {
          TEST_DATABASE_URL,
          PLAYWRIGHT_JSON_OUTPUT_NAME: journeys,
        });
    }
  } finally {
    await postgres.stop();
  }
}

main()
  .catch((error) => {
    console.error(error instanceof StartError ? error.message : error);
    faults.push(error.message);
    totals.failed++;
  })
  .finally(() => {
    rmSync(reports, { recursive: true, force: true });
    for (const fault of faults) console.log(`\n✗ ${fault.slice(0, 2000)}`);
    console.log(
      `\n${((Date.now() - began) / 60_000).toFixed(1)} minutes${totals.skipped ? `, ${totals.skipped} skipped (see above why)` : ''}`,
    );
    console.log(`${totals.passed} passed, ${totals.failed} failed`);
    process.exit(totals.failed > 0 ? 1 : 0);
  });
